"""Recommend for many cases at once: a CSV in, a CSV out, one row at a time, so that its length does not matter."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TextIO

from generator.advice_checks import check_answers
from generator.problems import Problem
from recommender.conditions import WEIGHT
from recommender.engine import judged, recommend
from recommender.explain import words
from recommender.model import NOT_SURE, Guide

BETWEEN_PLACES = ";"


def judge_rows(guide: Guide, file: Path, text: TextIO) -> Iterator[tuple[dict[str, object] | None, list[Problem]]]:
    """Yield, for each row of a CSV, what is written for it, or None with what is wrong with it.

    The first row names questions, weights and amounts; an empty cell is no answer, and semicolons separate places. A
    column named `id` is handed through.
    """
    rows = csv.DictReader(text, restkey="(no column)")
    for row in rows:
        answers = {name: _value(guide, name, cell) for name, cell in row.items() if name != "id" and cell}
        problems = [
            Problem(file=file, line=rows.line_num, path=str(at.loc[0]), what=at.what, why=at.why, fix=at.fix)
            for at in check_answers(guide, answers)
        ]
        yield (None if problems else _judged(guide, row, rows.line_num, answers)), problems


def columns(guide: Guide) -> list[str]:
    """Return the columns that are written for each row."""
    return ["line", "id", "outcome", "models", "headline", *(f"points_{model}" for model in sorted(judged(guide)))]


def _judged(guide: Guide, row: Mapping[str, str], line: int, answers: Mapping[str, object]) -> dict[str, object]:
    result = recommend(guide, answers)
    return {
        "line": line,
        "id": row.get("id", ""),
        "outcome": result.outcome,
        "models": " ".join(result.models),
        "headline": words(guide, result)["headline"],
        **{f"points_{standing.model}": standing.points for standing in result.standings},
    }


def _value(guide: Guide, name: str, cell: str | list[str]) -> object:
    """Return a cell as an answer; a row with more cells than columns comes as a list, and fits no question."""
    kinds = {question.id: question.kind for question in guide.questions}
    if isinstance(cell, list) or cell == NOT_SURE:
        return cell
    if (kinds.get(name) == "number" or name.startswith(WEIGHT)) and cell.isascii() and cell.isdigit():
        return int(cell)
    if kinds.get(name) == "places":
        return [place.strip() for place in cell.split(BETWEEN_PLACES)]
    return cell
