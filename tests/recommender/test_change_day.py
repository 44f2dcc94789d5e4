"""A change is on the day after the last one of a contract, whichever of the two a reader puts in."""

from dataclasses import replace
from fractions import Fraction

import pytest

from recommender.change_day import change_of, month_of_change
from recommender.explain import explain
from recommender.model import Guide
from recommender.result_deadline import DeadlineWords
from recommender.scoring import recommend

type Answers = dict[str, object]

PEO: Answers = {"today": "peo", "employees": 60}


def told(guide: Guide, answers: Answers, on: str = "") -> DeadlineWords:
    """Return the one deadline of a result."""
    (found,) = explain(guide, recommend(guide, answers), on)["deadline"]
    return found


def test_a_contract_to_the_end_of_the_year_changes_with_the_new_one(guide: Guide) -> None:
    found = told(guide, {**PEO, "renewal_date": "2027-12-31", "notice_days": 60}, "2027-07-01")
    # From December 31 back: 31 days to November 30, 29 more to November 1. Four weeks before that: October 4.
    assert (found["notice_by"], found["decide_by"], found["change"]) == ("2027-11-01", "2027-10-04", "2028-01-01")
    assert "60 days before December 31, 2027" in found["detail"]
    assert "the day after the last day of your contract, on January 1, 2028." in found["detail"]
    at = {step["title"]: step["date"] for step in found["steps"]}
    assert at["Last day of your contract"] == "2027-12-31"
    assert at["Your own number pays from today"] == "2028-01-01"
    assert at["Sign the new health plan"] == "2027-11-20"
    here, there = found["days"]
    assert (here["heading"], there["heading"]) == ("On January 1, 2028", "On any other day")
    assert not any("two W-2s" in note["text"] for note in here["notes"])


def test_a_first_of_a_month_is_taken_as_the_day_of_renewal_and_said_so(guide: Guide) -> None:
    first, last = (told(guide, {**PEO, "renewal_date": day, "notice_days": 60}) for day in ("2027-01-01", "2026-12-31"))
    assert first["change"] == last["change"] == "2027-01-01"
    assert first["days"] == last["days"]
    moved = {"Decide", "Give notice in writing"}
    assert {step["title"] for step in first["steps"] if step not in last["steps"]} == moved
    # Each counts the notice from the day that was given, and says which that is.
    assert (first["notice_by"], last["notice_by"]) == ("2026-11-02", "2026-11-01")
    assert "as the day on which the contract renews" in first["detail"]
    assert "put in December 31, 2026." in first["detail"]
    assert "as the day on which the contract renews" not in last["detail"]


@pytest.mark.parametrize(
    ("given", "change", "month"),
    [
        ("2026-12-31", "2027-01-01", 1),
        ("2027-01-01", "2027-01-01", 1),
        ("2027-03-31", "2027-04-01", 4),
        ("2027-04-01", "2027-04-01", 4),
        ("2027-03-14", "2027-03-15", 3),
        ("2027-02-28", "2027-03-01", 3),
        ("2028-02-28", "2028-02-29", 2),
        ("2028-02-29", "2028-03-01", 3),
        ("9999-12-31", "10000-01-01", 1),
    ],
)
def test_a_change_is_on_the_day_after(guide: Guide, given: str, change: str, month: int) -> None:
    assert change_of(given) == change
    result = recommend(guide, {**PEO, "renewal_date": given})
    assert month_of_change(guide, result.given) == Fraction(month)
    assert explain(guide, result)["deadline"][0]["change"] == change


def test_without_a_day_no_month_is_that_of_a_change(guide: Guide) -> None:
    for answers in (PEO, {**PEO, "notice_days": 60}, {**PEO, "renewal_date": "2027-02-30"}):
        assert month_of_change(guide, recommend(guide, answers).given) is None
    bare = replace(guide, renewal=None)
    assert month_of_change(bare, recommend(bare, {**PEO, "renewal_date": "2027-12-31"}).given) is None


def test_the_last_day_of_a_quarter_changes_with_the_next(guide: Guide) -> None:
    for month, last in ((3, 31), (6, 30), (9, 30)):
        here, _ = told(guide, {**PEO, "renewal_date": f"2027-{month:02}-{last}"})["days"]
        assert any("start of a quarter" in note["text"] for note in here["notes"])
