"""The home page: the short answer, where a reader stands, when each main way fits, and the ways on."""

from generator.pages.page import Edition, Page
from generator.reading.page_words import HOME_TASKS


def home(edition: Edition) -> Page:
    """Return the page on which readers enter the site."""
    guide, references = edition.guide, edition.references("home", edition.guide.short_answer)
    fits = [(model, model.fit, references.sentences(model.fit.cases)) for model in guide.models if model.fit]
    others = [(model, references.sentences(model.summary[:1])) for model in guide.models if not model.fit]
    words = edition.words("home")
    values = {"fits": fits, "others": others, "tasks": [words[name] for name in HOME_TASKS]}
    return edition.page("home", values, references)
