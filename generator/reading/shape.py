"""Hold plain values against a type of the schema, and say in words where they do not fit it."""

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, get_args

from pydantic import ConfigDict, TypeAdapter, ValidationError, with_config
from pydantic_core import ErrorDetails

from generator.problems import Finding, brief, nearest
from generator.reading.yaml_lines import DIGITS, Loc

LONGEST = 600
"""No text of a file has more characters; the longest so far has 462."""

_STRICT = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False, str_max_length=LONGEST)

_WORDS = {
    "missing": ("is missing", "`{parent}` needs it", "add `{key}:`"),
    "unexpected_keyword_argument": ("unknown key `{key}`", "nothing would read it", "{hint}"),
    "extra_forbidden": ("unknown key `{key}`", "nothing would read it", "{hint}"),
    "greater_than": ("must be above 0", "others are divided by it", "measure it again"),
    "string_type": (
        "must be text, not {given}",
        "it is shown to people",
        "write words, in quotes if need be",
    ),
    "string_too_long": (
        f"has more than {LONGEST} characters",
        "nobody reads so far in one breath",
        "shorten it, or make two of it",
    ),
    "float_type": ("must be a number, not {given}", "it is compared and added up", "write digits without quotes"),
    "finite_number": ("must be a finite number", "it is compared and added up", "write digits"),
    "bool_type": ("must be true or false, not {given}", "nothing is between the two", "write one of these"),
    "int_type": (
        "must be a whole number, not {given}",
        "it is counted or sorted by",
        "write digits without quotes",
    ),
    "tuple_type": ("must be a list, not {given}", "there can be several", "start each entry with `- `"),
    "dict_type": ("must be a mapping, not {given}", "each entry has a name", "write `name: value` lines"),
    "dataclass_type": ("must be a mapping, not {given}", "its parts have names", "write `name: value` lines"),
    "literal_error": (
        "must be one of {allowed}, not {given}",
        "only these have a meaning",
        "choose one of them",
    ),
}
"""What, why and what to do, by pydantic's name of the mistake."""


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:  # noqa: ANN401 - any type of the schema
    """Return what reads a type strictly: no unknown key, no text for a number."""
    return TypeAdapter(with_config(_STRICT)(kind))


def fit(kind: Any, value: object, loc: Loc = ()) -> tuple[Any, list[Finding]]:  # noqa: ANN401 - any type of the schema
    """Return the value as that type, or None and where it does not fit; `loc` is the place of the value."""
    try:
        # JSON mode: there a list may become a tuple, while text never becomes a number.
        return adapter(kind).validate_json(json.dumps(value)), []
    except ValidationError as error:
        return None, list(_misfits(kind, error.errors(), loc))


def _misfits(kind: Any, details: list[ErrorDetails], start: Loc) -> Iterator[Finding]:  # noqa: ANN401
    choices: dict[Loc, list[tuple[Loc, ErrorDetails]]] = {}
    for detail in details:
        place, choice = _place(kind, detail["loc"])
        if choice is None:
            yield _finding(kind, detail, start, place, _words(detail))
        else:
            choices.setdefault(choice, []).append((place, detail))
    # Of a choice of types, pydantic tells what is wrong with each: one that fitted further in is what was meant.
    for choice, tried in choices.items():
        deeper = [(place, detail) for place, detail in tried if place != choice]
        for place, detail in deeper:
            yield _finding(kind, detail, start, place, _words(detail))
        if not deeper:
            yield _finding(kind, tried[0][1], start, choice, _any_of([detail for _, detail in tried]))


def _finding(kind: Any, detail: ErrorDetails, start: Loc, place: Loc, words: tuple[str, str, str]) -> Finding:  # noqa: ANN401
    loc = (*start, *place)
    values = {
        "key": brief(loc[-1]) if loc else "",
        "parent": brief(next((part for part in reversed(loc[:-1]) if isinstance(part, str)), kind.__name__.lower())),
        "given": _named(detail["input"]),
        "allowed": detail.get("ctx", {}).get("expected", ""),
        "hint": _hint(kind, place),
    }
    return Finding(loc, *(text.format(**values) for text in words))


def _words(detail: ErrorDetails) -> tuple[str, str, str]:
    return _WORDS.get(detail["type"], (detail["msg"].lower(), "the schema does not allow it", "see the schema"))


def _any_of(details: list[ErrorDetails]) -> tuple[str, str, str]:
    """Return the words for a value that is of none of several types: `must be text or a whole number, not {given}`."""
    musts = [_words(detail)[0].removeprefix("must be ").removesuffix(", not {given}") for detail in details]
    return f"must be {' or '.join(musts)}, not {{given}}", "nothing else can be read here", "write one of these"


def _named(value: object) -> str:
    kinds = {dict: "a mapping", list: "a list", bool: "true or false", int: "a number", float: "a number"}
    if value is None:
        return "nothing"
    if isinstance(value, str) and value.isdecimal() and len(value) > DIGITS:
        return f"a number of {len(value)} digits"
    return kinds.get(type(value), f"the text {json.dumps(brief(value))}")


def _hint(kind: Any, place: Loc) -> str:  # noqa: ANN401
    near = nearest(str(place[-1]), _keys_at(kind, place[:-1])) if place else ""
    return near or "check its spelling and indentation, or remove it"


def _place(kind: Any, steps: Loc) -> tuple[Loc, Loc | None]:  # noqa: ANN401
    """Return the place in the data, and that of the choice of types that it lies in.

    Pydantic names the type that it tried, and that it speaks of a key, as steps of their own.
    """
    loc: Loc = ()
    for index, step in enumerate(steps):
        if len(_types(kind)) > 1:
            return (*loc, *steps[index + 1 :]), loc
        if step != "[key]":
            loc = (*loc, step)
            kind = _inside(kind, step)
    return loc, None


def _keys_at(kind: Any, place: Loc) -> list[str]:  # noqa: ANN401
    for step in place:
        kind = _inside(kind, step)
    return [field.name for field in fields(kind)] if is_dataclass(kind) else []


def _inside(kind: Any, step: str | int) -> Any:  # noqa: ANN401
    """Return the type one step inside a type, or None where that says nothing more."""
    (kind, *others) = _types(kind)
    if is_dataclass(kind):
        return next((field.type for field in fields(kind) if field.name == step), None)
    inner = () if others else get_args(kind)
    return inner[0 if isinstance(step, int) else -1] if inner else None


def _types(kind: Any) -> list[Any]:  # noqa: ANN401
    """Return the types among which a type is a choice, leaving nothing aside; a single one for all other types."""
    kind = getattr(kind, "__value__", kind)  # the type that an alias stands for
    return [each for each in get_args(kind) if each is not type(None)] if isinstance(kind, UnionType) else [kind]
