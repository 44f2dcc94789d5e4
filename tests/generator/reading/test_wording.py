"""Each sentence is given just the placeholders that it may have, in whatever case it is said."""

import json
import string
from dataclasses import fields, replace

import pytest

from generator.reading.checks.wording import PLACEHOLDERS, check_wording
from recommender.explain import explain
from recommender.model import Guide
from recommender.scoring import recommend
from recommender.wording import Wording
from shared import draw_given

SENTENCES = [field.name for field in fields(Wording) if field.type is str]


@pytest.fixture(scope="module")
def full(small: Guide) -> Guide:
    """Return the tiny guide with sentences that have every placeholder which they may have."""
    texts = {name: "".join(f"<{{{each}}}>" for each in sorted(PLACEHOLDERS.get(name, ()))) for name in SENTENCES}
    return replace(small, wording=replace(small.wording, **{name: text or "-" for name, text in texts.items()}))


def test_what_a_sentence_may_have_is_filled_in(full: Guide) -> None:
    assert not list(check_wording(full))
    for answers in draw_given(full, 300, seed=5):
        said = json.dumps(explain(full, recommend(full, answers)))
        assert "<{" not in said


@pytest.mark.parametrize(
    "text",
    ["{answers}", "{models!z}", "{points:q}", "{models:>99999999}", "{points[0]}", "{models.x}", "{}", "{0}", "{", "}"],
)
def test_nothing_else_is_a_placeholder(small: Guide, text: str) -> None:
    for name in SENTENCES:
        (at,) = check_wording(replace(small, wording=replace(small.wording, **{name: f"a {text} b"})))
        assert at.loc == ("wording", name)


def test_placeholders_are_those_of_sentences() -> None:
    assert {*PLACEHOLDERS} <= {*SENTENCES}


def test_sentences_that_are_filled_in_may_have_doubled_braces(full: Guide) -> None:
    (name, *_) = PLACEHOLDERS
    said = replace(full.wording, **{name: "{{x}}"})
    assert not list(check_wording(replace(full, wording=said)))
    assert string.Formatter().format(getattr(said, name)) == "{x}"
