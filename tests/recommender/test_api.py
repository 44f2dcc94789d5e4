"""The JSON door: it opens on a guide of the right version, answers in one spelling, and refuses in words."""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import asdict

import pytest

from recommender.api import Adviser, guide_json, open_guide
from recommender.errors import RecommenderError
from recommender.given import PEOPLE
from recommender.model import Guide
from shared import draw_answers

DECISION: dict[str, object] = {
    "least_answers": 2,
    "least_lead": 2,
    "least_quality": 2,
    "most_close": 3,
    "least_cases": 20,
}


def test_a_guide_survives_the_door(guide: Guide) -> None:
    assert asdict(open_guide(guide_json(guide)).guide) == asdict(guide)


def test_equal_answers_give_equal_text(small: Guide) -> None:
    adviser = open_guide(guide_json(small))
    assert adviser.recommend('{"rain":"no","money":"short"}') == adviser.recommend('{"money": "short", "rain": "no"}')


@pytest.mark.parametrize("text", ["", "[]", "7", '"rain"', "{"])
def test_answers_that_are_no_object_are_refused_in_words(small: Guide, text: str) -> None:
    with pytest.raises(RecommenderError, match="answers: "):
        open_guide(guide_json(small)).recommend(text)


def test_every_question_answered_twice_is_let_through(guide: Guide) -> None:
    places = [place.id for place in guide.jurisdictions]
    answers: dict[str, object] = {each.id: places for each in guide.questions}
    answers |= {each.id: "9999999.9999" for each in guide.amounts}
    before = Adviser(guide=guide).contrast(json.dumps({"before": answers, "after": answers}))
    assert json.loads(before)["changes"] == []
    assert Adviser(guide=guide).report(json.dumps({"answers": answers, "link": "x" * 20_000}))


@pytest.mark.parametrize(
    "request_", ['{"answers": {}, "date": 7}', '{"answers": {}, "link": ["a"]}', '{"answers": []}']
)
def test_a_request_for_a_report_of_another_shape_is_refused(small: Guide, request_: str) -> None:
    with pytest.raises(RecommenderError, match="must be"):
        Adviser(guide=small).report(request_)


@pytest.mark.parametrize("text", ["{}", "[]", '{"schema_version": 0}'])
def test_another_version_is_refused(text: str) -> None:
    with pytest.raises(RecommenderError, match="schema_version"):
        open_guide(text)


def test_a_version_is_quoted_in_short() -> None:
    with pytest.raises(RecommenderError) as caught:
        open_guide(json.dumps({"schema_version": ["x" * 10_000]}))
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"title": 7}, "guide.title: must be of type str"),
        ({"colour": "red"}, "guide.colour: must be absent"),
        ({"decision": DECISION | {"least_lead": None}}, "guide.decision.least_lead: must be of type int"),
        ({"decision": {"least_answers": 2}}, "guide.decision.least_cases: must be present"),
        ({"decision": DECISION | {"least_answers": True}}, "guide.decision.least_answers: must be of type int"),
        ({"x" * 10_000: 1}, f"guide.{'x' * 194}: must be absent"),
        ({"models": [7]}, r"guide.models\[0\]: must be of type dict"),
    ],
)
def test_a_value_that_does_not_fit_is_named(small: Guide, change: dict[str, object], words: str) -> None:
    value = json.loads(guide_json(small)) | change
    with pytest.raises(RecommenderError, match=words) as caught:
        open_guide(json.dumps(value))
    assert "python" not in str(caught.value)  # a reader of the page is told, who has no command line


@pytest.mark.parametrize("number", ["NaN", "-Infinity", "1e999"])
def test_an_amount_that_is_no_number_is_named(small: Guide, number: str) -> None:
    value = json.loads(guide_json(small))
    value["amounts"][0]["low"] = "here"
    with pytest.raises(RecommenderError, match=r"guide.amounts\[0\].low: must be finite"):
        open_guide(json.dumps(value).replace('"here"', number))


def test_a_confidence_that_is_none_is_named(small: Guide) -> None:
    value = json.loads(guide_json(small))
    value["sources"][0]["confidence"] = "total"
    with pytest.raises(RecommenderError, match="must be one of high, medium, low"):
        open_guide(json.dumps(value))


def odd(drawn: random.Random, names: list[str], depth: int = 0) -> object:
    """Return any value that JSON can hold, most of them nothing that anybody asked for."""
    texts = [*names, "", "not_sure", "\ud800", "\udfff\ud83d", "é🐝", "\0\n", "[" * 50, "x" * 300, "{models}"]
    numbers = [0, 1, 3, -1, 10**7, 10**4200, 1.5, 1e308, float("nan"), float("inf"), True, False, None]
    if depth > 3 or drawn.random() < 0.7:
        return drawn.choice([drawn.choice(texts), drawn.choice(numbers)])
    if drawn.random() < 0.5:
        return [odd(drawn, names, depth + 1) for _ in range(drawn.randint(0, 3))]
    return {drawn.choice(texts): odd(drawn, names, depth + 1) for _ in range(drawn.randint(0, 4))}


def torn(drawn: random.Random, text: str) -> str:
    """Return a text with a few places cut, doubled, or filled with what JSON does not expect there."""
    for _ in range(drawn.randint(0, 3)):
        place, end = sorted(drawn.randint(0, len(text)) for _ in range(2))
        end = min(end, place + 40)
        filled = ["", text[place:end] * 2, "[" * 6000, '{"a":' * 40, "9" * 5000, "\\ud800", '"', "\\", "\ud800", "NaN"]
        text = text[:place] + drawn.choice(filled) + text[end:]
    return text


def requests(guide: Guide, count: int) -> Iterator[str]:
    """Yield texts drawn with a fixed seed: odd values below known names, and torn texts."""
    drawn = random.Random(8)
    names = [each.id for group in (guide.questions, guide.amounts, guide.jurisdictions) for each in group]
    names += [option.id for question in guide.questions for option in question.options] + ["weight_purse"]
    for _ in range(count):
        answers = {drawn.choice(names): odd(drawn, names) for _ in range(drawn.randint(0, 5))}
        asked = {"answers": answers, "before": answers, "after": {}, "date": drawn.choice(names), **answers}
        text = json.dumps(asked, ensure_ascii=drawn.random() < 0.5)
        yield torn(drawn, text) if drawn.random() < 0.4 else text


def test_whatever_the_text_an_answer_or_a_refusal_in_words_leaves_the_door(small: Guide) -> None:
    adviser = Adviser(guide=small)
    doors: list[Callable[[str], str]] = [adviser.recommend, adviser.report, adviser.contrast]
    answered, refused = 0, list[str]()
    for text in requests(small, 1000):
        for door in doors:
            try:
                said = door(text)
                answered += 1
            except RecommenderError as refusal:
                said = str(refusal)
                refused.append(said)
            said.encode()
    assert 500 < answered < 2500
    assert all(len(said) < 300 and len(said.splitlines()) == 1 for said in refused)


def test_whatever_the_text_a_guide_or_a_refusal_in_words_comes_of_it(small: Guide) -> None:
    drawn = random.Random(9)
    whole = guide_json(small)
    for _ in range(500):
        value = json.loads(whole)
        within = value
        while isinstance(within, dict | list) and within:
            key = drawn.choice(list(within) if isinstance(within, dict) else range(len(within)))
            if drawn.random() < 0.3:
                within[key] = odd(drawn, ["id"])
            within = within[key]
        text = json.dumps(value)
        said = ""
        try:
            open_guide(torn(drawn, text) if drawn.random() < 0.3 else text)
        except RecommenderError as refusal:
            said = str(refusal)
        assert len(said.encode()) < 400


def test_a_code_opens_the_answers_again_or_tells_why_not(guide: Guide) -> None:
    adviser = Adviser(guide=guide)
    (answers,) = draw_answers(guide, 1, seed=4)
    told = json.loads(adviser.recommend(json.dumps(answers)))
    opened = json.loads(adviser.answers_of(json.dumps({"code": told["code"]})))
    assert (opened["fragment"], opened["trouble"], told["uncoded"]) == (told["fragment"], "", False)
    assert json.loads(adviser.recommend(json.dumps(opened["answers"]))) == told
    for code, trouble in (("?", "signs"), ("", "length"), (told["code"][:-1] + "-", "length")):
        refused = json.loads(adviser.answers_of(json.dumps({"code": code})))
        assert refused == {"answers": {}, "fragment": "", "trouble": trouble}


@pytest.mark.parametrize(
    "name", [lambda guide: guide.amounts[0].id, lambda guide: f"{PEOPLE}{guide.jurisdictions[0].id}"]
)
def test_what_a_code_leaves_out_is_told(guide: Guide, name: Callable[[Guide], str]) -> None:
    assert json.loads(Adviser(guide=guide).recommend(json.dumps({name(guide): 9})))["uncoded"]
