"""The pages that help somebody to act: walkthroughs, what to ask providers, common questions and the glossary."""

from collections.abc import Iterator
from typing import Any

from generator.pages.page import Edition, Page, by
from generator.pages.pictures import flow
from recommender.model import Guide
from recommender.prose import Walkthrough


def walkthroughs(edition: Edition) -> Iterator[Page]:
    """Yield the page of every walkthrough."""
    return (_walkthrough(edition, walkthrough) for walkthrough in edition.guide.walkthroughs)


def provider_questions(edition: Edition) -> Page:
    """Return the questions to put to providers, by theme."""
    references, names = edition.references("provider_questions"), edition.abbreviations
    themes = [
        (theme, [(ask, references.sentences(ask.why), [names[model] for model in ask.models]) for ask in questions])
        for theme, questions in by(edition.guide.provider_questions, lambda ask: ask.theme)
    ]
    return edition.page("provider_questions", {"themes": themes}, references)


def faq(edition: Edition) -> Page:
    """Return the common questions."""
    guide, references = edition.guide, edition.references("faq")
    entries = [(entry, references.section(entry.answer)) for entry in guide.faq]
    return edition.page("faq", {"entries": entries, "structured": _structured(guide)}, references)


def glossary(edition: Edition) -> Page:
    """Return the words of the field."""
    references = edition.references("glossary")
    terms = [(term, references.sentences(term.meaning)) for term in edition.guide.terms]
    return edition.page("glossary", {"terms": terms}, references)


def _walkthrough(edition: Edition, walkthrough: Walkthrough) -> Page:
    guide, references = edition.guide, edition.references("walkthrough", walkthrough.answer)
    first = walkthrough is guide.walkthroughs[0]
    values = {
        "flow_steps": [(step, references.sentence(step.because)) for step in guide.decision_flow] if first else [],
        "steps": [(step, references.section(step.claims)) for step in walkthrough.steps],
        "checklist": [(due.weeks, references.sentence(due)) for due in walkthrough.checklist],
        "picture": flow(guide) if first else None,
    }
    names = {"name": walkthrough.title, "summary": walkthrough.summary}
    return edition.page("walkthrough", values, references, item=walkthrough.id, of_one=names)


def _structured(guide: Guide) -> dict[str, Any]:
    """Return the questions as schema.org's FAQPage, which search engines read."""
    entries = [
        {
            "@type": "Question",
            "name": entry.question,
            "acceptedAnswer": {"@type": "Answer", "text": " ".join(claim.text for claim in entry.answer)},
        }
        for entry in guide.faq
    ]
    return {"@context": "https://schema.org", "@type": "FAQPage", "mainEntity": entries}
