"""The recommender's form, once within the site and once alone, for a frame on another site."""

from collections.abc import Iterator, Sequence
from typing import Any

from generator.pages.asking import left
from generator.pages.page import Edition, Page, by
from generator.pages.presets import presets
from generator.pages.worked_examples import Worked
from recommender.entries import LONGEST_TEXT
from recommender.given import LARGEST, PEOPLE, QUOTES_ASKED, SITUATION, WEIGHT
from recommender.model import Guide
from recommender.questions import NOT_SURE
from recommender.quote_lines import QUOTES, key

_SHOWN_FIRST = 3


def choose(edition: Edition, examples: Sequence[Worked]) -> Iterator[Page]:
    """Yield the page with the form, and the form alone."""
    words = edition.words("choose")
    values = _values(edition.guide) | {"examples": examples, "promise": examples[:_SHOWN_FIRST], "paper": words}
    values["asking"] = words["asking"]
    yield edition.page("choose", values)
    yield edition.page("embed", values)


def _values(guide: Guide) -> dict[str, Any]:
    return {
        "not_sure": NOT_SURE,
        "largest": LARGEST,
        "weight": WEIGHT,
        "situation": SITUATION,
        "asks_quotes": QUOTES_ASKED,
        "left": left(guide),
        "people": PEOPLE,
        "amounts": by(guide.amounts, lambda amount: amount.group),
        "presets": presets(guide),
        "entries": by(guide.entries, lambda entry: entry.group),
        "longest": LONGEST_TEXT,
        "quotes": QUOTES if guide.quote_lines else (),
        "quote_groups": by(guide.quote_lines, lambda line: line.group),
        "key": key,
        "groups": by(guide.questions, lambda question: question.group),
        "lists": " ".join(question.id for question in guide.questions if question.kind == "places"),
        "numbers": {question.id: number for number, question in enumerate(guide.questions, start=1)},
    }
