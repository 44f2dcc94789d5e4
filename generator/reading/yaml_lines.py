"""Read one YAML file into plain values that remember the line of every key."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator.problems import DataError, Finding, Problem

type Loc = tuple[str | int, ...]


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
    """Read one file; text, whole numbers, decimals, true, false and null are the only scalars.

    Raises:
        DataError: if it is empty, not UTF-8, not YAML, or says a key twice.
    """
    text = _text(file)
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        raise DataError([_syntax(file, text, error)]) from None
    except yaml.YAMLError as error:
        what = f"has a character that YAML forbids ({str(error).splitlines()[0]})"
        raise DataError([_whole(file, 1, what, "nothing in the file can be read", "remove it")]) from None
    if node is None:
        raise DataError([_whole(file, 1, "is empty", "a data file must say something", "fill it or delete it")])
    reader = _Reader(file=file)
    value = reader.read(node, ())
    if reader.problems:
        raise DataError(reader.problems)
    return Document(file=file, value=value, lines=reader.lines)


def spell(loc: Loc) -> str:
    """Return a place as a person writes it: `cells.bus.claims[0].text`."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc).removeprefix(".")


class _Loader(yaml.CSafeLoader):
    """Resolves scalars as YAML 1.2 does, so that `no`, `on` and dates remain the text that was written."""


_SCALARS: dict[str, tuple[str, Callable[[str], object]]] = {
    "bool": (r"true|false", lambda text: text == "true"),
    "int": (r"-?[0-9]{1,18}", int),  # what is longer is no number that anyone counts with, and stays text
    "float": (r"-?[0-9]+\.[0-9]+", float),
    "null": (r"null|~|", lambda _: None),
}
_Loader.yaml_implicit_resolvers = {}
for _name, (_pattern, _) in _SCALARS.items():
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", re.compile(f"^(?:{_pattern})$"), None)


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Walks the nodes of a file once, noting lines and keys that are said twice."""

    file: Path
    lines: dict[Loc, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def read(self, node: yaml.Node, loc: Loc) -> Any:  # noqa: ANN401 - YAML holds any value
        self.lines.setdefault(loc, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, loc)
        if isinstance(node, yaml.SequenceNode):
            return [self.read(item, (*loc, index)) for index, item in enumerate(node.value)]
        convert = _SCALARS.get(node.tag.removeprefix("tag:yaml.org,2002:"))
        return convert[1](node.value) if convert else node.value

    def _mapping(self, node: yaml.MappingNode, loc: Loc) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, item in node.value:
            line, inside = key.start_mark.line + 1, (*loc, str(key.value))
            if not isinstance(key, yaml.ScalarNode):
                what = "has a key that is a list or a mapping"
                self.problems.append(_whole(self.file, line, what, "keys are words", "write a word before the colon"))
                continue
            if key.value in found:
                why = f"it stands on line {self.lines[inside]} already and only one of them can count"
                self.problems.append(
                    Problem(
                        file=self.file,
                        line=line,
                        path=spell(inside),
                        what=f"duplicate key `{key.value}`",
                        why=why,
                        fix="remove one of the two",
                    )
                )
                continue
            self.lines[inside] = line
            found[key.value] = self.read(item, inside)
        return found


def _text(file: Path) -> str:
    data = file.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise DataError(
            [_whole(file, line, "is not UTF-8", "other encodings garble names", "save the file as UTF-8")]
        ) from None


def _syntax(file: Path, text: str, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark
    line = mark.line + 1 if mark else 1
    rows = text.splitlines()
    if line <= len(rows) and "\t" in rows[line - 1]:
        return _whole(file, line, "has a tab", "YAML indents with spaces only", "replace the tab by two spaces")
    what = f"is not YAML ({error.problem})"
    fix = "check the indentation, colons and quotes here and on the line above"
    return _whole(file, line, what, "nothing in the file can be read", fix)


def _whole(file: Path, line: int, what: str, why: str, fix: str) -> Problem:
    return Problem(file=file, line=line, path="", what=what, why=why, fix=fix)
