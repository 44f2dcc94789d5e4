"""Put yearly costs into words: each model's bill, and every assumption behind it."""

from collections.abc import Mapping
from fractions import Fraction
from math import ceil, floor
from typing import Any

from recommender.citing import Citations
from recommender.conditions import DECIMALS
from recommender.costs import Bill, Span, bills, spans
from recommender.engine import Recommendation
from recommender.model import Guide
from recommender.money import Amount


def estimate(guide: Guide, result: Recommendation, sources: Citations) -> dict[str, Any]:
    """Return each model's bill and the assumptions as plain values; none without a headcount."""
    headcount, given = result.given.answered.get(guide.headcount), result.given.amounts
    if not isinstance(headcount, int) or not guide.expenses:
        return {"bills": [], "assumptions": []}
    found = spans(guide, headcount, given)
    made = bills(guide, found)
    return {
        "bills": [_bill(guide, bill, made) for bill in made],
        "assumptions": [_assumption(guide, amount, found[amount.id], given, sources) for amount in guide.amounts],
    }


def _bill(guide: Guide, bill: Bill, all_bills: tuple[Bill, ...]) -> dict[str, Any]:
    model = next(each for each in guide.models if each.id == bill.model)
    return {
        "model": bill.model,
        "abbreviation": model.abbreviation,
        "total": money(guide, bill.total),
        "low": floor(bill.total.low),
        "high": None if bill.total.high is None else ceil(bill.total.high),
        "items": [
            {
                "label": expense.label,
                "amount": money(guide, bill.items[expense.id]),
                "same": all(other.items.get(expense.id) == bill.items[expense.id] for other in all_bills),
            }
            for expense in guide.expenses
            if expense.id in bill.items
        ],
    }


def _assumption(
    guide: Guide, amount: Amount, span: Span, given: Mapping[str, Fraction], sources: Citations
) -> dict[str, Any]:
    cites = tuple(cite for claim in amount.claims for cite in claim.cites)
    return {
        "id": amount.id,
        "label": amount.label,
        "unit": amount.unit,
        "value": value_words(guide, span),
        "given": amount.id in given,
        "citations": [] if amount.id in given else sources.describe(cites),
    }


def money(guide: Guide, span: Span) -> str:
    """Return a yearly cost in whole amounts, low ends rounded down and high ends up."""
    low = floor(span.low)
    if span.high is None:
        return guide.wording.cost_at_least.format(low=f"{low:,}") if low else guide.wording.cost_unknown
    high = ceil(span.high)
    wording = guide.wording.cost_exactly if span.low == span.high else guide.wording.cost_between
    return wording.format(low=f"{low:,}", high=f"{high:,}")


def value_words(guide: Guide, span: Span) -> str:
    """Return what an amount lies between, without its unit."""
    if span.high is None:
        return guide.wording.amount_at_least.format(low=_shown(span.low)) if span.low else guide.wording.cost_unknown
    if span.low == span.high:
        return _shown(span.low)
    return guide.wording.amount_between.format(low=_shown(span.low), high=_shown(span.high))


def _shown(value: Fraction) -> str:
    """Return a number as people read it, in groups of three digits."""
    whole, point, part = number(value).partition(".")
    return f"{int(whole):,}{point}{part}"


def number(value: Fraction) -> str:
    """Return an exact number as digits, to as many places as an amount has."""
    return f"{float(value):.{DECIMALS}f}".rstrip("0").rstrip(".")
