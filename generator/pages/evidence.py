"""The pages on the evidence: where sources disagree, myths, and the sources themselves."""

from generator.pages.page import Edition, Page, by
from recommender.sources import Source


def disputes(edition: Edition) -> Page:
    """Return the points on which sources disagree, by topic."""
    references = edition.references("disputes")
    topics = [
        (topic, [(each, references.sentences(each.positions), references.sentences(each.resolution)) for each in group])
        for topic, group in by(edition.guide.disputes, lambda dispute: dispute.topic)
    ]
    return edition.page("disputes", {"topics": topics}, references)


def myths(edition: Edition) -> Page:
    """Return what is said and sold, by kind, with what the evidence supports."""
    references = edition.references("myths")
    sayings = sorted(edition.guide.myths, key=lambda myth: myth.kind)
    kinds = [
        (kind, [(myth, references.section([myth.saying])[0], references.sentences(myth.evidence)) for myth in group])
        for kind, group in by(sayings, lambda myth: myth.kind)
    ]
    return edition.page("myths", {"kinds": kinds}, references)


def sources(edition: Edition) -> Page:
    """Return every publication with its statements; first those that have no interest in what a reader chooses."""
    words = edition.words("sources")
    groups: dict[str, list[Source]] = {
        "With no known interest": [],
        "With an interest in what you choose": [],
        "With an interest that we do not know": [],
    }
    none, some, unknown = groups.values()
    for source in edition.guide.sources:
        neutral, hidden = source.bias.startswith(words["neutral"]), source.bias.startswith(words["unknown"])
        (none if neutral else unknown if hidden else some).append(source)
    return edition.page("sources", {"groups": [(heading, group) for heading, group in groups.items() if group]})
