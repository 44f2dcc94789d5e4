"""The pages made of numbers: what starts at which headcount, and what things cost by whose word."""

from collections.abc import Sequence

from generator.pages.page import Edition, Page, by
from generator.pages.pictures import ladder
from generator.pages.presets import amount_view, stated
from generator.pages.ruler import ruler
from generator.pages.worked_examples import Worked


def thresholds(edition: Edition) -> Page:
    """Return what starts at which headcount, small ones first."""
    references, words = edition.references("thresholds"), edition.words("thresholds")
    ordered = sorted(edition.guide.thresholds, key=lambda each: (each.headcount, each.order))
    rows = [(each, references.section(each.what), references.sentences(each.counting)) for each in ordered]
    return edition.page("thresholds", {"rows": rows, "picture": ladder(ordered, words["picture"])}, references)


def cost(edition: Edition, worked: Sequence[Worked]) -> Page:
    """Return what things cost, what the recommender assumes of it, and worked examples with numbers and quotes."""
    guide, references, words = edition.guide, edition.references("cost"), edition.words("cost")
    groups = [
        (group, [(figure, stated(guide, figure), references.sentences(figure.claims)) for figure in figures])
        for group, figures in by(guide.figures, lambda figure: figure.group)
    ]
    amounts = [
        (group, [amount_view(guide, amount, references) for amount in same])
        for group, same in by(guide.amounts, lambda amount: amount.group)
    ]
    values = {
        "groups": groups,
        "ruler": ruler(guide, words["ruler"]),
        "amounts": amounts,
        "priced": [each for each in worked if each.bills],
        "quoted": [each for each in worked if each.quotes],
        "expenses": [(expense, references.sentences(expense.claims)) for expense in guide.expenses],
    }
    return edition.page("cost", values, references)
