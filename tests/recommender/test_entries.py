"""What may be filled in beside the questions: what counts, and that it travels as other answers do."""

from fractions import Fraction
from urllib.parse import parse_qsl

import pytest

from recommender.entries import LONGEST_TEXT, is_day
from recommender.explain import explain
from recommender.given import entries, sort_given
from recommender.model import Guide
from recommender.phrases import everything, fragment
from recommender.scoring import recommend


@pytest.mark.parametrize(
    ("name", "given", "counted"),
    [
        ("seat", 7, Fraction(7)),
        ("seat", "7.5", Fraction(15, 2)),
        ("meal", "soup", "soup"),
        ("nickname", " Ann & Bob 🐝 ", "Ann & Bob 🐝"),
        ("nickname", "x" * LONGEST_TEXT, "x" * LONGEST_TEXT),
        ("leaving", "2027-01-01", "2027-01-01"),
        ("leaving", "2028-02-29", "2028-02-29"),
        ("quote1_monthly", "95.50", Fraction(191, 2)),
        ("quote4_for", "bus", "bus"),
    ],
)
def test_what_can_be_filled_in_counts(small: Guide, name: str, given: object, counted: object) -> None:
    found = sort_given(small, {name: given})
    assert (found.entries, found.ignored) == ({name: counted}, {})


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("seat", 100),
        ("seat", "7%"),
        ("meal", "cake"),
        ("meal", ["soup"]),
        ("nickname", "  "),
        ("nickname", "x" * (LONGEST_TEXT + 1)),
        ("nickname", "a\nb"),
        ("nickname", "a\u202eb"),
        ("nickname", 7),
        ("leaving", "2027-02-29"),
        ("leaving", "2100-02-29"),
        ("leaving", "2027-13-01"),
        ("leaving", "2027-00-01"),
        ("leaving", "0000-01-01"),
        ("leaving", "20270101"),
        ("leaving", "\uff12027-01-01"),
        ("leaving", 20270101),
        ("quote0_monthly", 95),
        ("quote5_monthly", 95),
        ("quote1_monthly", 501),
        ("quote1_monthly", "$95"),
    ],
)
def test_what_cannot_is_set_apart(small: Guide, name: str, given: object) -> None:
    found = sort_given(small, {name: given})
    assert (found.entries, found.ignored) == ({}, {name: given})


def test_every_day_of_the_calendar_is_one_and_no_other() -> None:
    found = [
        f"{year}-{month:02}-{day:02}"
        for year in (2000, 2027, 2028, 2100)
        for month in range(14)
        for day in range(33)
        if is_day(f"{year}-{month:02}-{day:02}")
    ]
    assert len(found) == 366 + 365 + 366 + 365


def test_they_travel_in_a_link_as_browsers_write_it(small: Guide) -> None:
    given = {"nickname": "Ann & Bob = 50 % ü", "leaving": "2027-01-01", "quote2_monthly": "95.5"}
    link = fragment(everything(sort_given(small, given)))
    assert link == "nickname=Ann+%26+Bob+%3D+50+%25+%C3%BC&leaving=2027-01-01&quote2_monthly=95.5"
    assert sort_given(small, dict(parse_qsl(link))) == sort_given(small, given)
    assert explain(small, recommend(small, given))["fragment"] == link


def test_the_fields_of_a_guide_are_its_entries_and_four_quotes(small: Guide) -> None:
    names = list(entries(small))
    assert names[: len(small.entries)] == [entry.id for entry in small.entries]
    assert len(names) == len(small.entries) + 4 * len(small.quote_lines)
    assert {"quote1_name", "quote4_leave"} <= set(names)
