"""The JSON door: it opens on a guide of the right version, answers in one spelling, and refuses in words."""

import json

import pytest

from recommender.api import guide_json, open_guide
from recommender.errors import RecommenderError
from recommender.model import Guide

DECISION: dict[str, object] = {
    "least_answers": 2,
    "least_lead": 2,
    "least_quality": 2,
    "most_close": 3,
    "least_cases": 20,
}


def test_a_guide_survives_the_door(guide: Guide) -> None:
    assert open_guide(guide_json(guide)).guide == guide


def test_equal_answers_give_equal_text(small: Guide) -> None:
    adviser = open_guide(guide_json(small))
    assert adviser.recommend('{"rain":"no","money":"short"}') == adviser.recommend('{"money": "short", "rain": "no"}')


@pytest.mark.parametrize("text", ["", "[]", "7", '"rain"', "{"])
def test_answers_that_are_no_object_are_refused_in_words(small: Guide, text: str) -> None:
    with pytest.raises(RecommenderError, match="answers: "):
        open_guide(guide_json(small)).recommend(text)


@pytest.mark.parametrize("text", ["{}", "[]", '{"schema_version": 0}'])
def test_another_version_is_refused(text: str) -> None:
    with pytest.raises(RecommenderError, match="schema_version"):
        open_guide(text)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"title": 7}, "guide.title: must be of type str"),
        ({"colour": "red"}, "guide.colour: must be absent"),
        ({"decision": DECISION | {"least_lead": None}}, "guide.decision.least_lead: must be of type int"),
        ({"decision": {"least_answers": 2}}, "guide.decision.least_cases: must be present"),
        ({"decision": DECISION | {"least_answers": True}}, "guide.decision.least_answers: must be of type int"),
        ({"models": [7]}, r"guide.models\[0\]: must be of type dict"),
    ],
)
def test_a_value_that_does_not_fit_is_named(small: Guide, change: dict[str, object], words: str) -> None:
    value = json.loads(guide_json(small)) | change
    with pytest.raises(RecommenderError, match=words):
        open_guide(json.dumps(value))


def test_a_confidence_that_is_none_is_named(small: Guide) -> None:
    value = json.loads(guide_json(small))
    value["sources"][0]["confidence"] = "total"
    with pytest.raises(RecommenderError, match="must be one of high, medium, low"):
        open_guide(json.dumps(value))
