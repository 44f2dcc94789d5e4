"""The gathered data as one value in the shape of the schema, with the way back to file and line."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.problems import Finding, Problem
from generator.reading.yaml_lines import Document, Loc, spell


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One value of the data, and where it stands: a place inside a document."""

    value: Any
    document: Document
    inside: Loc

    def problem(self, at: Finding) -> Problem:
        """Return what was found at a place of the value, with the line of that place."""
        return self.document.problem(at._replace(loc=(*self.inside, *at.loc)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The settings by their names, and the items of each collection.

    `problems` holds what cannot be used, `broken` the collections (or the settings) that are not whole because of it.
    """

    settings_file: Path
    settings: Mapping[str, Written]
    collections: Mapping[str, tuple[Written, ...]]
    problems: tuple[Problem, ...]
    broken: frozenset[str]

    def problem(self, at: Finding) -> Problem:
        """Return a problem at a place of the tree, named by the file and line that it came from."""
        match at.loc:
            case (str(name), int(index), *_) if name in self.collections:
                return self.collections[name][index].problem(at._replace(loc=at.loc[2:]))
            case (str(name),) if self.collections.get(name):
                return self.collections[name][0].document.problem(at)
            case (str(name), *_) if name in self.settings:
                return self.settings[name].problem(at._replace(loc=at.loc[1:]))
        path = spell(at.loc)
        return Problem(file=self.settings_file, line=1, path=path, what=at.what, why=at.why, fix=at.fix)

    def item_file(self, name: str, index: int) -> Path | None:
        """Return the file of an item that has a file to itself."""
        item = self.collections[name][index]
        return item.document.file if item.inside == () else None
