"""The two tables with a column for each compared model: the comparison, and who answers for which duty."""

from typing import Any

from generator.pages.page import Edition, Page, by
from generator.pages.references import References
from generator.reading.page_words import HOLDERS, compared
from recommender.model import Model
from recommender.tables import Criterion, Duty, Holder


def compare(edition: Edition) -> Page:
    """Return the comparison, theme by theme."""
    references, models = edition.references("compare"), compared(edition.guide)
    themes = [
        (theme, [_row(criterion, models, references) for criterion in group])
        for theme, group in by(edition.guide.criteria, lambda criterion: criterion.theme)
    ]
    return edition.page("compare", {"themes": themes, "models": models}, references)


def duties(edition: Edition) -> Page:
    """Return who answers for which duty."""
    references, models = edition.references("duties"), compared(edition.guide)
    rows = [
        _row(duty, models, references) | {"holders": {model: cell.holder for model, cell in duty.cells.items()}}
        for duty in edition.guide.duties
    ]
    return edition.page("duties", {"rows": rows, "models": models, "badges": badges(edition)}, references)


def badges(edition: Edition) -> dict[Holder, str]:
    """Return the word on the badge of each who may hold a duty or do a task."""
    words = edition.words("models")
    return {holder: words[holder] for holder in HOLDERS}


def _row(row: Criterion | Duty, models: list[Model], references: References) -> dict[str, Any]:
    cells = [(model, row.cells[model.id]) for model in models]
    references.section()
    return {
        "row": row,
        "cells": [(model, cell.short, references.sentences(cell.claims)) for model, cell in cells],
        "nuance": references.sentences(row.nuance),
    }
