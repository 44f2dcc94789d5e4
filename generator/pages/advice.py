"""The pages that help to decide: the recommender, worked examples, its rules, walkthroughs and provider questions."""

from collections.abc import Iterator
from dataclasses import replace

from generator.pages.agreement import Agreement, agreement_values
from generator.pages.core import Page, by, page
from generator.pages.pictures import flow
from generator.pages.presets import presets
from generator.pages.references import References
from generator.pages.worked_examples import example, move_views, rule_views
from recommender.conditions import LARGEST, WEIGHT
from recommender.content import Walkthrough
from recommender.model import NOT_SURE, Guide

_SHOWN_FIRST = 3


def advice_pages(guide: Guide, assets: dict[str, str], agreement: Agreement) -> Iterator[Page]:
    """Yield the recommender twice, examples, rules, every walkthrough, and the questions for providers."""
    choose = _choose(guide, assets)
    yield choose
    # The same form alone, for a frame on another site.
    yield replace(choose, path="embed/index.md", template="embed.md")
    yield _examples(guide)
    yield _how_it_works(guide, agreement)
    yield from (_walkthrough(guide, walkthrough) for walkthrough in guide.walkthroughs)
    yield _provider_questions(guide)


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


def _how_it_works(guide: Guide, agreement: Agreement) -> Page:
    references = References(guide)
    names = {model.id: model.abbreviation for model in guide.models}
    values = {
        "groups": rule_views(guide, references),
        "rivals": [model.abbreviation for model in guide.models if model.stands == "rival"],
        "qualities": [
            (m.abbreviation, names[m.counts_as]) for m in guide.models if m.stands == "quality" and m.counts_as
        ],
        "part_names": [model.abbreviation for model in guide.models if model.stands == "part"],
        "moves": move_views(guide, references),
        "strengths": guide.strengths,
        "measurements": guide.measurements,
        **agreement_values(guide, agreement),
    }
    return page("how-it-works/index.md", "how-it-works.md", references, **values)


def _walkthrough(guide: Guide, walkthrough: Walkthrough) -> Page:
    references = References(guide)
    first = walkthrough is guide.walkthroughs[0]
    flow_steps = [(step, references.sentence(step.because)) for step in guide.decision_flow] if first else []
    steps = [(step.title, references.sentences(step.claims)) for step in walkthrough.steps]
    values = {
        "walkthrough": walkthrough,
        "flow_steps": flow_steps,
        "steps": steps,
        "picture": flow(guide) if first else None,
    }
    return page(f"how-to/{walkthrough.id}.md", "walkthrough.md", references, **values)


def _provider_questions(guide: Guide) -> Page:
    references = References(guide)
    names = {model.id: model.abbreviation for model in guide.models}
    themes = [
        (theme, [(ask, references.sentences(ask.why), [names[model] for model in ask.models]) for ask in asks])
        for theme, asks in by(guide.provider_questions, lambda ask: ask.theme)
    ]
    return page("questions/index.md", "questions.md", references, themes=themes)
