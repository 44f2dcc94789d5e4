"""Put yearly costs into words: each model's bill, and every assumption behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from recommender.citing import Citations
from recommender.costs import Bill, Span, bills, spans
from recommender.model import Guide
from recommender.money import Amount
from recommender.phrases import number
from recommender.result_facts import Assumption, BillWords
from recommender.scoring import Recommendation

CURRENCIES = ("$", "€", "£", "¥")
"""A unit that begins with one of them has it before its numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """Each model's bill, and the assumptions behind them all."""

    bills: list[BillWords]
    assumptions: list[Assumption]


def estimate(guide: Guide, result: Recommendation, sources: Citations) -> Estimate:
    """Return the yearly costs in words; none without a headcount."""
    made, found, given = bills_of(guide, result), _spans(guide, result), result.given.amounts
    return Estimate(
        bills=[_bill(guide, bill, made) for bill in made],
        assumptions=[_assumption(guide, amount, found[amount.id], given, sources) for amount in guide.amounts if found],
    )


def bills_of(guide: Guide, result: Recommendation) -> tuple[Bill, ...]:
    """Return the yearly bills as values; none without a headcount."""
    found = _spans(guide, result)
    return bills(guide, found, result.given.answered) if found else ()


def _spans(guide: Guide, result: Recommendation) -> dict[str, Span]:
    headcount = result.given.answered.get(guide.headcount)
    return spans(guide, headcount, result.given.amounts) if isinstance(headcount, int) and guide.expenses else {}


def _bill(guide: Guide, bill: Bill, all_bills: tuple[Bill, ...]) -> BillWords:
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
) -> Assumption:
    cites = tuple(cite for claim in amount.claims for cite in claim.cites)
    known = bool(span.low) or span.high is not None
    return {
        "id": amount.id,
        "label": amount.label,
        "unit": signs(amount.unit)[2] if known else "",
        "value": value_words(guide, span, amount.unit),
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


def value_words(guide: Guide, span: Span, unit: str) -> str:
    """Return what an amount lies between, with the sign of its unit, and without the rest of it."""
    low = _shown(span.low, unit)
    if span.high is None:
        return guide.wording.amount_at_least.format(low=low) if span.low else guide.wording.cost_unknown
    if span.low == span.high:
        return low
    return guide.wording.amount_between.format(low=low, high=_shown(span.high, unit))


def _shown(value: Fraction, unit: str) -> str:
    """Return a number as people read it, in groups of three digits, with the sign of its unit."""
    before, after, _ = signs(unit)
    whole, point, part = number(value).partition(".")
    return f"{before}{int(whole):,}{point}{part}{after}"


def signs(unit: str) -> tuple[str, str, str]:
    """Return what a unit puts before a number, what right after it, and its remaining words."""
    first, _, rest = unit.partition(" ")
    if first in CURRENCIES:
        return first, "", rest
    return ("", first, rest) if first == "%" else ("", "", unit)
