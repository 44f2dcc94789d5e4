"""The pages that help to decide: the recommender, worked examples, its rules, walkthroughs and provider questions."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator.advice import example, rule_views
from generator.evaluate import Scored, tally
from generator.money import presets
from generator.pages.core import Page, by, page
from generator.pictures import flow
from generator.references import References
from recommender.conditions import LARGEST, WEIGHT
from recommender.content import Walkthrough
from recommender.model import NOT_SURE, Guide

_SHOWN_FIRST = 3


def advice_pages(guide: Guide, assets: dict[str, str], scored: list[Scored]) -> Iterator[Page]:
    """Yield the recommender twice, examples, rules, every walkthrough, and the questions for providers."""
    choose = _choose(guide, assets)
    yield choose
    # The same form alone, for a frame on another site.
    yield replace(choose, path="embed/index.md", template="embed.md")
    yield _examples(guide)
    yield _how_it_works(guide, scored)
    yield from (_walkthrough(guide, walkthrough) for walkthrough in guide.walkthroughs)
    yield _asks(guide)


def _choose(guide: Guide, assets: dict[str, str]) -> Page:
    references = References(guide)
    examples = [example(guide, profile, references) for profile in guide.profiles]
    return Page(
        path="choose/index.md",
        template="choose.md",
        values={
            "assets": assets,
            "not_sure": NOT_SURE,
            "largest": LARGEST,
            "weight": WEIGHT,
            "amounts": by(guide.amounts, lambda amount: amount.group),
            "presets": presets(guide),
            "groups": by(guide.questions, lambda question: question.group),
            "numbers": {question.id: number for number, question in enumerate(guide.questions, start=1)},
            "examples": examples,
            "promise": examples[:_SHOWN_FIRST],
        },
    )


def _examples(guide: Guide) -> Page:
    references = References(guide)
    examples = [example(guide, profile, references) for profile in guide.profiles]
    return page("examples/index.md", "examples.md", references, examples=examples)


def _how_it_works(guide: Guide, scored: list[Scored]) -> Page:
    references = References(guide)
    values = {
        "groups": rule_views(guide, references),
        "names": {model.id: model.abbreviation for model in guide.models},
        "figures": tally(guide, scored) if scored else None,
        "misses": [_missed(guide, each) for each in scored if not each.top1],
    }
    return page("how-it-works/index.md", "how-it-works.md", references, **values)


def _missed(guide: Guide, scored: Scored) -> dict[str, Any]:
    """Return a verdict with which the recommender does not agree, in words."""
    names = {model.id: model.abbreviation for model in guide.models}
    return {
        "verdict": scored.verdict,
        "published": " or ".join(names[model] for model in scored.verdict.models),
        "said": names[scored.ranked[0]],
        "second": scored.top2,
    }


def _walkthrough(guide: Guide, walkthrough: Walkthrough) -> Page:
    references = References(guide)
    first = walkthrough is guide.walkthroughs[0]
    gates = [(gate, references.sentence(gate.because)) for gate in guide.gates] if first else []
    steps = [(step.title, references.sentences(step.claims)) for step in walkthrough.steps]
    values = {"walkthrough": walkthrough, "gates": gates, "steps": steps, "picture": flow(guide) if first else None}
    return page(f"how-to/{walkthrough.id}.md", "walkthrough.md", references, **values)


def _asks(guide: Guide) -> Page:
    references = References(guide)
    names = {model.id: model.abbreviation for model in guide.models}
    themes = [
        (theme, [(ask, references.sentences(ask.why), [names[model] for model in ask.models]) for ask in asks])
        for theme, asks in by(guide.asks, lambda ask: ask.theme)
    ]
    return page("questions/index.md", "questions.md", references, themes=themes)
