"""The pages made of numbers: what starts at which headcount, and what things cost by whose word."""

from generator.pages.page import Edition, Page, by
from generator.pages.pictures import ladder, ranges
from generator.pages.presets import presets


def thresholds(edition: Edition) -> Page:
    """Return what starts at which headcount, small ones first."""
    references, words = edition.references("thresholds"), edition.words("thresholds")
    ordered = sorted(edition.guide.thresholds, key=lambda each: (each.headcount, each.order))
    rows = [(each, references.section(each.what), references.sentences(each.counting)) for each in ordered]
    return edition.page("thresholds", {"rows": rows, "picture": ladder(ordered, words["picture"])}, references)


def cost(edition: Edition) -> Page:
    """Return what things cost, and what the recommender assumes of it."""
    guide, references = edition.guide, edition.references("cost")
    groups = [
        (group, [(figure, references.sentences(figure.claims)) for figure in figures])
        for group, figures in by(guide.figures, lambda figure: figure.group)
    ]
    pictures = {
        group: [ranges(unit, same) for unit, same in by(sorted(figures, key=lambda f: f.unit), lambda f: f.unit)]
        for group, figures in by(guide.figures, lambda figure: figure.group)
    }
    amounts = [
        (group, [(amount, references.sentences(amount.claims)) for amount in same])
        for group, same in by(guide.amounts, lambda amount: amount.group)
    ]
    values = {
        "groups": groups,
        "pictures": pictures,
        "amounts": amounts,
        "presets": presets(guide),
        "expenses": [(expense, references.sentences(expense.claims)) for expense in guide.expenses],
    }
    return edition.page("cost", values, references)
