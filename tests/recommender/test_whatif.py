"""What would change a result: what there still is to ask, whether any of it could matter, and what is asked first."""

from recommender.conditions import is_needless
from recommender.model import Guide
from recommender.scoring import recommend
from recommender.whatif import what_if
from shared import draw_answers, judged


def test_next_is_open_and_can_change_the_outcome(any_guide: Guide) -> None:
    for answers in draw_answers(any_guide, 100, seed=7):
        result = recommend(any_guide, answers)
        found = what_if(any_guide, result)
        if found.next is None:
            continue
        assert found.next not in result.given.answered
        assert found.next not in result.given.unsure
        question = next(each for each in any_guide.questions if each.id == found.next)
        assert not is_needless(question, result.given.answered)


def test_settled_is_proven(any_guide: Guide) -> None:
    """By trying every answer to every question without a sure one, be it open or answered "not sure"."""
    places = tuple(place.id for place in any_guide.jurisdictions)
    final = 0
    for answers in draw_answers(any_guide, 150, seed=17):
        result = recommend(any_guide, answers)
        if result.outcome == "not_enough":
            assert not what_if(any_guide, result).final, answers
            continue
        found, changing = what_if(any_guide, result), set()
        for question in any_guide.questions:
            if question.id in {**result.given.answered, **result.given.needless}:
                continue
            tried = {"number": [1, 2, 49, 50, 10_000], "places": [places[:1], places[:2]]}.get(question.kind)
            for answer in tried or [option.id for option in question.options]:
                if judged(any_guide, {**answers, question.id: answer}).differs(judged(any_guide, answers)):
                    changing.add(question.id)
        unsure = set(result.given.unsure)
        assert found.final == (not changing - unsure), answers
        assert set(found.doubts) == changing & unsure, answers
        assert (found.next is None) == (found.final or not changing - unsure), answers
        final += found.final
    assert final


def test_what_there_is_today_is_asked_first(any_guide: Guide) -> None:
    assert what_if(any_guide, recommend(any_guide, {})).next == any_guide.today
