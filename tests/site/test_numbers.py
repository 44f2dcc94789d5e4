"""A number that is typed counts within the bounds of its field; beyond them it is told of, and left out."""

import pytest
from playwright.sync_api import Page, expect

from recommender.model import Guide
from recommender_page import RecommenderPage

FRAGMENT = "#hr_staff=none&benefits_priority=high&employees=40"


@pytest.mark.parametrize(("name", "typed"), [("start_month", "13"), ("start_month", "0"), ("employees", "0")])
def test_a_number_beyond_its_bounds_is_told_and_left_out(reader: Page, home: str, name: str, typed: str) -> None:
    recommender = RecommenderPage(reader, home).open(FRAGMENT).expect_path("snapshot")
    recommender.number(name, typed)
    expect(recommender.note).to_have_text("This number is beyond what can be counted with, and was left out.")
    assert f"{name}=" not in reader.url
    recommender.number(name, "12")
    expect(recommender.note).to_be_empty()
    assert f"{name}=12" in reader.url


def test_both_ends_of_every_amount_are_within(page: Page, home: str, guide: Guide) -> None:
    for end in ("least", "most"):
        ends = [f"{each.id}={getattr(each, end)}" for each in guide.amounts]
        recommender = RecommenderPage(page, home).open("&".join([FRAGMENT, *ends]))
        recommender.expect_path("snapshot")
        expect(recommender.note).to_be_empty()
        assert all(each in page.url for each in ends)
        page.goto("about:blank")
