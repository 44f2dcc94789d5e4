"""Questions for providers: what the answers make matter comes first, and the basics are never left out."""

from dataclasses import replace

from recommender.engine import recommend
from recommender.model import Guide
from recommender.sheet import MATTERING, MOST, about, sheet
from shared import draw_answers

WET = {"rain": "yes", "money": "plenty"}


def ids(guide: Guide, answers: dict[str, object]) -> list[str]:
    return [each["id"] for each in sheet(guide, recommend(guide, answers))]


def test_only_questions_for_the_models_in_question_are_asked(small: Guide) -> None:
    assert ids(small, WET) == ["seats"]
    assert ids(small, {"rain": "no", "money": "short"}) == []


def test_what_the_answers_make_matter_comes_first(small: Guide) -> None:
    (seats,) = small.asks
    roof = replace(seats, id="roof", order=20, when={"rain": ("yes",)})
    sun = replace(seats, id="sun", order=1, when={"rain": ("no",)})
    guide = replace(small, asks=(sun, seats, roof))
    assert ids(guide, WET) == ["roof", "seats", "sun"]
    assert [each["matters"] for each in sheet(guide, recommend(guide, WET))] == [True, False, False]


def test_the_basics_are_never_crowded_out(guide: Guide) -> None:
    for answers in draw_answers(guide, 300, seed=31):
        result = recommend(guide, answers)
        asked = sheet(guide, result)
        assert len(asked) <= MOST
        assert len({each["id"] for each in asked}) == len(asked)
        basic = [a.id for a in guide.asks if not (a.when or a.within) and about(result).intersection(a.models)]
        kept = [each["id"] for each in asked if each["id"] in basic]
        assert kept == basic[: len(kept)]
        assert len(kept) >= min(len(basic), MOST - MATTERING)
