"""How firmly an outcome holds: exact weights, checked against the outcome on both sides of every edge."""

from fractions import Fraction

import pytest

from recommender.engine import Recommendation, decide, lead_needed, recommend
from recommender.firmness import firmness
from recommender.model import Guide
from shared import draw_answers, draw_given

STEP = Fraction(1, 1000)


def outcome_at(guide: Guide, result: Recommendation, concern: str, weight: Fraction) -> tuple[str, set[str]]:
    weights = {**result.given.weights, concern: weight}
    points = {
        standing.model: sum(
            (rule.points[standing.model] * weights[rule.concern] for rule in standing.reasons),
            Fraction(0),
        )
        for standing in result.standings
        if not standing.excluded_by
    }
    outcome, models = decide(guide, len(result.given.answered), points, lead_needed(guide, weights))
    return outcome, set(models)


@pytest.mark.parametrize("name", ["small", "guide"])
def test_the_outcome_stands_inside_and_changes_outside(name: str, request: pytest.FixtureRequest) -> None:
    guide: Guide = request.getfixturevalue(name)
    for answers in draw_answers(guide, 150, seed=8) + draw_given(guide, 150, seed=9):
        result = recommend(guide, answers)
        now = (result.outcome, set(result.models))
        for hold in firmness(guide, result):
            high = hold.high if hold.high is not None else Fraction(50)
            for weight in (
                hold.low + STEP,
                (hold.low + hold.now) / 2,
                Fraction(hold.now),
                (high + hold.now) / 2,
                high - STEP,
            ):
                if hold.low < weight < high or weight == hold.now:
                    assert outcome_at(guide, result, hold.concern, weight) == now, (answers, hold, weight)
            if hold.low > STEP:
                assert outcome_at(guide, result, hold.concern, hold.low - STEP) != now, (answers, hold)
            if hold.high is not None:
                assert outcome_at(guide, result, hold.concern, hold.high + STEP) != now, (answers, hold)


def test_an_example_by_hand(small: Guide) -> None:
    """Bike 3 for the purse, bus 2 for comfort, and at weight w a lead of w + 1 is needed.

    The bike has it from 3w - 2 = w + 1, the bus up to 2 - 3w = w + 1; in between it is close.
    """
    holds = {hold.concern: hold for hold in firmness(small, recommend(small, {"money": "short", "rain": "yes"}))}
    assert (holds["purse"].low, holds["purse"].high) == (Fraction(1, 4), Fraction(3, 2))


def test_a_weight_of_its_own_is_where_it_starts(small: Guide) -> None:
    answers = {"money": "short", "rain": "yes", "weight_purse": 2}
    (hold,) = (hold for hold in firmness(small, recommend(small, answers)) if hold.concern == "purse")
    assert (hold.now, hold.low, hold.high) == (2, Fraction(3, 2), None)


def test_without_an_outcome_there_is_nothing_to_hold(small: Guide) -> None:
    assert firmness(small, recommend(small, {"rain": "no"})) == ()
