"""The home page: the short answer, the first question, every model in a sentence, and the ways on."""

from generator.pages.page import Edition, Page


def home(edition: Edition) -> Page:
    """Return the page on which readers enter the site."""
    guide, references = edition.guide, edition.references("home", edition.guide.short_answer)
    summaries = [(model, references.sentences(model.summary[:1])) for model in guide.models]
    first = next((question for question in guide.questions if question.kind == "choice"), None)
    short = sum(question.group == guide.questions[0].group for question in guide.questions)
    values = {"summaries": summaries, "first": first, "short": short}
    return edition.page("home", values, references)
