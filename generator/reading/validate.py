"""Hold the gathered data against the schema, which is the recommender's own dataclasses and nothing else."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.problems import DataError
from generator.reading.checks import check
from generator.reading.load import COLLECTIONS, SETTINGS, Tree, load_tree
from generator.reading.shape import adapter, fit
from generator.reading.yaml_lines import Loc
from recommender.advice import Decision
from recommender.model import SCHEMA_VERSION, Guide
from recommender.wording import Wording


def read_guide(root: Path, *, examples: bool = True) -> Guide:
    """Load and check the whole data folder; without `examples`, worked ones may come out otherwise than they promise.

    Raises:
        DataError: with every problem that was found; a mistake in one place hides none in another.
    """
    tree = load_tree(root)
    guide = _shape(tree)
    problems = [*tree.problems, *check(guide, tree, examples=examples)]
    if problems:
        raise DataError(problems)
    return guide


def schema(kind: type) -> dict[str, Any]:
    """Return the JSON Schema of a type of the schema, for editors."""
    return adapter(kind).json_schema()


def _shape(tree: Tree) -> Guide:
    """Return a guide of everything that has the right shape; the tree learns of the rest."""
    collections: dict[str, Any] = {name: tuple(_items(tree, name)) for name in COLLECTIONS}
    nothing: dict[str, list[Any]] = {name: [] for name in COLLECTIONS}
    settings = None if SETTINGS in tree.broken else _value(tree, Guide, tree.settings | nothing, ())
    if settings is None:
        tree.broken.add(SETTINGS)
    return replace(settings or _blank_settings(), **collections)


def _blank_settings() -> Guide:
    """Return settings that find no fault, for checking the rest of a guide whose own cannot be read."""
    return Guide(
        schema_version=SCHEMA_VERSION,
        title="-",
        question="-",
        jurisdiction="-",
        reviewed_on=date.min.isoformat(),
        version="-",
        disclaimer="-",
        copyright="-",
        short_answer=(),
        compare_first=(),
        headcount="-",
        today=None,
        sharing="-",
        repository=None,
        decision=Decision(least_answers=1, least_lead=1, least_quality=1, most_close=2, least_cases=1),
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
    shaped, misfits = fit(kind, value, loc)
    tree.problems.extend(tree.problem(at.loc, what=at.what, why=at.why, fix=at.fix) for at in misfits)
    return shaped
