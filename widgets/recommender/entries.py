"""The part of the schema that holds fields which a reader may fill in beside the questions, and what counts in them."""

from dataclasses import dataclass
from typing import Literal

type EntryKind = Literal["number", "choice", "text", "date"]

LONGEST_TEXT = 40
"""No text filled in has more characters."""

_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DATE = "0000-00-00"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryOption:
    """One thing to choose in an entry."""

    id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A field that a reader may fill in: a number, one of some options, a few words, or an ISO day.

    Numbers from `least` to `most` are accepted, and a day that lies ahead if it is a `future` one. `help` says what is
    meant, and `find` where it stands on paper.
    """

    id: str
    order: int
    group: str
    label: str
    unit: str | None = None
    kind: EntryKind = "number"
    options: tuple[EntryOption, ...] = ()
    least: int = 0
    most: int | None = None
    future: bool = False
    help: str | None = None
    find: str | None = None


def is_text(given: object) -> bool:
    """Say whether this is a short text of one line that can be shown as it is."""
    return isinstance(given, str) and bool(given.strip()) and len(given) <= LONGEST_TEXT and given.isprintable()


def is_day(given: object) -> bool:
    """Say whether this is a day as `2026-01-31`."""
    if not isinstance(given, str) or len(given) != len(_DATE) or not given.isascii():
        return False
    if not all(sign.isdigit() if place == "0" else sign == place for sign, place in zip(given, _DATE, strict=True)):
        return False
    year, month, day = (int(part) for part in given.split("-"))
    if not (year and 1 <= month <= len(_MONTHS) and 1 <= day <= _MONTHS[month - 1]):
        return False
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return leap or (month, day) != (2, 29)
