"""Costs in words: rounded away from each other, unknown told as unknown, and every number with where it comes from."""

from dataclasses import replace
from fractions import Fraction
from math import ceil, floor

import pytest

from recommender.citing import Citations
from recommender.estimate import estimate
from recommender.model import Guide
from recommender.priced import price
from recommender.result_facts import Assumption, MoneyWords
from recommender.scoring import recommend
from recommender.spans import Gap, Span
from recommender.sums import difference, money, value_words
from shared import draw_given


def span(low: int | Fraction, high: int | Fraction | None) -> Span:
    return Span(low=Fraction(low), high=None if high is None else Fraction(high))


def estimated(guide: Guide, answers: dict[str, object]) -> MoneyWords:
    result = recommend(guide, answers)
    priced = price(guide, result)
    assert priced
    return estimate(guide, result, priced, Citations(guide))


def assumed(guide: Guide, answers: dict[str, object]) -> dict[str, Assumption]:
    return {each["id"]: each for each in estimated(guide, answers)["assumptions"]}


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (1200, 2500, "1,200 to 2,500 coins"),
        (1200, 1200, "1,200 coins"),
        (Fraction(19, 10), Fraction(21, 10), "1 to 3 coins"),
        (Fraction(1, 2), Fraction(1, 2), "1 coins"),
        (Fraction(9, 4), Fraction(9, 4), "2 coins"),
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


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (5, 9, "5 to 9 coins more than"),
        (0, 0, "same as"),
        (0, 4, "0 to 4 coins more than"),
        (-9, -5, "5 to 9 coins less than"),
        (Fraction(-19, 2), Fraction(1, 2), "10 coins less to 1 coins more than"),
        (3, None, "3 coins or more more than"),
        (None, -3, "3 coins or more less than"),
        (None, 3, "no idea beside"),
        (-3, None, "no idea beside"),
        (None, None, "no idea beside"),
    ],
)
def test_a_difference_says_which_way_it_goes(
    small: Guide, low: int | Fraction | None, high: int | Fraction | None, words: str
) -> None:
    gap = Gap(low=None if low is None else Fraction(low), high=None if high is None else Fraction(high))
    assert difference(small, gap) == words


def both(small: Guide) -> Guide:
    """Return a guide in which one rides a bike for the fare there, and a bus for the fare there and back."""
    (tickets,) = small.expenses
    there, back = tickets.terms
    terms = (replace(there, models=("bike", "bus")), back)
    return replace(small, expenses=(replace(tickets, terms=terms), replace(tickets, id="lock", terms=terms[:1])))


def test_a_bill_by_hand(small: Guide) -> None:
    """Two riders, ten rides a month, 2 to 3 coins there and the same back: 2 x 10 x 12 x 4 to 6, and a lock alike."""
    told = estimated(both(small), {"riders": 2, "rides": 10})
    assert [each["id"] for each in told["equal"]] == ["lock"]
    assert told["bills"][1] == {
        "model": "bus",
        "abbreviation": "Bus",
        "today": False,
        "total": "1,440 to 2,160 coins",
        "low": 1440,
        "high": 2160,
        "first": "",
        "than": "",
        "first_than": "",
        "items": [{"id": "tickets", "label": "Tickets", "amount": "960 to 1,440 coins", "once": False}],
    }
    assert told["headline"] == "a bike: 480 to 720 coins less than a bus."


def test_one_bill_stands_beside_nothing(small: Guide) -> None:
    told = estimated(small, {"riders": 2, "rides": 10})
    assert (told["headline"], told["first"], told["overlaps"], told["narrow"]) == ("", "", "", [])


def test_the_number_that_narrows_most_is_named(small: Guide) -> None:
    """Without the number of rides nothing is known of the difference; with it, the fare back is left."""
    for given, names in (({}, ["rides"]), ({"rides": 10}, ["return_fare"]), ({"rides": 10, "return_fare": 2}, [])):
        guide = both(replace(small, amounts=tuple(replace(each, find="On it.") for each in small.amounts)))
        amounts = tuple(replace(a, same_as=None, low=1, high=2) if a.id == "return_fare" else a for a in guide.amounts)
        told = estimated(replace(guide, amounts=amounts), {"riders": 2, **given})
        assert [each["id"] for each in told["narrow"]] == names
        assert {each["find"] for each in told["narrow"]} <= {"On it."}


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
        priced = price(any_guide, result)
        if priced is None or not priced.bills:
            continue
        told = estimate(any_guide, result, priced, Citations(any_guide))
        for bill, words in zip(priced.bills, told["bills"], strict=True):
            later = priced.span(bill.later)
            assert words["low"] == floor(later.low)
            assert words["high"] == (None if later.high is None else ceil(later.high))
            assert words["total"] == money(any_guide, later)
            labels = {each["id"] for each in (*words["items"], *told["equal"])}
            made = {**bill.every_year, **bill.once}
            assert labels == {name for name, total in made.items() if priced.span(total).high != 0}
            seen += 1
        assert {each["id"] for each in told["assumptions"] if each["given"]} == set(result.given.amounts)
    assert seen
