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
        """Return `file:line: path: what is wrong, why, what to do`."""
        place = f"{_shown(self.file)}:{self.line}:"
        return f"{place} {brief(self.path) or 'file'}: {self.what}, {self.why}; {self.fix}"


class BuildError(Exception):
    """A build that cannot go on, in one line."""


class Finding(NamedTuple):
    """A problem whose place is still a place in the schema and not yet a file and line."""

    loc: tuple[str | int, ...]
    what: str
    why: str
    fix: str


def one_of(known: Iterable[str]) -> str:
    """Return the advice to choose one of the known words."""
    return f"use one of {', '.join(sorted(known))}"


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the advice to write the known word that was probably meant, or "" if none is like it."""
    near = get_close_matches(word, list(known), n=1)
    return f"did you mean `{near[0]}`? Else remove it" if near else ""


def brief(value: object) -> str:
    """Return a value as a message quotes it: on one line, and no longer than somebody reads."""
    text = "".join(sign if sign.isprintable() else " " for sign in str(value)[: _LONGEST + 1])
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


_LONGEST = 80


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
