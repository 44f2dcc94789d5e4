"""A number that is typed counts within the bounds of its field; beyond them it is told of, and left out."""

import pytest
from playwright.sync_api import Page, expect

from recommender.model import Guide
from recommender_page import RecommenderPage
from test_pages import findings

FRAGMENT = "#hr_staff=none&benefits_priority=high&employees=40"


@pytest.mark.parametrize(("name", "typed"), [("start_month", "13"), ("start_month", "0"), ("employees", "0")])
def test_a_number_beyond_its_bounds_is_told_and_left_out(reader: Page, home: str, name: str, typed: str) -> None:
    recommender = RecommenderPage(reader, home).open(FRAGMENT).expect_path("snapshot")
    recommender.number(name, typed)
    told = reader.locator(f"fieldset#{name}").get_by_role("alert")
    most = {"start_month": "12", "employees": "9,999,999"}[name]
    expect(told).to_have_text(f"Only a number from 1 to {most} counts here, so this was left out.")
    expect(reader.locator(f"input[name={name}][type=number]")).to_have_attribute("aria-invalid", "true")
    assert f"{name}=" not in reader.url
    recommender.number(name, "12")
    expect(told).to_have_count(0)
    assert f"{name}=12" in reader.url


def test_both_ends_of_every_amount_are_within(page: Page, home: str, guide: Guide) -> None:
    for end in ("least", "most"):
        ends = [f"{each.id}={getattr(each, end)}" for each in guide.amounts]
        recommender = RecommenderPage(page, home).open("&".join([FRAGMENT, *ends]))
        recommender.expect_path("snapshot")
        expect(recommender.note).to_be_empty()
        assert all(each in page.url for each in ends)
        page.goto("about:blank")


def test_a_fraction_of_what_is_whole_is_told_and_left_out(reader: Page, home: str) -> None:
    recommender = RecommenderPage(reader, home).open(FRAGMENT).expect_path("snapshot")
    recommender.number("start_month", "6.5")
    told = reader.locator("fieldset#start_month").get_by_role("alert")
    expect(told).to_have_text("Only a whole number from 1 to 12 counts here, so this was left out.")
    assert "start_month=" not in reader.url


@pytest.mark.parametrize("way", ["Not sure", "Start over", "link"])
def test_what_takes_the_number_away_takes_the_words_with_it(page: Page, home: str, way: str) -> None:
    recommender = RecommenderPage(page, home).open(FRAGMENT).expect_path("snapshot")
    recommender.number("employees", "0")
    told = recommender.element.get_by_role("alert")
    expect(told).to_have_count(1)
    assert findings(page, "light", "form") == []
    if way == "Not sure":
        page.locator("fieldset#employees").get_by_role("checkbox", name=way).check()
    elif way == "Start over":
        page.get_by_role("button", name=way).click()
    else:
        page.evaluate("location.hash = '#hr_staff=team'")
    expect(told).to_have_count(0)
    expect(page.locator("[aria-invalid]")).to_have_count(0)
