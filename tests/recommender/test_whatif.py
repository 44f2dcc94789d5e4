"""What would change a result: flips that really flip, the fewest that do, and the open question that matters most."""

from itertools import combinations

import pytest

from recommender.engine import recommend
from recommender.ledger import alternatives
from recommender.model import Answer, Guide
from recommender.whatif import what_if
from shared import draw_answers, draw_given


def outcome(guide: Guide, answers: dict[str, Answer]) -> tuple[str, frozenset[str]]:
    result = recommend(guide, answers)
    return result.outcome, frozenset(result.models)


@pytest.fixture(params=["small", "guide"])
def any_guide(request: pytest.FixtureRequest) -> Guide:
    found: Guide = request.getfixturevalue(request.param)
    return found


def test_a_flip_flips(any_guide: Guide) -> None:
    for answers in draw_answers(any_guide, 200, seed=5):
        result = recommend(any_guide, answers)
        for flip in what_if(any_guide, result).flips:
            after = outcome(any_guide, {**result.given.answered, **flip.changes})
            assert after == (flip.outcome, frozenset(flip.models)), (answers, flip)
            assert after != (result.outcome, frozenset(result.models)), (answers, flip)


@pytest.mark.parametrize(("largest", "questions", "count"), [(2, 22, 60), (3, 7, 60)])
def test_no_smaller_change_flips(any_guide: Guide, largest: int, questions: int, count: int) -> None:
    """Brute force over all groups of changed answers; with more questions than given here it takes too long."""
    for answers in draw_given(any_guide, count, seed=6):
        given = dict(list(answers.items())[-questions:])
        result = recommend(any_guide, given)
        flips = what_if(any_guide, result).flips
        size = len(flips[0].changes) if flips else largest + 1
        now = (result.outcome, frozenset(result.models))
        changes = [
            (question.id, answer)
            for question in any_guide.questions
            if question.id in result.given.answered
            for answer in alternatives(any_guide, question, result.given.answered[question.id])
        ]
        for smaller in range(1, min(size, largest + 1)):
            for group in combinations(changes, smaller):
                if len(dict(group)) == smaller:
                    after = outcome(any_guide, {**given, **dict(group)})
                    assert after == now or after[0] == "not_enough", (given, group)


def test_the_next_question_is_open_and_counts_truly(any_guide: Guide) -> None:
    for answers in draw_answers(any_guide, 100, seed=7):
        result = recommend(any_guide, answers)
        following = what_if(any_guide, result).next
        if following is None:
            continue
        assert following.question not in result.given.answered
        assert following.question not in result.given.unsure
        question = next(each for each in any_guide.questions if each.id == following.question)
        after = [
            outcome(any_guide, {**result.given.answered, question.id: a}) for a in alternatives(any_guide, question)
        ]
        now = (result.outcome, frozenset(result.models))
        assert (following.changing, following.answers) == (sum(each != now for each in after), len(after))


def test_a_number_is_tried_on_both_sides_of_every_bound(small: Guide) -> None:
    question = next(each for each in small.questions if each.kind == "number")
    assert alternatives(small, question) == [2, 3]
    assert alternatives(small, question, given=3) == [2]


def test_only_places_that_were_named_are_tried(small: Guide) -> None:
    question = next(each for each in small.questions if each.kind == "places")
    assert alternatives(small, question, given=("northland", "southland")) == [("northland",)]
    assert alternatives(small, question) == []
