"""Read quotes and what they are worth for from a file; what is wrong is told, and the rest counts."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.problems import DataError, Finding, Problem, nearest, one_of, quote
from generator.reading.checks.answers import check_entry, usable
from generator.reading.checks.units import LEFT_OUT
from generator.reading.yaml_lines import Loc, load_document
from recommender.model import Guide
from recommender.phrases import abbreviations
from recommender.quote_lines import QUOTES, QuoteLine, key

NAME = "quotes"
"""The key under which a file lists its quotes."""


def read_quote_file(guide: Guide, file: Path) -> tuple[dict[str, object], list[Problem]]:
    """Return what counts of a YAML file, as `recommender.scoring.recommend` takes it, and what is wrong with the rest.

    Its `quotes` are a list of mappings, each with the ids of a quote's lines; beside them stand answers and amounts.

    Raises:
        DataError: if no quote counts.
    """
    document = load_document(file)
    if not isinstance(document.value, dict):
        why, fix = "what you told stands under names", f"write `{NAME}:` and, below it, each quote as `- name: …`"
        raise DataError([document.problem(Finding((), "is not a mapping", why, fix))])
    about = {name: value for name, value in document.value.items() if name != NAME}
    given, found = usable(guide, about)
    lines, wrong = _quotes(guide, document.value.get(NAME))
    problems = sorted(document.problem(at) for at in (*found, *wrong))
    if not lines:
        nothing = Finding((), "has no quote that could be used", "there is nothing to set side by side", _fix(guide))
        raise DataError([*problems, document.problem(nothing)])
    return {**given, **lines}, problems


def _fix(guide: Guide) -> str:
    asked = next((line.id for line in guide.quote_lines if line.role not in ("name", "model")), "")
    return f"write `{NAME}:` and below it, for each quote, `- name: …` and a line such as `{asked}: 12`"


def _quotes(guide: Guide, value: object) -> tuple[dict[str, object], list[Finding]]:
    """Return the lines of all quotes by the names of answers, and what is wrong."""
    if not isinstance(value, list):
        return {}, [] if value is None else [Finding((NAME,), "is not a list", "nothing of it was read", _fix(guide))]
    given, found, names = dict[str, object](), list[Finding](), dict[str, Loc]()
    for index, told in enumerate(value):
        loc: Loc = (NAME, index)
        if index + 1 not in QUOTES:
            what, why = f"is quote {index + 1}", f"{len(QUOTES)} can be set side by side, {LEFT_OUT}"
            found.append(Finding(loc, what, why, "remove one before it"))
            continue
        lines, wrong = _quote(guide, told, loc)
        wrong += _doubled(guide, lines, names, loc)
        if not lines and not wrong:
            wrong = [Finding(loc, "has nothing in it", "there is nothing to work out", "write a line, or remove it")]
        given |= {key(index + 1, name): each for name, each in lines.items()}
        found += wrong
    return given, found


def _quote(guide: Guide, told: object, loc: Loc) -> tuple[dict[str, object], list[Finding]]:
    """Return the lines of a quote that count, and what is wrong with the others."""
    if not told:
        return {}, []
    if not isinstance(told, Mapping):
        fix = "write each line of it as `name: value`"
        return {}, [Finding(loc, "is not a mapping", "nothing of it was read", fix)]
    lines = {line.id: line for line in guide.quote_lines}
    counting, found = dict[str, object](), list[Finding]()
    for name, written in told.items():
        value = _meant(guide, lines.get(name), written)
        wrong = list(_line(guide, lines.get(name), name, value, (*loc, name)))
        found += wrong
        if not wrong:
            counting[name] = value
    return counting, found


def _meant(guide: Guide, line: QuoteLine | None, value: object) -> object:
    """Return the option that goes by this id, label or short name, in any case; anything else is what was written."""
    short = abbreviations(guide)
    options = {each.id: (each.id, each.label, short.get(each.id, each.id)) for each in line.options} if line else {}
    return next((option for option, names in options.items() if _plain(value) in map(_plain, names)), value)


def _plain(value: object) -> str:
    return str(value).casefold()


def _line(guide: Guide, line: QuoteLine | None, name: str, value: object, loc: Loc) -> Iterator[Finding]:
    if line is None:
        known = [each.id for each in guide.quote_lines]
        yield Finding(loc, f"{quote(name)} is no line of a quote", LEFT_OUT, nearest(name, known) or one_of(known))
    else:
        yield from check_entry(line, value, loc, {each.id: each.unit or "" for each in guide.quote_lines})


def _doubled(guide: Guide, lines: dict[str, Any], names: dict[str, Loc], loc: Loc) -> list[Finding]:
    """Take a name that another quote has away from this one, and tell it."""
    named = next((line.id for line in guide.quote_lines if line.role == "name"), "")
    if named not in lines:
        return []
    name = str(lines[named]).strip()
    if names.setdefault(name.casefold(), loc) == loc:
        return []
    del lines[named]
    why, fix = "nobody could tell them apart, so the second goes by its number", "give one of them another name"
    return [Finding((*loc, named), f"{quote(name)} is the name of two quotes", why, fix)]
