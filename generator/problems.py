"""What is wrong with the data, where, why it matters, and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """One mistake in one file; `line` counts from 1, `path` is the place inside the file ("" for the whole)."""

    file: Path
    line: int
    path: str
    what: str
    why: str
    fix: str

    def __str__(self) -> str:
        """Return `file:line: path: what is wrong, why, what to do` as one line, of which each part has its length."""
        path, what, why, fix = map(brief, (self.path, self.what, self.why, self.fix), _PARTS)
        return f"{_printable(_shown(self.file))}:{self.line}: {path or 'file'}: {what}, {why}; {fix}"


class BuildError(Exception):
    """A build that cannot go on, in one line."""


class Finding(NamedTuple):
    """A problem whose place is still a place in the schema and not yet a file and line."""

    loc: tuple[str | int, ...]
    what: str
    why: str
    fix: str


def one_of(known: Iterable[str]) -> str:
    """Return the advice to choose one of the known words, of which those are named that have room."""
    words = ", ".join(sorted(known))
    if len(words) > _LISTED:
        words = f"{words[:_LISTED].rpartition(', ')[0] or words[:_LISTED]}, …"
    return f"use one of {words}" if words else "there is none yet: add one"


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the advice to write the known word that was probably meant, or "" if none is like it."""
    near = get_close_matches(brief(word), list(known), n=1)
    return f"did you mean {quote(near[0])}? Else remove it" if near else ""


def quote(value: object) -> str:
    """Return a value as a message quotes it: in backticks, on one line, and no longer than somebody reads."""
    return f"`{brief(value)}`"


def brief(value: object, longest: int = 80) -> str:
    """Return a value as text on one line, cut where it is longer than somebody reads."""
    text = _printable(str(value)[: longest + 1])
    return text if len(text) <= longest else f"{text[:longest]}…"


def _printable(value: object) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in str(value))


_LISTED = 85
_PARTS = (80, 125, 75, 100)
"""The longest path, trouble, reason and advice: 400 characters behind the name of the file, all in all."""


class DataError(Exception):
    """The data cannot be used; `problems` holds everything that was found, in order of place."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep the problems in the order in which a person would walk through the files."""
        super().__init__(f"{len(problems)} problem(s) in the data")
        self.problems = sorted(set(problems))


def _shown(file: Path) -> Path:
    """Return the shortest way to name a file from where the command was started."""
    here = Path.cwd()
    return file.relative_to(here) if file.is_relative_to(here) else file
