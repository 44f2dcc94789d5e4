"""The pages about the guide itself: its data, how to embed the recommender, and what changed."""

from generator.pages.page import Edition, Page, by


def data(edition: Edition) -> Page:
    """Return the page that leads to the files for machines."""
    return edition.page("data", {})


def embed_this(edition: Edition) -> Page:
    """Return the page with the code for other sites."""
    return edition.page("embed_this", {})


def changes(edition: Edition) -> Page:
    """Return what changed, the latest day first."""
    return edition.page("changes", {"days": by(reversed(edition.guide.changes), lambda change: change.date)})
