"""The pages on the models themselves: home, each model, the comparison, and who answers for what."""

from collections.abc import Iterator
from typing import Any

from generator.pages.core import Page, by, page
from generator.pages.pictures import flow, roles
from generator.pages.references import References
from recommender.content import Duty
from recommender.model import Criterion, Guide, Model

_PARTS = (
    ("takes_over", "What it takes off you"),
    ("stays_yours", "What stays yours"),
    ("pros", "Pros"),
    ("cons", "Cons"),
    ("best_for", "Whom it fits"),
    ("cost", "What it costs"),
    ("check_first", "Check before you sign"),
    ("leaving", "How to leave"),
)


def model_pages(guide: Guide, assets: dict[str, str]) -> Iterator[Page]:
    """Yield home, the overview of models, a page for each, the comparison and the grid of duties."""
    yield _home(guide)
    yield _overview(guide)
    yield from (_model(guide, model) for model in guide.models)
    yield _compare(guide, assets)
    yield _duties(guide)


def compared(guide: Guide) -> list[Model]:
    """Return the models that have a column in the tables."""
    return [model for model in guide.models if model.compared]


def _home(guide: Guide) -> Page:
    references = References(guide)
    short_answer = references.sentences(guide.short_answer)
    summaries = [(model, references.sentences(model.summary[:1])) for model in guide.models]
    first = next((question for question in guide.questions if question.kind == "choice"), None)
    short = sum(question.group == guide.questions[0].group for question in guide.questions)
    values = {"short_answer": short_answer, "summaries": summaries, "first": first, "short": short}
    return page("index.md", "home.md", references, **values)


def _overview(guide: Guide) -> Page:
    references = References(guide)
    models = [(model, references.sentences(model.summary), roles(guide, model)) for model in guide.models]
    return page("models/index.md", "models.md", references, models=models, picture=flow(guide))


def _model(guide: Guide, model: Model) -> Page:
    references = References(guide)
    values = {
        "model": model,
        "summary": references.sentences(model.summary),
        "steps": references.sentences(model.how_it_works),
        "picture": roles(guide, model),
        "roles": [(task, references.sentence(model.roles[task.id])) for task in guide.tasks],
        "parts": [(heading, references.sentences(getattr(model, part))) for part, heading in _PARTS],
    }
    return page(f"models/{model.id}.md", "model.md", references, **values)


def _compare(guide: Guide, assets: dict[str, str]) -> Page:
    references, models = References(guide), compared(guide)
    themes = [
        (theme, [_row(criterion, models, references) for criterion in group])
        for theme, group in by(guide.criteria, lambda criterion: criterion.theme)
    ]
    return page("compare/index.md", "compare.md", references, themes=themes, models=models, script=assets["compare"])


def _duties(guide: Guide) -> Page:
    references, models = References(guide), compared(guide)
    rows = [
        _row(duty, models, references) | {"holders": {model: cell.holder for model, cell in duty.cells.items()}}
        for duty in guide.duties
    ]
    return page("liability/index.md", "liability.md", references, rows=rows, models=models)


def _row(row: Criterion | Duty, models: list[Model], references: References) -> dict[str, Any]:
    cells = [(model, row.cells[model.id]) for model in models]
    return {
        "row": row,
        "cells": [(model, cell.short, references.sentences(cell.claims)) for model, cell in cells],
        "nuance": references.sentences(row.nuance),
    }
