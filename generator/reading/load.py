"""Gather the data files into one tree in the shape of the schema, with the way back to file and line."""

from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, get_args, get_origin

from generator.problems import DataError, Finding, Problem
from generator.reading.yaml_lines import Document, Loc, load_document, spell
from recommender.content import Claim
from recommender.model import Guide

COLLECTIONS: dict[str, type] = {
    field.name: get_args(field.type)[0]
    for field in fields(Guide)
    if get_origin(field.type) is tuple and get_args(field.type)[0] not in (Claim, str)
}
"""What may be a file `<name>.yaml` with a list, or a folder `<name>/` with one item or one list a file."""

VERDICTS_FILE = "verdicts.yaml"
STUDY_FILE = "study.json"
BENCHMARK_FILE = "benchmark.json"
"""What stands beside the guide and is no part of it: others' verdicts, how often the recommender agrees with them,
which `make study` writes, and how fast the site was, which `make bench` writes."""

SETTINGS = "guide"
SETTINGS_FILE = f"{SETTINGS}.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The gathered data; `origins` leads from the first one or two steps of a place to where they were written.

    `problems` holds what could not be read, `broken` the collections (or SETTINGS) that are not whole because of it.
    """

    root: Path
    settings: dict[str, Any] = field(default_factory=dict)
    collections: dict[str, list[Any]] = field(default_factory=lambda: {name: [] for name in COLLECTIONS})
    origins: dict[Loc, tuple[Document, Loc]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)

    def problem(self, loc: Loc, *, what: str, why: str, fix: str) -> Problem:
        """Return a problem at a place of the tree, named by the file and line that it came from."""
        known = next((loc[:steps] for steps in (2, 1) if loc[:steps] in self.origins), None)
        if known is None:
            file = f"{loc[0]}.yaml" if loc and loc[0] in COLLECTIONS else SETTINGS_FILE
            return Problem(file=self.root / file, line=1, path=spell(loc), what=what, why=why, fix=fix)
        document, inside = self.origins[known]
        return document.problem(Finding((*inside, *loc[len(known) :]), what, why, fix))

    def item_file(self, loc: Loc) -> Path | None:
        """Return the file of an item that has a file to itself."""
        document, inside = self.origins[loc]
        return document.file if inside == () else None


def load_tree(root: Path) -> Tree:
    """Read every data file below `root`; what cannot be read is told in the tree's problems."""
    tree = Tree(root=root)
    files = sorted(file for file in root.rglob("*") if file.is_file() and not file.name.startswith("."))
    for file in files:
        if file in (root / VERDICTS_FILE, root / STUDY_FILE, root / BENCHMARK_FILE):
            continue
        try:
            _gather(tree, file)
        except DataError as error:
            tree.problems.extend(error.problems)
            tree.broken.add(file.relative_to(root).with_suffix("").parts[0])
    if root / SETTINGS_FILE not in files:
        why = "it holds the title and the wording"
        tree.problems.append(_whole(root / SETTINGS_FILE, "is missing", why, "write it"))
        tree.broken.add(SETTINGS)
    return tree


def _gather(tree: Tree, file: Path) -> None:
    name, *rest = file.relative_to(tree.root).with_suffix("").parts
    if file.suffix != ".yaml" or len(rest) > 1 or (name not in COLLECTIONS and (name, rest) != (SETTINGS, [])):
        why = f"the guide reads guide.yaml and, as <name>.yaml or <name>/<id>.yaml, {', '.join(COLLECTIONS)}"
        raise DataError([_whole(file, "is not a file that the guide reads", why, "rename it or move it away")])
    document = load_document(file)
    if name == SETTINGS:
        _take_settings(tree, document)
        return
    items = tree.collections[name]
    for inside, item in _items(document):
        tree.origins[name, len(items)] = (document, inside)
        items.append(item)


def _take_settings(tree: Tree, document: Document) -> None:
    if not isinstance(document.value, dict):
        why = "each setting has a name"
        raise DataError([_whole(document.file, "is not a mapping", why, "write it as `name: value` lines")])
    for key, value in document.value.items():
        if key in COLLECTIONS:
            why, fix = "guide.yaml holds the settings only", f"move it to {key}.yaml or {key}/"
            raise DataError([_whole(document.file, f"holds `{key}`", why, fix)])
        tree.settings[key] = value
        tree.origins[(key,)] = (document, (key,))


def _items(document: Document) -> list[tuple[Loc, Any]]:
    if isinstance(document.value, list):
        return [((index,), item) for index, item in enumerate(document.value)]
    return [((), document.value)]


def _whole(file: Path, what: str, why: str, fix: str) -> Problem:
    return Problem(file=file, line=1, path="", what=what, why=why, fix=fix)
