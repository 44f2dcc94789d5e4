"""Questions for providers: what the answers make matter comes first, and the basics are never left out."""

from dataclasses import replace

from recommender.model import Guide
from recommender.provider_questions import MATTERING, MOST, about, provider_questions
from recommender.scoring import recommend
from shared import draw_answers

WET = {"rain": "yes", "money": "plenty"}


def ids(guide: Guide, answers: dict[str, object]) -> list[str]:
    return [each["id"] for each in provider_questions(guide, recommend(guide, answers))]


def test_only_questions_for_the_models_in_question_are_asked(small: Guide) -> None:
    assert ids(small, WET) == ["seats"]
    assert ids(small, {"rain": "no", "money": "short"}) == []


def test_what_the_answers_make_matter_comes_first(small: Guide) -> None:
    (seats,) = small.provider_questions
    roof = replace(seats, id="roof", order=20, when={"rain": ("yes",)})
    sun = replace(seats, id="sun", order=1, when={"rain": ("no",)})
    guide = replace(small, provider_questions=(sun, seats, roof))
    assert ids(guide, WET) == ["roof", "seats", "sun"]
    assert [each["matters"] for each in provider_questions(guide, recommend(guide, WET))] == [True, False, False]


def test_the_basics_are_never_crowded_out(guide: Guide) -> None:
    for answers in draw_answers(guide, 300, seed=31):
        result = recommend(guide, answers)
        asked = provider_questions(guide, result)
        assert len(asked) <= MOST
        assert len({each["id"] for each in asked}) == len(asked)
        basic = [
            a.id for a in guide.provider_questions if not (a.when or a.within) and about(result).intersection(a.models)
        ]
        left = [each["id"] for each in asked if each["id"] in basic]
        assert left == basic[: len(left)]
        assert len(left) >= min(len(basic), MOST - MATTERING)
