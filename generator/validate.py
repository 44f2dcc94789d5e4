"""Hold the gathered data against the schema, which is the recommender's own dataclasses and nothing else."""

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, get_args

from pydantic import ConfigDict, TypeAdapter, ValidationError, with_config
from pydantic_core import ErrorDetails

from generator.checks import check
from generator.load import COLLECTIONS, SETTINGS, Tree, load_tree
from generator.problems import DataError, Problem
from generator.yaml_lines import Loc
from recommender.model import SCHEMA_VERSION, Decision, Guide, Wording

_STRICT = ConfigDict(extra="forbid", strict=True)

_WORDS = {
    "missing": ("is missing", "`{parent}` needs it", "add `{key}:`"),
    "unexpected_keyword_argument": ("unknown key `{key}`", "nothing would read it", "{hint}"),
    "string_type": (
        "must be text, not {given}",
        "it is shown to people",
        "write words, in quotes if need be",
    ),
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


def read_guide(root: Path) -> Guide:
    """Load and check the whole data folder.

    Raises:
        DataError: with every problem that was found; a mistake in one place hides none in another.
    """
    tree = load_tree(root)
    guide = _shape(tree)
    problems = [*tree.problems, *check(guide, tree)]
    if problems:
        raise DataError(problems)
    return guide


def schema(kind: type) -> dict[str, Any]:
    """Return the JSON Schema of a type of the schema, for editors."""
    return _adapter(kind).json_schema()


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:  # noqa: ANN401 - any type of the schema
    return TypeAdapter(with_config(_STRICT)(kind))


def _shape(tree: Tree) -> Guide:
    """Return a guide of everything that has the right shape; the tree learns of the rest."""
    collections: dict[str, Any] = {name: tuple(_items(tree, name)) for name in COLLECTIONS}
    nothing: dict[str, list[Any]] = {name: [] for name in COLLECTIONS}
    settings = None if SETTINGS in tree.broken else _value(tree, Guide, tree.settings | nothing, ())
    if settings is None:
        tree.broken.add(SETTINGS)
    return replace(settings or _stand_in(), **collections)


def _stand_in() -> Guide:
    """Return settings that find no fault, for checking the rest of a guide whose own cannot be read."""
    return Guide(
        schema_version=SCHEMA_VERSION,
        title="-",
        question="-",
        jurisdiction="-",
        reviewed_on=date.min.isoformat(),
        version="-",
        disclaimer="-",
        short_answer=(),
        compare_first=(),
        headcount="-",
        repository=None,
        decision=Decision(least_answers=1, least_lead=1),
        wording=Wording(**dict.fromkeys(_texts(Wording), "-"), weights=("-", "-")),
        **dict.fromkeys(COLLECTIONS, ()),
    )


def _texts(kind: type) -> list[str]:
    return [field.name for field in fields(kind) if field.type is str]


def _items(tree: Tree, name: str) -> Iterator[Any]:
    kept = 0
    for index, value in enumerate(tree.collections[name]):
        item = _value(tree, COLLECTIONS[name], value, (name, index))
        if item is None:
            tree.broken.add(name)
            continue
        # Places count the items that are kept, so that a later check still finds the line of each.
        tree.origins[name, kept] = tree.origins[name, index]
        kept += 1
        yield item


def _value(tree: Tree, kind: Any, value: object, loc: Loc) -> Any:  # noqa: ANN401 - any type of the schema
    try:
        # JSON mode: there a list may become a tuple, while text never becomes a number.
        return _adapter(kind).validate_json(json.dumps(value))
    except ValidationError as error:
        tree.problems.extend(_problem(tree, detail, loc) for detail in error.errors())
        return None


def _problem(tree: Tree, detail: ErrorDetails, start: Loc) -> Problem:
    loc = (*start, *(part for part in detail["loc"] if part != "[key]"))
    words = _WORDS.get(detail["type"], (detail["msg"].lower(), "the schema does not allow it", "see the schema"))
    values = {
        "key": loc[-1] if loc else "",
        "parent": next((part for part in reversed(loc[:-1]) if isinstance(part, str)), "guide"),
        "given": _named(detail["input"]),
        "allowed": detail.get("ctx", {}).get("expected", ""),
        "hint": _hint(loc),
    }
    what, why, fix = (text.format(**values) for text in words)
    return tree.problem(loc, what=what, why=why, fix=fix)


def _named(value: object) -> str:
    kinds = {dict: "a mapping", list: "a list", bool: "true or false", int: "a number", float: "a number"}
    return "nothing" if value is None else kinds.get(type(value), f"the text {json.dumps(value)}")


def _hint(loc: Loc) -> str:
    near = get_close_matches(str(loc[-1]), _keys_at(loc[:-1])) if loc else []
    return f"did you mean `{near[0]}`? Else remove it" if near else "check its spelling and indentation, or remove it"


def _keys_at(loc: Loc) -> list[str]:
    kind: Any = Guide
    for part in loc:
        if is_dataclass(kind):
            kind = next((field.type for field in fields(kind) if field.name == part), None)
        else:
            kind = get_args(kind)[0 if isinstance(part, int) else -1]
    return [field.name for field in fields(kind)] if is_dataclass(kind) else []
