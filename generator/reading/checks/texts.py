"""What the schema cannot say about texts: they are there, have their length and form, and stand in a list once."""

import re
from collections.abc import Iterator
from datetime import date

from generator.problems import Finding, quote
from generator.reading.urls import is_url
from generator.reading.walk import walk
from generator.reading.yaml_lines import Loc
from recommender.model import Guide

_ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")

_TRUTHS = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}
_ITEM = 2
"""How deep a whole item lies: its collection and its place there. A question's answer may well be `yes`."""

_NAMES = ("abbreviation", "code", "group", "kind", "label", "name", "phrase", "term", "theme", "topic", "unit")
LONGEST = {"id": 80, **dict.fromkeys(_NAMES, 120), "short": 60}
"""The most characters of ids and of names, which are part of a line; other texts have the most that the schema allows.

The longest so far have 47 and 60.
"""


def check_ids(guide: Guide) -> Iterator[Finding]:
    """Yield what cannot be an id, and ids of whole items that other programs do not take for words."""
    for loc, value in walk(guide):
        if not hasattr(value, "id"):
            continue
        place = (*loc, "id")
        if not _ID.fullmatch(value.id):
            what = f"{quote(value.id)} cannot be an id"
            yield Finding(place, what, "ids stand in addresses", "use a-z, 0-9, and - or _ between them")
        elif len(loc) == _ITEM and value.id in _TRUTHS:
            what, why = f"{quote(value.id)} cannot be an id", "many programs read it as true or false"
            yield Finding(place, what, why, "write what the item is about")


def check_texts(guide: Guide) -> Iterator[Finding]:
    """Yield texts that are blank, too long, of several lines, or no date or address where one is wanted."""
    for loc, value in walk(guide):
        if isinstance(value, str):
            yield from _text(value, loc)


def check_doubles(guide: Guide) -> Iterator[Finding]:
    """Yield what a list says twice; only factors may be the same."""
    for loc, value in walk(guide):
        if isinstance(value, tuple) and loc[-1:] != ("times",):
            yield from _doubles(value, loc)


def _doubles(items: tuple[object, ...], loc: Loc) -> Iterator[Finding]:
    seen = set[str]()
    for index, item in enumerate(items):
        if not isinstance(item, str):
            continue
        if item in seen:
            what, why = f"{quote(item)} is named twice", "it counts once, and something else may be missing"
            yield Finding((*loc, index), what, why, "remove or correct one of the two")
        seen.add(item)


def _text(text: str, loc: Loc) -> Iterator[Finding]:
    name = str(loc[-1])
    if not text.strip():
        yield Finding(loc, "is empty", "readers would see a gap", "write the text or remove the entry")
    elif len(text) > LONGEST.get(name, len(text)):
        what = f"has {len(text)} characters"
        yield Finding(loc, what, "it has to fit into a line", f"shorten it to {LONGEST[name]}")
    elif "\n" in text:
        why, fix = "a text is one line of a page", "join its lines, or begin it with `>-`, which does"
        yield Finding(loc, "has a line break", why, fix)
    elif name in ("checked_on", "reviewed_on", "date") and not _is_date(text):
        yield Finding(loc, f"{quote(text)} is not a date", "readers see how fresh it is", "write it as 2026-01-31")
    elif name in ("url", "repository") and not is_url(text):
        yield Finding(loc, f"{quote(text)} is not an address", "readers follow it", "write it as https://…")


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
