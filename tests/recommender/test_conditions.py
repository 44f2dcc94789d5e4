"""A condition holds where every question that it names has an answer that it accepts, and only there."""

import pytest

from recommender.conditions import accepts, holds, inside, is_needless
from recommender.model import Guide
from recommender.questions import Answer, Range
from recommender.scoring import recommend
from shared import draw_answers


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


def test_a_condition_holds_where_it_accepts_every_answer_that_it_asks_for(any_guide: Guide) -> None:
    for answers in draw_answers(any_guide, 60, seed=2):
        sure = recommend(any_guide, answers).given.answered
        for rule in any_guide.rules:
            asked = {**rule.when, **rule.within}
            assert holds(rule, sure) == all(name in sure and accepts(rule, name, sure[name]) for name in asked)


def test_what_a_condition_does_not_ask_for_it_accepts(small: Guide) -> None:
    assert all(accepts(rule, "no-such-question", "anything") for rule in small.rules)


@pytest.mark.parametrize(
    ("answers", "needless"), [({}, False), ({"water": "some"}, False), ({"water": "no"}, True), ({"rain": "no"}, False)]
)
def test_a_question_is_needless_where_another_answer_says_all(
    small: Guide, answers: dict[str, Answer], needless: bool
) -> None:
    (boat,) = (question for question in small.questions if question.unless)
    assert is_needless(boat, answers) is needless
