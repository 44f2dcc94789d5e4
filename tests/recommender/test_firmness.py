"""How firmly an outcome holds: exact weights, checked against the outcome on both sides of every edge."""

from fractions import Fraction

import pytest

from recommender.engine import Recommendation, decide, recommend
from recommender.firmness import firmness
from recommender.model import Guide
from shared import draw_answers

STEP = Fraction(1, 1000)


def outcome_at(guide: Guide, result: Recommendation, concern: str, weight: Fraction) -> tuple[str, set[str]]:
    points = {
        standing.model: sum(
            (rule.points[standing.model] * (weight if rule.concern == concern else 1) for rule in standing.reasons),
            Fraction(0),
        )
        for standing in result.standings
        if not standing.excluded_by
    }
    outcome, models = decide(guide, len(result.answered), points)
    return outcome, set(models)


@pytest.mark.parametrize("name", ["small", "guide"])
def test_the_outcome_stands_inside_and_changes_outside(name: str, request: pytest.FixtureRequest) -> None:
    guide: Guide = request.getfixturevalue(name)
    for answers in draw_answers(guide, 150, seed=8):
        result = recommend(guide, answers)
        now = (result.outcome, set(result.models))
        for hold in firmness(guide, result):
            high = hold.high if hold.high is not None else Fraction(50)
            for weight in (hold.low + STEP, (hold.low + 1) / 2, Fraction(1), (high + 1) / 2, high - STEP):
                if hold.low < weight < high or weight == 1:
                    assert outcome_at(guide, result, hold.concern, weight) == now, (answers, hold, weight)
            if hold.low > STEP:
                assert outcome_at(guide, result, hold.concern, hold.low - STEP) != now, (answers, hold)
            if hold.high is not None:
                assert outcome_at(guide, result, hold.concern, hold.high + STEP) != now, (answers, hold)


def test_an_example_by_hand(small: Guide) -> None:
    """Bike 3 + 1 = 4 against bus 0: the purse may count for nothing down to 1/3, where the lead falls below 2."""
    holds = {hold.concern: hold for hold in firmness(small, recommend(small, {"money": "short", "rain": "no"}))}
    assert (holds["purse"].low, holds["purse"].high) == (Fraction(1, 3), None)
    assert (holds["comfort"].low, holds["comfort"].high) == (Fraction(0), None)


def test_without_an_outcome_there_is_nothing_to_hold(small: Guide) -> None:
    assert firmness(small, recommend(small, {"rain": "no"})) == ()
