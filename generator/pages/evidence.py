"""The pages on the evidence: where sources disagree, myths, and the sources themselves."""

from generator.pages.page import Edition, Page, by


def disputes(edition: Edition) -> Page:
    """Return the points on which sources disagree, by topic."""
    references = edition.references()
    topics = [
        (topic, [(each, references.sentences(each.positions), references.sentences(each.resolution)) for each in group])
        for topic, group in by(edition.guide.disputes, lambda dispute: dispute.topic)
    ]
    return edition.page("disputes", {"topics": topics}, references)


def myths(edition: Edition) -> Page:
    """Return what is said and sold, by kind, with what the evidence supports."""
    references = edition.references()
    sayings = sorted(edition.guide.myths, key=lambda myth: myth.kind)
    kinds = [
        (kind, [(myth, references.sentence(myth.saying), references.sentences(myth.evidence)) for myth in group])
        for kind, group in by(sayings, lambda myth: myth.kind)
    ]
    return edition.page("myths", {"kinds": kinds}, references)


def sources(edition: Edition) -> Page:
    """Return every publication with its statements; first those that have no interest in what a reader chooses."""
    every, neutral = edition.guide.sources, edition.words("sources")["neutral"]
    groups = [
        ("With no known interest", [source for source in every if source.bias.startswith(neutral)]),
        ("With an interest in what you choose", [source for source in every if not source.bias.startswith(neutral)]),
    ]
    return edition.page("sources", {"groups": groups})
