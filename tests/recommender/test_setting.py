"""What every amount is for one person: as given, else as the answers or the places have it, else as the guide says."""

from dataclasses import replace
from fractions import Fraction

import pytest

from recommender.given import sort_given
from recommender.model import Guide
from recommender.money import AmountCase, Local
from recommender.setting import Setting, settle
from recommender.spans import Shares, Span


def span(low: int | Fraction, high: int | Fraction | None) -> Span:
    return Span(low=Fraction(low), high=None if high is None else Fraction(high))


def settled(guide: Guide, headcount: int = 3, **given: object) -> Setting:
    return settle(guide, sort_given(guide, given), headcount)


def changed(guide: Guide, amount: str, **parts: object) -> Guide:
    amounts = tuple(replace(each, **parts) if each.id == amount else each for each in guide.amounts)  # type: ignore[arg-type]
    return replace(guide, amounts=amounts)


def test_a_given_amount_replaces_its_range_and_what_follows_it(small: Guide) -> None:
    found = settled(small, fare=5)
    assert (found.box["fare"], found.leads["return_fare"], found.box["riders"]) == (span(5, 5), "fare", span(3, 3))
    found = settled(small, return_fare=1)
    assert (found.box["fare"], found.box["return_fare"]) == (span(2, 3), span(1, 1))
    assert found.leads["return_fare"] == "return_fare"


def test_the_first_case_that_the_answers_meet_speaks_for_an_amount(small: Guide) -> None:
    cases = (
        AmountCase(when={"rain": ("yes",), "now": ("bus",)}, low=7, high=8, assumed="-"),
        AmountCase(when={"rain": ("yes",)}, same_as="rides", assumed="-"),
    )
    guide = changed(small, "fare", cases=cases)
    assert settled(guide).box["fare"] == span(2, 3)
    assert settled(guide, rain="yes", now="bus").box["fare"] == span(7, 8)
    followed = settled(guide, rain="yes", now="walk", rides=4)
    assert (followed.leads["fare"], followed.leads["return_fare"]) == ("rides", "rides")
    assert settled(guide, rain="yes", now="bus", fare=1).box["fare"] == span(1, 1)


@pytest.mark.parametrize("aspect", ["hills", "bridges"])
def test_places_say_what_a_local_amount_is_there(small: Guide, aspect: str) -> None:
    """Of hills a table says what many are worth; of bridges the places have numbers."""
    worth = {"lows": {"many": 4.0}, "highs": {}} if aspect == "hills" else {}
    guide = changed(small, "fare", local=Local(aspect=aspect, **worth))  # type: ignore[arg-type]
    found = settled(guide, regions=["northland", "southland"])
    here = {"hills": (span(4, 3), span(2, 3)), "bridges": (span(1200, 1200), span(2, Fraction(7, 2)))}
    assert (found.box["fare@northland"], found.box["fare@southland"]) == here[aspect]
    assert found.local == {"fare"}
    assert settled(guide).local == frozenset()
    assert settled(guide, regions=["northland"], fare=1).local == frozenset()


HALF, THIRD = Fraction(1, 2), Fraction(1, 3)


@pytest.mark.parametrize(
    ("told", "shares"),
    [
        ({}, Shares(known={}, open=("northland", "southland"), rest=Fraction(1))),
        ({"northland": 2}, Shares(known={"northland": HALF, "southland": HALF})),
        ({"northland": 4}, Shares(known={"northland": Fraction(1)})),
        ({"northland": 1, "southland": 2}, Shares(known={"northland": THIRD, "southland": 2 * THIRD})),
        ({"southland": 9, "eastland": 5}, Shares(known={"southland": Fraction(1)})),
    ],
)
def test_people_are_where_they_are_said_to_be(small: Guide, told: dict[str, int], shares: Shares) -> None:
    given = {f"people_{place}": number for place, number in told.items()}
    assert settled(small, 4, regions=["northland", "southland"], **given).shares == shares


def test_all_people_are_in_the_only_place(small: Guide) -> None:
    assert settled(small, regions=["southland"]).shares == Shares(known={"southland": Fraction(1)})
