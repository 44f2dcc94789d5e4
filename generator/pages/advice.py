"""The pages that help to decide: the recommender, worked examples, its rules, walkthroughs and provider questions."""

from collections.abc import Iterator

from generator.advice import example, judged, rule_views
from generator.pages.core import Page, by, page
from generator.pictures import flow
from generator.references import References
from recommender.content import Walkthrough
from recommender.model import NOT_SURE, Guide


def advice_pages(guide: Guide, assets: dict[str, str]) -> Iterator[Page]:
    """Yield the recommender, examples, rules, every walkthrough, and the questions for providers."""
    yield _choose(guide, assets)
    yield _examples(guide)
    yield _how_it_works(guide)
    yield from (_walkthrough(guide, walkthrough) for walkthrough in guide.walkthroughs)
    yield _asks(guide)


def _choose(guide: Guide, assets: dict[str, str]) -> Page:
    references = References(guide)
    examples = [example(guide, profile, references) for profile in guide.profiles]
    return Page(
        path="choose/index.md",
        template="choose.md",
        values={"assets": assets, "not_sure": NOT_SURE, "examples": examples},
    )


def _examples(guide: Guide) -> Page:
    references = References(guide)
    examples = [example(guide, profile, references) for profile in guide.profiles]
    return page("examples/index.md", "examples.md", references, examples=examples)


def _how_it_works(guide: Guide) -> Page:
    references = References(guide)
    models = [model for model in guide.models if model.id in judged(guide)]
    groups = rule_views(guide, references)
    return page("how-it-works/index.md", "how-it-works.md", references, groups=groups, models=models)


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
