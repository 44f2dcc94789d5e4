"""Costs in words: rounded away from each other, unknown told as unknown, and every number with where it comes from."""

from dataclasses import replace
from fractions import Fraction
from math import ceil, floor

import pytest

from recommender.citing import Citations
from recommender.costs import Span
from recommender.estimate import Estimate, bills_of, estimate, money, value_words
from recommender.model import Guide
from recommender.result_facts import Assumption
from recommender.scoring import recommend
from shared import draw_given


def span(low: int | Fraction, high: int | Fraction | None) -> Span:
    return Span(low=Fraction(low), high=None if high is None else Fraction(high))


def estimated(guide: Guide, answers: dict[str, object]) -> Estimate:
    return estimate(guide, recommend(guide, answers), Citations(guide))


def assumed(guide: Guide, answers: dict[str, object]) -> dict[str, Assumption]:
    return {each["id"]: each for each in estimated(guide, answers).assumptions}


@pytest.mark.parametrize("answers", [{}, {"riders": "not_sure"}, {"riders": 0, "rain": "no"}, {"fare": 2, "rides": 9}])
def test_without_a_headcount_there_is_nothing_to_reckon(small: Guide, answers: dict[str, object]) -> None:
    assert estimated(small, answers) == Estimate(bills=[], assumptions=[])
    assert bills_of(small, recommend(small, answers)) == ()


def test_without_expenses_there_is_nothing_to_reckon(small: Guide) -> None:
    assert estimated(replace(small, expenses=()), {"riders": 2}) == Estimate(bills=[], assumptions=[])


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (1200, 2500, "1,200 to 2,500 coins"),
        (1200, 1200, "1,200 coins"),
        (Fraction(19, 10), Fraction(21, 10), "1 to 3 coins"),
        (Fraction(1, 2), Fraction(1, 2), "0 coins"),
        (300, None, "300 coins or more"),
        (Fraction(1, 2), None, "no idea"),
        (0, None, "no idea"),
        (0, 0, "0 coins"),
    ],
)
def test_money_is_whole_and_promises_nothing(
    small: Guide, low: int | Fraction, high: int | Fraction | None, words: str
) -> None:
    assert money(small, span(low, high)) == words


@pytest.mark.parametrize(
    ("unit", "low", "high", "words"),
    [
        ("$ per month", 1200, 2500, "$1,200 to $2,500"),
        ("€", 40, 40, "€40"),
        ("% of pay", Fraction(1, 2), 6, "0.5% to 6%"),
        ("$ an hour", 300, None, "$300 or more"),
        ("people", 9, 60, "9 to 60"),
        ("hours", Fraction(12345678, 10000), 1_234_567, "1,234.5678 to 1,234,567"),
        ("$ per month", 0, None, "no idea"),
        ("£", 0, 0, "£0"),
    ],
)
def test_a_number_carries_the_sign_of_its_unit(
    small: Guide, unit: str, low: int | Fraction, high: int | None, words: str
) -> None:
    assert value_words(small, span(low, high), unit) == words


def test_a_bill_by_hand(small: Guide) -> None:
    """Two riders, ten rides a month, 2 to 3 coins there and the same back: 2 x 10 x 12 x 4 to 6."""
    assert estimated(small, {"riders": 2, "rides": 10}).bills == [
        {
            "model": "bus",
            "abbreviation": "Bus",
            "total": "960 to 1,440 coins",
            "low": 960,
            "high": 1440,
            "items": [{"label": "Tickets", "amount": "960 to 1,440 coins", "same": True}],
        }
    ]


def test_an_expense_is_the_same_where_every_model_has_it_alike(small: Guide) -> None:
    (tickets,) = small.expenses
    there, back = tickets.terms
    both = replace(there, models=("bike", "bus"))
    alike = replace(small, expenses=(replace(tickets, terms=(both,)),))
    assert [bill["items"][0]["same"] for bill in estimated(alike, {"riders": 2}).bills] == [True, True]
    unlike = replace(small, expenses=(replace(tickets, terms=(both, back)),))
    assert [bill["items"][0]["same"] for bill in estimated(unlike, {"riders": 2, "rides": 1}).bills] == [False, False]


def test_an_assumption_says_where_its_number_comes_from(small: Guide) -> None:
    own = assumed(small, {"riders": 2, "fare": "2.5"})
    assert (own["fare"]["value"], own["fare"]["given"], own["fare"]["citations"]) == ("2.5", True, [])
    assert (own["rides"]["value"], own["rides"]["unit"], own["rides"]["given"]) == ("no idea", "", False)
    assert (own["return_fare"]["value"], own["return_fare"]["given"]) == ("2.5", False)
    stated = assumed(small, {"riders": 2})["fare"]
    assert (stated["value"], stated["unit"], stated["given"]) == ("2 to 3", "coins a ride", False)
    assert [citation["source"] for citation in stated["citations"]] == ["almanac"]


def test_a_unit_is_told_without_the_sign_that_its_number_has(small: Guide) -> None:
    fares = {"$ a ride": ("$2 to $3", "a ride"), "% of pay": ("2% to 3%", "of pay"), "€": ("€2 to €3", "")}
    for unit, (value, rest) in fares.items():
        amounts = tuple(replace(each, unit=unit) if each.id == "fare" else each for each in small.amounts)
        told = assumed(replace(small, amounts=amounts), {"riders": 2})["fare"]
        assert (told["value"], told["unit"]) == (value, rest)


def test_words_say_what_the_exact_sums_are(any_guide: Guide) -> None:
    """The words never promise less than the exact range, and the parts of a bill are those of its model."""
    seen = 0
    for answers in draw_given(any_guide, 60, seed=81):
        result = recommend(any_guide, answers)
        told = estimate(any_guide, result, Citations(any_guide))
        exact = bills_of(any_guide, result)
        for bill, words in zip(exact, told.bills, strict=True):
            assert bill.total.low == sum(item.low for item in bill.items.values())
            assert words["low"] == floor(bill.total.low)
            assert words["high"] == (None if bill.total.high is None else ceil(bill.total.high))
            assert words["total"] == money(any_guide, bill.total)
            labels = [each.label for each in any_guide.expenses if each.id in bill.items]
            assert [item["label"] for item in words["items"]] == labels
            seen += 1
        assert {each["id"] for each in told.assumptions if each["given"]} == (
            set(result.given.amounts) if told.assumptions else set()
        )
    assert seen
