"""Find ids that two things of one list have, and go on with the first of them alone."""

from collections.abc import Iterator
from typing import Any

from generator.problems import Finding, Problem, quote
from generator.reading.tree import Written
from generator.reading.walk import walk
from generator.reading.yaml_lines import Loc

type Item = tuple[Written, Any]
"""What was written, and the value of the schema that it is."""


def singled(items: list[Item]) -> tuple[list[Item], list[Problem]]:
    """Return the items of a collection of which no id is said before, and one problem for each id that is.

    What refers to the second of two would be told as well, once for each place; without it, nobody has to read that.
    """
    firsts: dict[str, Problem] = {}
    problems: list[Problem] = []
    bad: set[int] = set()
    for index, (written, value) in sorted(enumerate(items), key=lambda each: not _rightful(*each[1])):
        found = [*_inside(written, value)]
        if hasattr(value, "id"):
            here = _place(written, ("id",))
            first = firsts.setdefault(value.id, here)
            found += [_doubled(written, ("id",), value.id, first)] if first is not here else []
        problems += found
        bad |= {index} if found else set()
    return [item for index, item in enumerate(items) if index not in bad], problems


def _rightful(written: Written, value: object) -> bool:
    """Say whether a file of one item has the item's name, so that a copy of it is the second wherever it stands."""
    return written.inside == () and written.document.file.stem == getattr(value, "id", None)


def _inside(written: Written, value: object) -> Iterator[Problem]:
    """Yield a problem for each id that two things of one list inside an item have."""
    firsts: dict[tuple[Loc, str], Loc] = {}
    for loc, inner in walk(value):
        if not loc or not hasattr(inner, "id"):
            continue
        place = (*loc, "id")
        first = firsts.setdefault((loc[:-1], inner.id), place)
        if first != place:
            yield _doubled(written, place, inner.id, _place(written, first))


def _place(written: Written, loc: Loc) -> Problem:
    return written.problem(Finding(loc, "", "", ""))


def _doubled(written: Written, loc: Loc, name: str, first: Problem) -> Problem:
    here = _place(written, loc)
    where = f"line {first.line}" + (f" of {first.file.name}" if first.file != here.file else "")
    why = f"{where} has it already, and nothing could tell the two apart"
    return written.problem(Finding(loc, f"duplicate id {quote(name)}", why, "give this one another id"))
