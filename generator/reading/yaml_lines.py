"""Read one YAML file into plain values that remember the line of every key."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator.problems import DataError, Finding, Problem, quote
from generator.reading.syntax import slip
from generator.reading.text import UNSEEN, read_text, unseen, whole

type Loc = tuple[str | int, ...]

DEEPEST = 20
"""No value lies deeper in lists and mappings; the deepest so far has 7 around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The value of one file and, for every place in it, the line where it stands."""

    file: Path
    value: Any
    lines: dict[Loc, int]

    def problem(self, at: Finding) -> Problem:
        """Return what was found at a place of the value, with the line of that place or the nearest around it."""
        line = next((self.lines[at.loc[:n]] for n in range(len(at.loc), -1, -1) if at.loc[:n] in self.lines), 1)
        return Problem(file=self.file, line=line, path=spell(at.loc), what=at.what, why=at.why, fix=at.fix)


def load_document(file: Path) -> Document:
    """Read one file of YAML, or of JSON, which is YAML as well.

    Text, whole numbers, decimals, true, false and null are the only scalars; aliases and tags are refused.

    Raises:
        DataError: if it cannot be read as text, is empty, not YAML or nested too deep, or says a key twice.
    """
    text = read_text(file)
    reader = _Reader(file=file, events=yaml.parse(text, Loader=yaml.CSafeLoader), rows=len(text.splitlines()))
    try:
        value = reader.document()
    except yaml.MarkedYAMLError as error:
        raise DataError([_syntax(file, text, error)]) from None
    if reader.problems:
        raise DataError(reader.problems)
    return Document(file=file, value=value, lines=reader.lines)


def spell(loc: Loc) -> str:
    """Return a place as a person writes it: `cells.bus.claims[0].text`."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc).removeprefix(".")


DIGITS = 18
"""A number with more of them is none that anyone counts with, and stays text."""

_WHOLE = f"(?:[0-9]{{1,{DIGITS}}})"
_SCALARS: tuple[tuple[re.Pattern[str], Callable[[str], object]], ...] = (
    (re.compile(r"|~|null|Null|NULL"), lambda _: None),
    (re.compile(r"true|True|TRUE|false|False|FALSE"), lambda text: text.lower() == "true"),
    (re.compile(rf"[-+]?{_WHOLE}"), int),
    (re.compile(rf"[-+]?(?:\.{_WHOLE}|{_WHOLE}(?:\.{_WHOLE}?)?)(?:[eE][-+]?[0-9]{{1,3}})?"), float),
    (re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"), lambda text: float(text.replace(".", ""))),
)
"""What unquoted text means. As in YAML 1.2, `no`, `on` and dates remain the text that was written."""


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Takes the parts of a file as they come, noting lines and keys that are said twice."""

    file: Path
    events: Iterator[yaml.Event]
    rows: int
    lines: dict[Loc, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def document(self) -> Any:  # noqa: ANN401 - YAML holds any value
        next(self.events)  # the start of the file
        if isinstance(next(self.events), yaml.StreamEndEvent):
            raise DataError([whole(self.file, "is empty", "a data file must say something", "fill it or delete it")])
        value = self._value(next(self.events), ())
        next(self.events)  # the end of what it says
        following = next(self.events)
        if not isinstance(following, yaml.StreamEndEvent):
            raise self._refusal(following, "has a second part", "only the first would be read", "remove the line `---`")
        return value

    def _value(self, event: yaml.Event, loc: Loc) -> Any:  # noqa: ANN401
        self._refuse(event, loc)
        self.lines.setdefault(loc, self._line(event))
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(loc)
        return [self._value(item, (*loc, index)) for index, item in enumerate(self._until(yaml.SequenceEndEvent))]

    def _mapping(self, loc: Loc) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for event in self._until(yaml.MappingEndEvent):
            self._refuse(event, loc)
            if not isinstance(event, yaml.ScalarEvent):
                what, fix = "has a key that is a list or a mapping", "write a word before the colon"
                raise self._refusal(event, what, "keys are words", fix)
            key, inside = event.value, (*loc, event.value)
            if key in found:
                self._doubled(event, inside)
                self._value(next(self.events), inside)
                continue
            self.lines[inside] = self._line(event)
            found[key] = self._value(next(self.events), inside)
        return found

    def _until(self, end: type[yaml.Event]) -> Iterator[yaml.Event]:
        """Yield what begins each entry, whose rest is to be taken before the next is asked for."""
        while not isinstance(event := next(self.events), end):
            yield event

    def _refuse(self, event: yaml.Event, loc: Loc) -> None:
        """Refuse what would make a value larger, deeper or other than it looks."""
        why = "each value says by itself what it is"
        if isinstance(event, yaml.NodeEvent) and event.anchor:
            raise self._refusal(event, f"has the alias or anchor {quote(event.anchor)}", why, "write out the value")
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            raise self._refusal(event, f"has the tag {quote(tag)}", why, "remove it")
        if len(loc) > DEEPEST:
            what, why = f"has more than {DEEPEST} lists and mappings in each other", "nothing in the guide is so deep"
            raise self._refusal(event, what, why, "close brackets, and check the indentation")
        if isinstance(event, yaml.ScalarEvent) and (found := UNSEEN.search(event.value)):
            raise self._refusal(event, *unseen(found[0]))

    def _refusal(self, event: yaml.Event, what: str, why: str, fix: str) -> DataError:
        return DataError([*self.problems, whole(self.file, what, why, fix, self._line(event))])

    def _doubled(self, event: yaml.ScalarEvent, inside: Loc) -> None:
        what, why = f"duplicate key {quote(event.value)}", f"it stands on line {self.lines[inside]} already"
        why, fix = f"{why} and only one of them can count", "remove one of the two"
        line, path = self._line(event), spell(inside)
        self.problems.append(Problem(file=self.file, line=line, path=path, what=what, why=why, fix=fix))

    def _line(self, event: yaml.Event) -> int:
        return min(event.start_mark.line + 1 if event.start_mark else 1, self.rows)


def _scalar(event: yaml.ScalarEvent) -> object:
    if event.implicit[0]:  # neither quoted nor a block of text
        for pattern, convert in _SCALARS:
            if pattern.fullmatch(event.value):
                return convert(event.value)
    return event.value


def _syntax(file: Path, text: str, error: yaml.MarkedYAMLError) -> Problem:
    line, what, why, fix = slip(text, error)
    if file.suffix == ".json":
        what, why, fix = f"is not JSON ({what})", "nothing in the file can be read", "check brackets, quotes and commas"
    return whole(file, what, why, fix, line)
