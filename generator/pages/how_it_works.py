"""The page on how the recommender works: its rules, what moves cost, and how often it agrees with published advice."""

from generator.pages.agreement import Agreement, agreement_values
from generator.pages.page import Edition, Page
from generator.pages.rules_in_words import moves_in_words, rules_in_words


def how_it_works(edition: Edition, agreement: Agreement) -> Page:
    """Return the page with every rule."""
    guide, references, names = edition.guide, edition.references("how_it_works"), edition.abbreviations
    values = {
        "groups": rules_in_words(edition, references),
        "rivals": [model.abbreviation for model in guide.models if model.stands == "rival"],
        "qualities": [
            (m.abbreviation, names[m.counts_as]) for m in guide.models if m.stands == "quality" and m.counts_as
        ],
        "part_names": [model.abbreviation for model in guide.models if model.stands == "part"],
        "moves": moves_in_words(edition, references),
        "strengths": guide.strengths,
        "measurements": guide.measurements,
        **agreement_values(edition, agreement),
    }
    return edition.page("how_it_works", values, references)
