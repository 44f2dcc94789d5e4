"""Recommend for many cases at once: a CSV in, a CSV out, one row at a time, so that its length does not matter."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TextIO

from generator.cases.csv_lines import Record, read_records
from generator.problems import DataError, Finding, Problem, quote
from generator.reading.checks.answers import check_name, usable
from recommender.given import WEIGHT, WHOLE
from recommender.model import Guide
from recommender.questions import NOT_SURE
from recommender.scoring import recommend, standing
from recommender.verdict import words
from recommender.whatif import what_if

BETWEEN_PLACES = ";"
ID = "id"
GARBLED = "\N{REPLACEMENT CHARACTER}"
"""What a byte that is not UTF-8 is read as."""

_FORMULA = ("=", "+", "-", "@")
_GARBLED = ("is not UTF-8", "other encodings garble names", "save the file as UTF-8")

type Row = dict[str, object]
type Judged = tuple[Row | None, list[Problem]]


def judge_rows(guide: Guide, file: Path, text: TextIO) -> tuple[list[Problem], Iterator[Judged]]:
    """Return what is wrong with the columns, and for each row what is written (or None) and what is wrong with it.

    The first row names questions, weights and amounts; an empty cell is no answer, and semicolons separate places. A
    column named `id` is handed through. `text` should read bytes that are not UTF-8 as `GARBLED`.

    Raises:
        DataError: if no column is of use.
    """
    records = read_records(text)
    header = next(records, None)
    if header is None or header.fault:
        what = f"is not CSV ({header.fault})" if header else "is empty"
        fix = "write the ids of questions there, with commas between them"
        raise DataError([_problem(file, 1, Finding((), what, "its first line names the columns", fix))])
    found = {at.loc[0]: _problem(file, header.line, at) for at in _check_columns(guide, header.cells)}
    names = ["" if name in found else name for name in header.cells]
    if not {*names} - {"", ID}:
        nothing = Finding(
            (), "has no column for an answer", "no row could be judged", "name a question in its first line"
        )
        raise DataError(list(found.values()) or [_problem(file, header.line, nothing)])
    return list(found.values()), (_row(guide, file, names, record) for record in records)


def columns(guide: Guide) -> list[str]:
    """Return the columns that are written for each row."""
    points = [f"points_{model}" for model in standing(guide, "rival")]
    return ["line", ID, "outcome", "models", "parts", "final", "next", "headline", *points]


def _check_columns(guide: Guide, names: Sequence[str]) -> Iterator[Finding]:
    for name in dict.fromkeys(names):
        if not name:
            yield Finding((name,), "has a column without a name", "nothing would read it", "name it or remove it")
        elif GARBLED in name:
            yield Finding((name,), *_GARBLED)
        elif names.count(name) > 1:
            why, fix = "nobody could say which of the two counts, so none does", "remove or rename one of them"
            yield Finding((name,), "is the name of several columns", why, fix)
        elif name != ID:
            yield from check_name(guide, name, (name,))


def _row(guide: Guide, file: Path, names: Sequence[str], record: Record) -> Judged:
    row = {name: cell for name, cell in zip(names, record.cells, strict=False) if name and cell}
    answers, found = _read(guide, row) if len(record.cells) <= len(names) and not record.fault else ({}, [])
    found += [*_check_record(record, len(names)), *_check_id(row)]
    if not answers and not found:
        found = [Finding((), "has no answer", "there is nothing to judge", "fill in a cell or remove the row")]
    problems = [_problem(file, record.line, at) for at in found]
    return _judged(guide, record.line, row.get(ID, ""), answers) if answers else None, problems


def _read(guide: Guide, row: Mapping[str, str]) -> tuple[dict[str, object], list[Finding]]:
    """Return the answers of a row that count, and what is wrong with the rest."""
    garbled = [name for name, cell in row.items() if GARBLED in cell]
    given = {name: _value(guide, name, cell) for name, cell in row.items() if name not in (ID, *garbled)}
    answers, wrong = usable(guide, given)
    return answers, [*(Finding((name,), *_GARBLED) for name in garbled), *wrong]


def _check_record(record: Record, columns: int) -> Iterator[Finding]:
    if record.fault:
        fix = "close every quote, double a quote inside a cell, and shorten long cells"
        yield Finding((), f"is not CSV ({record.fault})", "none of the row could be read", fix)
    if len(record.cells) > columns:
        what = f"has {len(record.cells)} cells for {columns} columns"
        why, fix = "answers could stand below the wrong question", "put a cell with a comma into quotes"
        yield Finding(("(no column)",), what, why, fix)


def _check_id(row: Mapping[str, str]) -> Iterator[Finding]:
    if row.get(ID, "").startswith(_FORMULA):
        what, why = f"{quote(row[ID])} begins like a formula", "a spreadsheet would run it"
        yield Finding((ID,), what, why, "begin it with a letter or digit; it is written with ' before it")


def _judged(guide: Guide, line: int, name: str, answers: Mapping[str, object]) -> Row:
    result = recommend(guide, answers)
    ahead = what_if(guide, result)
    return {
        "line": line,
        ID: f"'{name}" if name.startswith(_FORMULA) else name,
        "outcome": result.outcome,
        "models": " ".join(result.models),
        "parts": " ".join(part.model for part in result.parts if part.model not in result.models),
        "final": "yes" if ahead.final else "no",
        "next": ahead.next or "",
        "headline": words(guide, result)["headline"],
        **{f"points_{standing.model}": standing.points for standing in result.standings},
    }


def _value(guide: Guide, name: str, cell: str) -> object:
    """Return a cell as an answer."""
    kind = next((question.kind for question in guide.questions if question.id == name), None)
    if cell == NOT_SURE:
        return cell
    # No number has more digits; what is longer stays text, and is told to be no answer.
    if (kind == "number" or name.startswith(WEIGHT)) and cell.isascii() and cell.isdigit() and len(cell) <= WHOLE:
        return int(cell)
    if kind == "places":
        return [place.strip() for place in cell.split(BETWEEN_PLACES)]
    return cell


def _problem(file: Path, line: int, at: Finding) -> Problem:
    return Problem(file=file, line=line, path=str(at.loc[0]) if at.loc else "", what=at.what, why=at.why, fix=at.fix)
