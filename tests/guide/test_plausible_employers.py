"""What plausible employers meet: few questions, an outcome that no answer would change, seldom a call of many."""

import random
from collections import Counter
from statistics import median

import pytest

from recommender.model import Guide
from recommender.questions import Answer
from recommender.scoring import Recommendation, recommend
from recommender.whatif import what_if
from shared import draw_plausible

EMPLOYERS = 2_000


def asked(guide: Guide, case: dict[str, Answer]) -> tuple[int, Recommendation]:
    """Return how many questions are asked of an employer until no single answer would change the outcome."""
    given: dict[str, Answer] = {}
    while True:
        result = recommend(guide, given)
        question = what_if(guide, result).next
        if question is None:
            return len(given), result
        given[question] = case[question]


@pytest.fixture(scope="module")
def paths(guide: Guide) -> list[tuple[int, Recommendation]]:
    return [asked(guide, case) for case in draw_plausible(guide, EMPLOYERS, seed=2_026)]


def test_few_questions_are_enough(paths: list[tuple[int, Recommendation]]) -> None:
    assert median(count for count, _ in paths) <= 7


def test_most_employers_get_one_answer_or_a_call_between_two(paths: list[tuple[int, Recommendation]]) -> None:
    ends = Counter((result.outcome, len(result.models)) for _, result in paths)
    assert sum(count for (_, models), count in ends.items() if models in (1, 2)) >= 0.85 * EMPLOYERS, ends
    assert max(models for outcome, models in ends if outcome != "open") <= 3, ends
    assert sum(count for (outcome, _), count in ends.items() if outcome == "open") <= 0.002 * EMPLOYERS, ends


def test_fully_answered_employers_seldom_meet_a_call_of_many(guide: Guide) -> None:
    cases = draw_plausible(guide, 400, seed=7)
    said = Counter(len(recommend(guide, case).models) for case in cases)
    assert said[1] >= 0.70 * len(cases), said
    assert sum(said[count] for count in said if count > 2) <= 0.05 * len(cases), said


def test_a_call_between_two_asks_the_question_that_tells_them_apart(guide: Guide) -> None:
    """A question is asked as long as any answer to it would change the call."""
    drawn = random.Random(3)
    for case in draw_plausible(guide, 200, seed=11):
        given = {name: case[name] for name in drawn.sample(sorted(case), 6)}
        result = recommend(guide, given)
        found = what_if(guide, result)
        assert result.outcome == "not_enough" or found.final or found.next, given


def test_every_rival_is_the_answer_for_some(guide: Guide) -> None:
    said = Counter(m for case in draw_plausible(guide, 1_000, seed=5) for m in recommend(guide, case).models)
    rivals = {model.id for model in guide.models if model.stands == "rival"}
    assert rivals <= said.keys()
    assert max(said[rival] for rival in rivals) < 0.5 * sum(said.values()), said
