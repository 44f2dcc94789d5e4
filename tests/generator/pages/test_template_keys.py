"""What the recommender's page shows of a result is there: its templates and the result's types know the same keys."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any, get_args, get_origin, get_type_hints, is_typeddict

import pytest

from generator.pages import Agreement, edition_of, pages
from generator.pages.render import Renderer
from recommender.model import Guide
from recommender.result import Explained
from recommender.result_answers import SensitivityWords, Weighed
from recommender.result_contrast import Contrast
from recommender.result_deadline import DeadlineWords
from recommender.result_facts import BillWords, Question
from recommender.result_lines import Drawing
from recommender.result_quotes import Piece, QuoteWords, ToSend
from recommender.result_reasons import Citation, Publication, QualityWords, Reason
from shared import ROOT

PAINT = (ROOT / "widgets" / "web" / "paint.js").read_text()
FILLS = set(re.findall(r"^  (\w+): \(element", PAINT, re.MULTILINE))
"""The marks with which the page's script puts a value into an element; `if` and `each` come on top."""
VOID = {"input", "br", "img", "hr", "link", "meta"}
ADDED = {"date", "link", "place"}
"""What the page adds to a result before it is painted."""
BOUNDS = {"least", "most"}
ASKING = {
    "step": {"left"},
    "can": {"can", "final"},
    "checked": {"final", "few", "answered", "label", "answer", "id", "facts", "open", "more", "text"},
    "chip": {"name", "id"},
    "found": {"name", "id"},
    "counted": {"count"},
}
"""What the page says beside one question."""


@dataclass(slots=True)
class Element:
    """An element of the page, with what stands in it."""

    tag: str
    marks: dict[str, str]
    inside: list["Element"] = field(default_factory=list)


class Tree(HTMLParser):
    """The elements of a page, by how they stand in each other."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        marks = {name.removeprefix("data-"): value or "" for name, value in attrs if name.startswith("data-")}
        element = Element(tag, marks)
        self._open[-1].inside.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self._open.pop().tag == tag


def walk(element: Element) -> Iterator[Element]:
    for child in element.inside:
        yield child
        yield from walk(child)


@pytest.fixture(scope="module", params=["choose", "embed"])
def templates(
    request: pytest.FixtureRequest, guide: Guide, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Element]:
    """Return the page's templates by name."""
    whole = edition_of(guide, defaultdict(str))
    shown = next(page for page in pages(whole, Agreement(study=None), None) if page.kind == request.param)
    tree = Tree()
    tree.feed(Renderer(whole, tmp_path_factory.mktemp("jinja")).render(shown))
    return {each.marks["name"]: each for each in walk(tree.root) if each.tag == "template" and "name" in each.marks}


class Reading:
    """Follows a template through the type of what it is filled with."""

    def __init__(self) -> None:
        self.wrong: list[str] = []
        self.shown: dict[type, set[str]] = defaultdict(set)

    def read(self, place: Element, level: type, added: set[str] = frozenset()) -> "Reading":  # type: ignore[assignment]
        """Note what is shown of `level` in `place`, and what is not there to be shown."""
        types = get_type_hints(level)
        for element in place.inside:
            for mark, key in element.marks.items():
                for one in key.split(" ") if mark in {"if", "each"} | FILLS else ():
                    self._note(mark, one, level, types, added)
            row = [child for child in element.inside if child.tag == "template"]
            if "each" in element.marks:
                assert len(row) == 1, f"data-each={element.marks['each']} has {len(row)} templates"
                if entry := _entry(types.get(element.marks["each"])):
                    self.read(row[0], entry)
            else:
                assert not row, f"a template in {element.tag} {element.marks} has no list"
            self.read(Element("", {}, [child for child in element.inside if child.tag != "template"]), level, added)
        return self

    def _note(self, mark: str, key: str, level: type, types: dict[str, Any], added: set[str]) -> None:
        self.shown[level].add(key)
        if key in added:
            return
        if key not in types:
            self.wrong.append(f"{level.__name__} has no {key}, which data-{mark} names")
        elif (mark == "each") != (get_origin(types[key]) is list) and mark != "if":
            self.wrong.append(f"{level.__name__}.{key} is {types[key]}, and data-{mark} cannot show that")


def _entry(value: Any) -> type | None:  # noqa: ANN401 - a type, as Python writes it
    """Return what a list is a list of, if it is one of what a template can be filled with."""
    entry = next(iter(get_args(value)), None) if get_origin(value) is list else None
    return entry if is_typeddict(entry) else None


def test_every_key_of_the_result_is_there_where_the_page_shows_it(templates: dict[str, Element]) -> None:
    assert Reading().read(templates["result"], Explained, ADDED).wrong == []


def test_every_key_of_a_comparison_is_there_where_the_page_shows_it(templates: dict[str, Element]) -> None:
    assert Reading().read(templates["contrast"], Contrast).wrong == []


def test_every_key_of_the_lines_is_there_where_the_page_shows_it(templates: dict[str, Element]) -> None:
    assert Reading().read(templates["lines"], Drawing).wrong == []


def test_other_templates_show_no_values_but_those_of_the_asking(templates: dict[str, Element]) -> None:
    others = {name: each for name, each in templates.items() if name not in {"result", "contrast", "lines"}}
    shown = {
        name: {value for each in walk(place) for key, value in each.marks.items() if key in FILLS | {"if", "each"}}
        for name, place in others.items()
    }
    assert {name: keys for name, keys in shown.items() if keys} == ASKING | {"beyond": BOUNDS, "split": BOUNDS}


UNSHOWN: dict[type, set[str]] = {
    # For machines: what was answered stands in its own list, the outcome in the headline, what was left out in a note.
    Explained: {"schema_version", "outcome", "models", "fragment", "ignored", "disclaimer"},
    Reason: {"rule"},
    Citation: {"source", "statements"},
    Publication: {"source", "url", "confidence"},
    BillWords: {"low", "high"},
    Weighed: {"concern"},
    Piece: {"year"},
    QuoteWords: {"figures"},
    ToSend: {"id"},
    QualityWords: {"model", "abbreviation", "insist"},
    SensitivityWords: {"concern"},
    Question: {"theme"},
    # The days of it stand in its sentences and steps.
    DeadlineWords: {"renewal", "change", "notice_by", "decide_by", "notice_days", "notice_given"},
}
"""What is not shown on purpose; the template has the disclaimer from the guide itself."""


def test_nothing_that_is_told_is_forgotten(templates: dict[str, Element]) -> None:
    reading = Reading().read(templates["result"], Explained, ADDED).read(templates["contrast"], Contrast)
    reading.read(templates["lines"], Drawing)
    forgotten = {
        level.__name__: missing
        for level, shown in reading.shown.items()
        if (missing := set(get_type_hints(level)) - shown - UNSHOWN.get(level, set()))
    }
    assert forgotten == {}
    assert {
        level.__name__: keys & reading.shown[level] for level, keys in UNSHOWN.items() if keys & reading.shown[level]
    } == {}
