"""Answers of every kind: what counts, and what is set apart."""

from dataclasses import replace
from fractions import Fraction

import pytest

from recommender.given import amount, sort_given
from recommender.model import Guide
from recommender.phrases import everything
from recommender.scoring import recommend


@pytest.mark.parametrize("value", [1, 3, 9_999_999])
def test_a_number_counts(small: Guide, value: int) -> None:
    assert sort_given(small, {"riders": value}).answered == {"riders": value}


@pytest.mark.parametrize("value", [0, -1, 10_000_000, 1.5, True, "3", [3], None])
def test_what_is_no_number_is_set_apart(small: Guide, value: object) -> None:
    given = sort_given(small, {"riders": value})
    assert (given.answered, given.ignored) == ({}, {"riders": value})


def test_places_count_once_and_in_order(small: Guide) -> None:
    given = ["southland", "northland", "southland", "nowhere", 7]
    assert sort_given(small, {"regions": given}).answered == {"regions": ("northland", "southland")}


@pytest.mark.parametrize("value", [[], ["nowhere"], "northland", 1])
def test_what_names_no_place_is_set_apart(small: Guide, value: object) -> None:
    assert sort_given(small, {"regions": value}).ignored == {"regions": value}


@pytest.mark.parametrize(
    ("given", "expected"), [(0, 0), (2, 2), (3.5, Fraction(7, 2)), ("0.1", Fraction(1, 10)), ("7", 7)]
)
def test_an_amount_is_the_number_that_was_written(given: object, expected: Fraction | int) -> None:
    assert amount(given, least=0, most=9) == expected


@pytest.mark.parametrize("given", [10, -1, "-1", "1/2", "1e1", " 1", "", ".5", "1.23456", "٣", True, None, [1], 1e-7])
def test_what_is_no_amount_does_not_count(small: Guide, given: object) -> None:
    assert amount(given, least=0, most=9) is None
    assert sort_given(small, {"fare": given}).ignored == {"fare": given}


@pytest.mark.parametrize(("given", "counts"), [(6, True), (6.0, True), ("6.0", True), (6.5, False), ("6.5", False)])
def test_of_an_amount_that_is_whole_no_fraction_counts(small: Guide, given: object, counts: bool) -> None:
    guide = replace(small, amounts=(replace(small.amounts[0], whole=True),))
    assert sort_given(guide, {"fare": given}).amounts == ({"fare": 6} if counts else {})


@pytest.mark.parametrize(("given", "weight"), [(0, 0), (2, 2), (1, 1), (3, 1), (-1, 1), (True, 1), ("2", 1)])
def test_weights_are_whole_and_one_where_nothing_fits(small: Guide, given: object, weight: int) -> None:
    assert sort_given(small, {"weight_purse": given}).weights == {"purse": weight, "comfort": 1}


@pytest.mark.parametrize(
    ("given", "begun"),
    [
        ({"situation": "ticket"}, "ticket"),
        ({"situation": "ticket", "now": "bus"}, "ticket"),
        ({"situation": "ticket", "now": "not_sure"}, "ticket"),
        ({"situation": "ticket", "now": "bike"}, None),
        ({"situation": "other", "now": "bike"}, "other"),
    ],
)
def test_where_one_begins_is_kept_unless_the_answers_say_otherwise(
    small: Guide, given: dict[str, object], begun: str | None
) -> None:
    sorted_out = sort_given(small, given)
    assert (sorted_out.situation, sorted_out.ignored) == (begun, {})
    assert everything(sorted_out) == {name: each for name, each in given.items() if name != "situation" or begun}


@pytest.mark.parametrize("given", ["nowhere", "", 1, None, ["ticket"]])
def test_beginning_nowhere_known_is_set_apart(small: Guide, given: object) -> None:
    found = sort_given(small, {"situation": given})
    assert (found.situation, found.ignored) == (None, {"situation": given})


def test_where_one_begins_gives_no_points(small: Guide) -> None:
    bare, begun = (recommend(small, {"rain": "yes", **more}) for more in ({}, {"situation": "ticket"}))
    assert replace(begun, given=bare.given) == bare
