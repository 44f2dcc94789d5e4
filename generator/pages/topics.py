"""The pages on one matter each: what an owner should know of it, and a contract clause by clause."""

from collections.abc import Iterator

from generator.pages.page import Edition, Page
from recommender.prose import Topic


def topics(edition: Edition) -> Iterator[Page]:
    """Yield the page of every topic."""
    return (_topic(edition, topic) for topic in edition.guide.topics)


def clauses(edition: Edition) -> Page:
    """Return the contract, clause by clause."""
    references = edition.references("clauses")
    shown = [(clause, references.section(clause.does)) for clause in edition.guide.clauses]
    return edition.page("clauses", {"clauses": shown}, references)


def _topic(edition: Edition, topic: Topic) -> Page:
    references = edition.references("topic", topic.answer)
    values = {"sections": [(each, references.section(each.claims)) for each in topic.sections]}
    names = {"name": topic.title, "summary": topic.summary}
    return edition.page("topic", values, references, item=topic.id, of_one=names)
