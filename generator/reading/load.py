"""Gather the data files into one tree; what stands in the folder and is not read is told."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import get_args, get_origin

from generator.problems import DataError, Problem, nearest
from generator.reading.text import whole
from generator.reading.tree import Tree, Written
from generator.reading.yaml_lines import Document, load_document
from recommender.model import Guide
from recommender.sources import Claim

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

_NEEDED = ("sources", "models", "concerns", "questions", "rules", "pages")
"""Without these nothing can be recommended or shown; a guide may have none of any other, and says so by `[]`."""

_NAMES = (SETTINGS, *COLLECTIONS)
_BESIDE = (VERDICTS_FILE, STUDY_FILE, BENCHMARK_FILE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """What one file holds of a collection or of the settings, or why it cannot be used."""

    name: str
    written: tuple[Written, ...] = ()
    problems: tuple[Problem, ...] = ()


def load_tree(root: Path) -> Tree:
    """Read every data file below `root`; what cannot be read is told in the tree's problems."""
    parts = [_part(root, file) for file in _files(root)]
    parts += _missing(root, {part.name for part in parts})
    written = {name: [each for part in parts if part.name == name for each in part.written] for name in _NAMES}
    return Tree(
        settings_file=root / SETTINGS_FILE,
        settings={str(each.inside[0]): each for each in written[SETTINGS]},
        collections={name: tuple(written[name]) for name in COLLECTIONS},
        problems=tuple(problem for part in parts for problem in part.problems),
        broken=frozenset(part.name for part in parts if part.problems),
    )


def _files(root: Path) -> Iterator[Path]:
    """Yield all that should be a data file, by name, and each folder in which there is none."""
    for entry in _entries(root):
        inside = _entries(entry) if entry.is_dir() else []
        yield from inside or [entry]


def _entries(folder: Path) -> list[Path]:
    """Return what stands in a folder, without what tools leave there: hidden files that are no YAML."""
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        what, why = f"cannot be read ({error.strerror})", "nothing of it is read"
        raise DataError([whole(folder, what, why, "make it readable")]) from None
    return [each for each in entries if not each.name.startswith(".") or each.suffix == ".yaml"]


def _missing(root: Path, found: set[str]) -> Iterator[_Part]:
    """Yield what has no file; nobody could tell one that was lost from one that was never wanted."""
    for name in _NAMES:
        if name not in found:
            what, why = "is missing", "what it should say would be gone without a word"
            fix = "write it" if name in (SETTINGS, *_NEEDED) else "write it, with `[]` if the guide has none"
            yield _Part(name=name, problems=(whole(root / f"{name}.yaml", what, why, fix),))


def _part(root: Path, file: Path) -> _Part:
    name, *rest = file.relative_to(root).with_suffix("").parts
    try:
        if trouble := _trouble(root, file):
            return _Part(name=name, problems=(trouble,))
        if file.parent == root and file.name in _BESIDE:
            return _Part(name=name)
        document = load_document(file)
        items = _settings(document) if name == SETTINGS else _items(document, empty=not rest and name not in _NEEDED)
        return _Part(name=name, written=tuple(items))
    except DataError as error:
        return _Part(name=name, problems=tuple(error.problems))


def _trouble(root: Path, file: Path) -> Problem | None:
    """Return why a file is not read: it is none, or has no place in the guide."""
    name, *rest = file.relative_to(root).with_suffix("").parts
    if not file.is_file():
        folder = "a folder in a folder" if rest else "an empty folder"
        kind = "a link to no file" if file.is_symlink() else folder if file.is_dir() else "no plain file"
        return whole(file, f"is {kind}", "nothing of it is read", "put a file with data there, or remove it")
    collected = name in COLLECTIONS and len(rest) <= 1 and file.suffix == ".yaml"
    if not collected and file not in (root / SETTINGS_FILE, *(root / name for name in _BESIDE)):
        why = "only guide.yaml, <collection>.yaml and <collection>/<id>.yaml are read"
        fix = nearest(file.name, [f"{each}.yaml" for each in _NAMES]) or "rename it or move it away"
        return whole(file, "is not a file that the guide reads", why, fix)
    return None


def _settings(document: Document) -> Iterator[Written]:
    if not isinstance(document.value, dict):
        why = "each setting has a name"
        raise DataError([whole(document.file, "is not a mapping", why, "write it as `name: value` lines")])
    for key, value in document.value.items():
        if key in COLLECTIONS:
            why, fix = "guide.yaml holds the settings only", f"move it to {key}.yaml or {key}/"
            raise DataError([whole(document.file, f"holds `{key}`", why, fix, document.lines[(key,)])])
        yield Written(value=value, document=document, inside=(key,))


def _items(document: Document, *, empty: bool) -> Iterator[Written]:
    """Yield the items of a file; whether it may hold an `empty` list depends on whose file it is."""
    if document.value == [] and not empty:
        why, fix = "an item, or all of them, would be gone without a word", "fill it, or delete the file of one item"
        raise DataError([whole(document.file, "is an empty list", why, fix)])
    if not isinstance(document.value, list):
        yield Written(value=document.value, document=document, inside=())
        return
    for index, item in enumerate(document.value):
        yield Written(value=item, document=document, inside=(index,))
