"""Answers of every kind: what counts, what is set apart, and which ranges they lie in."""

import pytest

from recommender.conditions import inside, sort_answers
from recommender.engine import recommend
from recommender.model import Guide, Range


@pytest.mark.parametrize("value", [1, 3, 9_999_999])
def test_a_number_counts(small: Guide, value: int) -> None:
    assert sort_answers(small, {"riders": value})[0] == {"riders": value}


@pytest.mark.parametrize("value", [0, -1, 10_000_000, 1.5, True, "3", [3], None])
def test_what_is_no_number_is_set_apart(small: Guide, value: object) -> None:
    sure, _, ignored = sort_answers(small, {"riders": value})
    assert (sure, ignored) == ({}, {"riders": value})


def test_places_count_once_and_in_order(small: Guide) -> None:
    given = ["southland", "northland", "southland", "nowhere", 7]
    assert sort_answers(small, {"regions": given})[0] == {"regions": ("northland", "southland")}


@pytest.mark.parametrize("value", [[], ["nowhere"], "northland", 1])
def test_what_names_no_place_is_set_apart(small: Guide, value: object) -> None:
    assert sort_answers(small, {"regions": value})[2] == {"regions": value}


@pytest.mark.parametrize(
    ("answer", "accepted", "expected"),
    [
        (3, Range(at_least=3), True),
        (2, Range(at_least=3), False),
        (3, Range(at_most=3), True),
        (4, Range(at_most=3), False),
        (("a", "b"), Range(at_least=2, at_most=2), True),
        (("a",), Range(at_least=2), False),
    ],
)
def test_ranges(answer: int | tuple[str, ...], accepted: Range, expected: bool) -> None:
    assert inside(answer, accepted) is expected


def test_rules_on_numbers_and_places_hold(small: Guide) -> None:
    result = recommend(small, {"riders": 3, "regions": ["northland", "southland"]})
    assert {standing.model: standing.points for standing in result.standings} == {"bus": 3, "bike": 0}
