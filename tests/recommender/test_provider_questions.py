"""Questions for providers: what the answers make matter comes first, and the basics are never left out."""

from dataclasses import replace

from recommender.explain import explain
from recommender.model import Guide
from recommender.provider_questions import MATTERING, MOST, OF_A_THEME, about, provider_questions
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
        assert left == [each for each in basic if each in left]
        assert len(left) >= min(len(basic), MOST - MATTERING)


def test_one_theme_waits_for_the_others(small: Guide) -> None:
    (seats,) = small.provider_questions
    often = [replace(seats, id=f"often{n}", order=n, theme="Seats", when={"rain": ("yes",)}) for n in range(9)]
    late = replace(seats, id="late", order=99, theme="Doors", when={"rain": ("yes",)})
    plain = [replace(seats, id=f"plain{n}", order=10 + n, theme="Seats") for n in range(9)]
    last = replace(seats, id="last", order=98, theme="Doors")
    guide = replace(small, provider_questions=(*often, late, *plain, last))
    first = [f"often{n}" for n in range(OF_A_THEME)] + ["often4", "late"]
    assert ids(guide, WET) == [*first, *(f"plain{n}" for n in range(5)), "last"]


def test_who_leaves_what_there_is_asks_about_that_too(guide: Guide) -> None:
    (firm,) = (each for each in guide.profiles if each.id == "software-with-a-peo")
    result = recommend(guide, firm.answers)
    assert result.outcome != "keep"
    asks = {each.id: each for each in guide.provider_questions}
    told = [asks[each["id"]] for each in provider_questions(guide, result)]
    assert any(guide.today in ask.when for ask in told)
    assert all(guide.today in ask.when for ask in told if not about(result).intersection(ask.models))


def test_what_a_quote_leaves_open_comes_before_all(guide: Guide) -> None:
    answers = {
        "today": "none",
        "benefits_priority": "high",
        "hr_staff": "none",
        "quote1_model": "peo",
        "quote1_percent": "4.5",
    }
    told = explain(guide, recommend(guide, answers))
    open_ones = {each["id"] for each in told["quotes"][0]["to_send"]}
    asked = [each["id"] for each in told["provider_questions"]]
    assert "comp-rate" in open_ones
    assert {"comp-rate", "renewal-cap", "notice-and-exit-fee"} <= set(asked[:MATTERING]) & open_ones
