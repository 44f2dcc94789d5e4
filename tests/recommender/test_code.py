"""The short code on paper: it gives back every answer, finds what was mistyped, and knows its own questions."""

import random
from dataclasses import replace

import pytest

from recommender.code import EDITIONS, answers_of, code_of, edition
from recommender.code_signs import GROUP, SIGNS, UnreadableError, number_of, written
from recommender.given import LARGEST, SITUATION, Given, sort_given
from recommender.model import Guide
from recommender.questions import NOT_SURE, Answer
from shared import draw_given


def coded(given: Given) -> object:
    return given.answered, given.unsure, given.needless, given.weights, given.situation


def trouble(guide: Guide, code: str) -> str:
    with pytest.raises(UnreadableError) as refused:
        answers_of(guide, code)
    return refused.value.trouble


def edges(guide: Guide) -> list[dict[str, Answer]]:
    """Return nothing, all, the least, the most and every single answer."""
    places = [place.id for place in guide.jurisdictions]
    numbers = {q.id: (1, 9, 10, LARGEST) for q in guide.questions if q.kind == "number"}
    chosen = {q.id: (tuple(places), *((each,) for each in places)) for q in guide.questions if q.kind == "places"}
    choices = {q.id: tuple(o.id for o in q.options) for q in guide.questions if q.kind == "choice"}
    offered: dict[str, tuple[Answer, ...]] = {**numbers, **chosen, **choices}
    single: list[dict[str, Answer]] = [{name: each} for name, all_of in offered.items() for each in (*all_of, NOT_SURE)]
    most: dict[str, Answer] = {name: each[-1] for name, each in offered.items()}
    single += [{SITUATION: each.id} for each in guide.situations]
    return [{}, *single, {name: each[0] for name, each in offered.items()}, most, dict.fromkeys(offered, NOT_SURE)]


def test_every_set_of_answers_comes_back(any_guide: Guide) -> None:
    codes = set()
    for answers in (*edges(any_guide), *draw_given(any_guide, 2000, seed=17)):
        given = sort_given(any_guide, answers)
        code = code_of(any_guide, given)
        again = sort_given(any_guide, answers_of(any_guide, code))
        assert coded(again) == coded(given)
        assert code_of(any_guide, again) == code
        assert all(len(group) == GROUP and set(group) <= set(SIGNS) for group in code.split("-"))
        codes.add(code)
    assert len(codes) > 20


def test_few_answers_make_a_short_code(guide: Guide) -> None:
    by_length = [len(code_of(guide, sort_given(guide, answers))) for answers in edges(guide)]
    assert by_length[0] == 2 * GROUP + 1
    assert max(by_length) <= 8 * (GROUP + 1) - 1


def test_one_wrong_sign_and_two_changed_neighbors_are_found(guide: Guide) -> None:
    for answers in draw_given(guide, 6, seed=5):
        signs = code_of(guide, sort_given(guide, answers)).replace("-", "")
        for at, right in enumerate(signs):
            for wrong in set(SIGNS) - {right}:
                assert trouble(guide, signs[:at] + wrong + signs[at + 1 :]) == "mistyped"
            assert trouble(guide, signs[:at] + signs[at + 1 :]) == "length"
            if signs[at : at + 1] != signs[at + 1 : at + 2] != "":
                assert trouble(guide, signs[:at] + signs[at + 1] + right + signs[at + 2 :]) == "mistyped"


def test_any_two_signs_that_changed_places_are_found() -> None:
    drawn = random.Random(3)
    for _ in range(300):
        signs = written(drawn.getrandbits(130)).replace("-", "")
        one, other = sorted(drawn.sample(range(len(signs)), 2))
        if signs[one] != signs[other] and other - one < 31:
            with pytest.raises(UnreadableError):
                number_of(signs[:one] + signs[other] + signs[one + 1 : other] + signs[one] + signs[other + 1 :])


def test_a_code_is_read_as_people_type_it(guide: Guide) -> None:
    (answers,) = draw_given(guide, 1, seed=8)
    code = code_of(guide, sort_given(guide, answers))
    meant = answers_of(guide, code)
    for typed in (
        code.lower(),
        code.replace("-", ""),
        code.replace("-", " \u2013 "),
        f"\t{code}\u00a0\n",
        code.replace("0", "O").replace("1", "l"),
        code.replace("0", "o").replace("1", "I"),
    ):
        assert answers_of(guide, typed) == meant


@pytest.mark.parametrize(
    ("code", "expected"),
    [("", "length"), ("----", "length"), ("ABC", "length"), ("ABCD-UUUU", "signs"), ("ABCD-É123", "signs")],
)
def test_what_is_no_code_is_refused(guide: Guide, code: str, expected: str) -> None:
    assert trouble(guide, code) == expected


def test_what_is_left_over_or_padded_is_refused(guide: Guide) -> None:
    assert trouble(guide, written(edition(guide) + (EDITIONS << 400))) == "mistyped"
    code = code_of(guide, sort_given(guide, {}))
    assert trouble(guide, f"0000-{code}") == "mistyped"


def test_a_code_of_other_questions_is_refused(guide: Guide, small: Guide) -> None:
    first, second, *rest = guide.questions
    shorter = replace(first, options=first.options[:-1])
    others = (
        replace(guide, questions=(first, *rest)),
        replace(guide, questions=(shorter, second, *rest)),
        replace(guide, questions=(replace(first, order=second.order + 1), second, *rest)),
        replace(guide, jurisdictions=guide.jurisdictions[1:]),
        replace(guide, situations=guide.situations[1:]),
        replace(guide, concerns=guide.concerns[1:]),
        replace(guide, wording=replace(guide.wording, weights=guide.wording.weights[:-1])),
        small,
    )
    for other in others:
        assert trouble(guide, code_of(other, sort_given(other, {}))) == "edition"


def test_other_words_alone_leave_codes_as_they_are(guide: Guide) -> None:
    first, *rest = guide.questions
    renamed = replace(guide, questions=(replace(first, text="Other words?", label="Other"), *rest))
    assert edition(renamed) == edition(guide)
