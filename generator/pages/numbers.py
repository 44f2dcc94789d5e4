"""The pages made of numbers: what starts at which headcount, and what things cost by whose word."""

from collections.abc import Iterator

from generator.pages.core import Page, by, page
from generator.pages.pictures import ladder, ranges
from generator.pages.presets import presets
from generator.pages.references import References
from recommender.model import Guide


def number_pages(guide: Guide) -> Iterator[Page]:
    """Yield the page by headcount and the page on cost."""
    yield _headcount(guide)
    yield _cost(guide)


def _headcount(guide: Guide) -> Page:
    references = References(guide)
    rows = [
        (each, references.sentences(each.what), references.sentences(each.counting))
        for each in sorted(guide.thresholds, key=lambda each: (each.headcount, each.order))
    ]
    return page("headcount/index.md", "headcount.md", references, rows=rows, picture=ladder(guide.thresholds))


def _cost(guide: Guide) -> Page:
    references = References(guide)
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
    expenses = [(expense, references.sentences(expense.claims)) for expense in guide.expenses]
    values = {"groups": groups, "pictures": pictures, "amounts": amounts, "expenses": expenses}
    return page("cost/index.md", "cost.md", references, presets=presets(guide), **values)
