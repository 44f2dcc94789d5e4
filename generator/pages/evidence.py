"""The pages on the evidence: disputes, myths, questions and terms, sources, data, embedding, and what changed."""

from collections.abc import Iterator
from typing import Any

from generator.pages.core import Page, by, page
from generator.pages.references import References
from recommender.model import Guide


def evidence_pages(guide: Guide, assets: dict[str, str]) -> Iterator[Page]:
    """Yield every page that weighs or lists evidence."""
    yield _disputes(guide)
    yield _myths(guide)
    yield _faq(guide)
    yield _glossary(guide)
    yield _sources(guide)
    yield Page(path="data/index.md", template="data.md", values={})
    yield Page(path="embed-this/index.md", template="embed-this.md", values={"assets": assets})
    changes = by(reversed(guide.changes), lambda change: change.date)
    yield Page(path="changes/index.md", template="changes.md", values={"days": changes})


def _disputes(guide: Guide) -> Page:
    references = References(guide)
    topics = [
        (topic, [(each, references.sentences(each.positions), references.sentences(each.resolution)) for each in group])
        for topic, group in by(guide.disputes, lambda dispute: dispute.topic)
    ]
    return page("disagreements/index.md", "disagreements.md", references, topics=topics)


def _myths(guide: Guide) -> Page:
    references = References(guide)
    kinds = [
        (kind, [(myth, references.sentence(myth.saying), references.sentences(myth.evidence)) for myth in group])
        for kind, group in by(sorted(guide.myths, key=lambda myth: myth.kind), lambda myth: myth.kind)
    ]
    return page("myths/index.md", "myths.md", references, kinds=kinds)


def _faq(guide: Guide) -> Page:
    references = References(guide)
    entries = [(entry, references.sentences(entry.answer)) for entry in guide.faq]
    return page("faq/index.md", "faq.md", references, entries=entries, structured=_structured(guide))


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


def _glossary(guide: Guide) -> Page:
    references = References(guide)
    terms = [(term, references.sentences(term.meaning)) for term in guide.terms]
    return page("glossary/index.md", "glossary.md", references, terms=terms)


def _sources(guide: Guide) -> Page:
    neutral = [source for source in guide.sources if source.bias.startswith("none known")]
    interested = [source for source in guide.sources if source not in neutral]
    groups = [("With no known interest", neutral), ("With an interest in what you choose", interested)]
    return Page(path="sources/index.md", template="sources.md", values={"groups": groups})
