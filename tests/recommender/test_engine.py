"""Points are added, exclusions kept apart, and an outcome is named only when the lead is large enough."""

from dataclasses import replace

import pytest

from recommender.engine import Recommendation, recommend
from recommender.model import Guide


def points(result: Recommendation) -> dict[str, int]:
    return {standing.model: standing.points for standing in result.standings}


def test_points_of_the_rules_that_hold_are_added(small: Guide) -> None:
    result = recommend(small, {"distance": "near", "money": "short", "rain": "no"})
    assert points(result) == {"bike": 5, "bus": 1}
    assert [rule.id for rule in result.standings[0].reasons] == ["poor", "dry", "near-and-poor"]


def test_a_rule_on_two_questions_needs_both(small: Guide) -> None:
    assert points(recommend(small, {"distance": "near", "rain": "no"})) == {"bike": 1, "bus": 0}


@pytest.mark.parametrize(
    ("answers", "outcome", "models"),
    [
        ({}, "not_enough", ()),
        ({"money": "short"}, "not_enough", ()),
        ({"money": "short", "rain": "not_sure"}, "not_enough", ()),
        ({"money": "short", "rain": "no"}, "winner", ("bike",)),
        ({"money": "short", "rain": "yes"}, "close_call", ("bike", "bus")),
        ({"money": "plenty", "rain": "yes"}, "winner", ("bus",)),
        ({"money": "plenty", "rain": "no"}, "close_call", ("bike", "bus")),
    ],
)
def test_outcome(small: Guide, answers: dict[str, str], outcome: str, models: tuple[str, ...]) -> None:
    result = recommend(small, answers)
    assert (result.outcome, result.models) == (outcome, models)


def test_an_excluded_model_keeps_its_points_and_cannot_win(small: Guide) -> None:
    result = recommend(small, {"money": "short", "distance": "far"})
    assert (result.outcome, result.models) == ("winner", ("bus",))
    assert points(result) == {"bus": 0, "bike": 3}
    assert [rule.id for rule in result.standings[-1].excluded_by] == ["too-far"]


def test_with_every_model_excluded_nothing_wins(small: Guide) -> None:
    both = tuple(replace(rule, excludes=("bike", "bus")) if rule.id == "too-far" else rule for rule in small.rules)
    result = recommend(replace(small, rules=both), {"money": "short", "distance": "far"})
    assert (result.outcome, result.models) == ("not_enough", ())


def test_not_sure_counts_as_no_answer(small: Guide) -> None:
    sure = recommend(small, {"money": "short", "rain": "no"})
    also = recommend(small, {"money": "short", "rain": "no", "distance": "not_sure"})
    assert (also.outcome, also.models, points(also)) == (sure.outcome, sure.models, points(sure))
    assert also.given.unsure == ("distance",)


@pytest.mark.parametrize("value", ["yesss", "", None, 7, ["yes"], {"yes": 1}])
def test_what_the_guide_does_not_know_is_set_apart(small: Guide, value: object) -> None:
    result = recommend(small, {"rain": value, "snow": "yes", "money": "short"})
    assert result.given.answered == {"money": "short"}
    assert result.given.ignored == {"rain": value, "snow": "yes"}


def test_the_order_of_answers_and_data_changes_nothing(small: Guide) -> None:
    turned = replace(small, rules=small.rules[::-1], models=small.models[::-1], questions=small.questions[::-1])
    forward = recommend(small, {"rain": "no", "money": "short", "distance": "near"})
    backward = recommend(turned, {"distance": "near", "money": "short", "rain": "no"})
    assert forward == backward
    assert list(forward.given.answered) == list(backward.given.answered)
