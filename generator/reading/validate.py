"""Hold the gathered data against the schema, which is the recommender's own dataclasses and nothing else."""

from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.problems import DataError, Problem
from generator.reading.checks import check
from generator.reading.checks.advice import check_examples
from generator.reading.doubles import singled
from generator.reading.load import COLLECTIONS, SETTINGS, load_tree
from generator.reading.shape import adapter, fit
from generator.reading.tree import Tree, Written
from recommender.advice import Decision
from recommender.model import SCHEMA_VERSION, Guide
from recommender.wording import Wording


def read_guide(root: Path, *, examples: bool = True) -> Guide:
    """Load and check the whole data folder; without `examples`, worked ones may come out otherwise than they promise.

    Raises:
        DataError: with every problem that was found.
    """
    return read(root, examples=examples)[0]


def read(root: Path, *, examples: bool = True) -> tuple[Guide, Tree]:
    """Return what `read_guide` returns, and the tree that knows where each thing stands.

    Raises:
        DataError: with every problem that was found; a mistake in one place hides none in another. Worked examples are
            held against a guide that has no other.
    """
    tree = load_tree(root)
    guide, tree = _shape(tree)
    problems = [*tree.problems, *check(guide, tree)]
    if examples and not problems:
        problems = [tree.problem(at) for at in check_examples(guide)]
    if problems:
        raise DataError(problems)
    return guide, tree


def schema(kind: type) -> dict[str, Any]:
    """Return the JSON Schema of a type of the schema, for editors."""
    return adapter(kind).json_schema()


def _shape(tree: Tree) -> tuple[Guide, Tree]:
    """Return a guide of everything that has the right shape, and the tree of just that, which knows of the rest."""
    settings, problems = _settings(tree)
    broken = tree.broken if settings else tree.broken | {SETTINGS}
    shaped, kept = dict[str, Any](), dict[str, tuple[Written, ...]]()
    for name, items in tree.collections.items():
        tried = [(item, *fit(COLLECTIONS[name], item.value)) for item in items]
        shaping = [(item, value) for item, value, misfits in tried if not misfits]
        fitting, doubled = singled(shaping)
        shaped[name], kept[name] = tuple(value for _, value in fitting), tuple(item for item, _ in fitting)
        problems += [*doubled, *(item.problem(at) for item, _, misfits in tried for at in misfits)]
        broken |= {name} if len(fitting) < len(items) else set()
    tree = replace(tree, collections=kept, problems=(*tree.problems, *problems), broken=broken)
    return replace(settings or _blank_settings(), **shaped), tree


def _settings(tree: Tree) -> tuple[Guide | None, list[Problem]]:
    """Return a guide without any items, or None and why its settings cannot be read."""
    if SETTINGS in tree.broken:
        return None, []
    given = {name: each.value for name, each in tree.settings.items()}
    settings, misfits = fit(Guide, given | {name: [] for name in COLLECTIONS})
    return settings, [tree.problem(at) for at in misfits]


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
        rise=None,
        sharing="-",
        repository=None,
        renewal=None,
        decision=Decision(least_answers=1, least_lead=1, least_quality=1, most_close=2, least_cases=1),
        wording=Wording(**dict.fromkeys(_texts(Wording), "-"), weights=("0", "1"), months=tuple(map(str, range(12)))),
        **dict.fromkeys(COLLECTIONS, ()),
    )


def _texts(kind: type) -> list[str]:
    return [field.name for field in fields(kind) if field.type is str]
