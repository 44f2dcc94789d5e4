"""The words of the published guide's subject: only its data may know them, neither code nor another guide's site."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from types import UnionType
from typing import Any, Literal, TypeAliasType, get_args, get_origin, get_type_hints

from recommender.model import Guide
from recommender.result import Explained

FIELD = (
    *(
        r"agenc(?:y|ies)",
        "benefits",
        r"co-?employ\w*",
        "employers?",
        "employees?",
        "employed",
        "employments?",
        "federal",
        "headcounts?",
    ),
    *(r"hir(?:e|es|ed|ing)", "HR", r"insur\w+", r"liab\w+", r"outsourc\w+", "payrolls?", "premiums?", "providers?"),
    *("staff", r"tax(?:es|ed|ing)?", r"unemploy\w+", "wages?", "workforce"),
)
"""What no text may say, in any case: words of the field, and none that the tool needs for itself."""

SHOWN = (*FIELD, "states?", "workers?")
"""What no reader of another guide may see either; a program has states and workers of its own."""


def of_data(guide: Guide) -> set[str]:
    """Return the names that the data of a guide give to its subject, as they are spelt there."""
    models = {name for model in guide.models for name in (model.abbreviation, model.name)}
    terms = {term.term for term in guide.terms if " " not in term.term}
    places = {place.name for place in guide.jurisdictions}
    return {name for name in models | terms if not _plain(name)} | places | {guide.title, guide.question}


def pattern(guide: Guide, words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds any of these words, and any name of the data, each as a whole word."""
    exact = "|".join(re.escape(name) for name in sorted(of_data(guide), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:(?i:{'|'.join(words)})|{exact})(?![\w-])")


def schema_names() -> set[str]:
    """Return the names that schema and results have for what they hold: a program has no other way to say it."""
    return set(_names(Guide, set())) | set(_names(Explained, set()))


def _names(kind: Any, seen: set[Any]) -> Iterator[str]:  # noqa: ANN401 - any type of the schema
    if isinstance(kind, TypeAliasType):
        kind = kind.__value__
    if kind in seen:
        return
    seen.add(kind)
    if get_origin(kind) is Literal:
        yield from get_args(kind)
    elif get_origin(kind) or isinstance(kind, UnionType):
        for inner in get_args(kind):
            yield from _names(inner, seen)
    elif is_dataclass(kind) or hasattr(kind, "__required_keys__"):
        hints = {field.name: field.type for field in fields(kind)} if is_dataclass(kind) else get_type_hints(kind)
        for name, inner in hints.items():
            yield name
            yield from _names(inner, seen)


def _plain(name: str) -> bool:
    """Say whether a name is a word of the language as much as one of the field, such as a model called “Stay”."""
    return name.isalpha() and name.istitle()
