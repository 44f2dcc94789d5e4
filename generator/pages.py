"""Which pages the guide has, where they stand, and what each of them is given to show."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from generator.enrich import References, example, rule_views
from recommender.model import NOT_SURE, Criterion, Guide, Model, Profile, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page to render: its file below `docs/`, its template, and the values that the template shows."""

    path: str
    template: str
    values: dict[str, Any]

    @property
    def root(self) -> str:
        """The way from the page's address up to the site's root, as `../` steps."""
        address = self.path.removesuffix(".md").removesuffix("index").rstrip("/")
        return "../" * len(address.split("/")) if address else ""


def in_order(guide: Guide) -> Guide:
    """Return the guide with everything that has an `order` sorted by it, so that nothing else needs to sort."""
    return replace(
        guide,
        models=tuple(sorted(guide.models, key=_order)),
        criteria=tuple(sorted(guide.criteria, key=_order)),
        questions=tuple(sorted(guide.questions, key=_order)),
        profiles=tuple(sorted(guide.profiles, key=_order)),
    )


def pages(guide: Guide, bundle: str, element: str) -> Iterator[Page]:
    """Yield every generated page; `bundle` and `element` tell the form what the browser runs."""
    yield _home(guide)
    yield _compare(guide)
    yield from (_model(guide, model) for model in guide.models)
    yield _choose(guide, bundle, element)
    yield _examples(guide)
    yield _how_it_works(guide)
    yield Page(path="sources/index.md", template="sources.md", values={})


def _order(item: Model | Criterion | Question | Profile) -> tuple[int, str]:
    return item.order, item.id


def _home(guide: Guide) -> Page:
    references = References(guide)
    values = {
        "short_answer": references.sentences(guide.short_answer),
        "summaries": [(model, references.sentences(model.summary)) for model in guide.models],
        "references": references.listed(),
    }
    return Page(path="index.md", template="home.md", values=values)


def _compare(guide: Guide) -> Page:
    references = References(guide)
    themes = [
        (theme, [_row(guide, criterion, references) for criterion in group])
        for theme, group in groupby(guide.criteria, key=lambda criterion: criterion.theme)
    ]
    values = {"themes": themes, "references": references.listed()}
    return Page(path="compare/index.md", template="compare.md", values=values)


def _row(guide: Guide, criterion: Criterion, references: References) -> dict[str, Any]:
    cells = [(model, criterion.cells[model.id]) for model in guide.models]
    return {
        "criterion": criterion,
        "cells": [(model, cell.short, references.sentences(cell.claims)) for model, cell in cells],
        "nuance": references.sentences(criterion.nuance),
    }


def _model(guide: Guide, model: Model) -> Page:
    references = References(guide)
    parts = ("summary", "how_it_works", "pros", "cons", "best_for")
    sentences = {part: references.sentences(getattr(model, part)) for part in parts}
    values = {"model": model, **sentences, "references": references.listed()}
    return Page(path=f"models/{model.id}.md", template="model.md", values=values)


def _choose(guide: Guide, bundle: str, element: str) -> Page:
    references = References(guide)
    values = {
        "bundle": bundle,
        "element": element,
        "not_sure": NOT_SURE,
        "examples": [example(guide, profile, references) for profile in guide.profiles],
    }
    return Page(path="choose/index.md", template="choose.md", values=values)


def _examples(guide: Guide) -> Page:
    references = References(guide)
    examples = [example(guide, profile, references) for profile in guide.profiles]
    values = {"examples": examples, "references": references.listed()}
    return Page(path="examples/index.md", template="examples.md", values=values)


def _how_it_works(guide: Guide) -> Page:
    references = References(guide)
    groups = rule_views(guide, references)
    values = {"groups": groups, "references": references.listed()}
    return Page(path="how-it-works/index.md", template="how-it-works.md", values=values)
