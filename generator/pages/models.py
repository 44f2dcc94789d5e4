"""The pages on the models themselves: an overview with pictures, and a page for each."""

from collections.abc import Iterator

from generator.pages.page import Edition, Page
from generator.pages.pictures import flow, roles
from generator.pages.tables import badges
from generator.reading.page_words import MODEL_PARTS
from recommender.model import Model


def models(edition: Edition) -> Page:
    """Return the overview of all models."""
    guide, references, words = edition.guide, edition.references("models"), edition.words("models")
    shown = [(model, references.sentences(model.summary), roles(guide, model, words)) for model in guide.models]
    return edition.page("models", {"models": shown, "picture": flow(guide), "badges": badges(edition)}, references)


def each_model(edition: Edition) -> Iterator[Page]:
    """Yield the page of every model."""
    return (_model(edition, model) for model in edition.guide.models)


def _model(edition: Edition, model: Model) -> Page:
    guide, references = edition.guide, edition.references("model", model.summary)
    values = {
        "model": model,
        "steps": references.sentences(model.how_it_works),
        "picture": roles(guide, model, edition.words("models")),
        "badges": badges(edition),
        "roles": [(task, references.sentence(model.roles[task.id])) for task in guide.tasks],
        "parts": [(part, references.section(getattr(model, part))) for part in MODEL_PARTS],
    }
    names = {"name": model.name, "abbreviation": model.abbreviation}
    return edition.page("model", values, references, item=model.id, of_one=names)
