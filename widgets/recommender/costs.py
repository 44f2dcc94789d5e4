"""Work out what each model may cost in a year: exact ranges, from a person's own amounts and the guide's ranges."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from recommender.conditions import answered
from recommender.figures import Figure
from recommender.model import Guide
from recommender.money import Amount, Cap, Expense, ExpenseTerm
from recommender.questions import Answer

MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Everything from `low` to `high`; `high` None: how much more is not known."""

    low: Fraction
    high: Fraction | None

    def __add__(self, other: "Span") -> "Span":
        high = None if self.high is None or other.high is None else self.high + other.high
        return Span(low=self.low + other.low, high=high)

    def __mul__(self, other: "Span") -> "Span":
        if 0 in (self.high, other.high):
            return Span(low=Fraction(0), high=Fraction(0))  # nothing, however dear
        high = None if self.high is None or other.high is None else self.high * other.high
        return Span(low=self.low * other.low, high=high)


UNBOUNDED = Span(low=Fraction(0), high=None)
ZERO = Span(low=Fraction(0), high=Fraction(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """A model's yearly cost: a span for every expense that it has, and their sum."""

    model: str
    items: Mapping[str, Span]
    total: Span


def spans(guide: Guide, headcount: int, given: Mapping[str, Fraction]) -> dict[str, Span]:
    """Return what every amount lies between: as given, else as another is, else by the guide's range, else unknown."""
    found = {guide.headcount: _exactly(Fraction(headcount))}
    for amount in guide.amounts:
        if amount.id in given:
            found[amount.id] = _exactly(given[amount.id])
        elif amount.same_as is None:
            found[amount.id] = span_of(amount)
    for amount in guide.amounts:
        if amount.id not in found:
            found[amount.id] = found[str(amount.same_as)]
    return found


def bills(guide: Guide, amounts: Mapping[str, Span], sure: Mapping[str, Answer]) -> tuple[Bill, ...]:
    """Return the yearly bill of every model of which some expense speaks, in its order.

    `amounts` is what `spans` found, and `sure` the answers that say which terms count.
    """
    named = {model for expense in guide.expenses for term in expense.terms for model in term.models}
    return tuple(_bill(guide, model.id, amounts, sure) for model in guide.models if model.id in named)


def _bill(guide: Guide, model: str, amounts: Mapping[str, Span], sure: Mapping[str, Answer]) -> Bill:
    items = {
        expense.id: sum((_term(term, amounts) for term in _terms(expense, model, sure)), ZERO)
        for expense in guide.expenses
        if any(_terms(expense, model, sure))
    }
    return Bill(model=model, items=items, total=sum(items.values(), ZERO))


def _terms(expense: Expense, model: str, sure: Mapping[str, Answer]) -> Iterator[ExpenseTerm]:
    return (term for term in expense.terms if model in term.models and _counts(term, sure))


def _counts(term: ExpenseTerm, sure: Mapping[str, Answer]) -> bool:
    return answered(term.when, sure) and not any(answered(each, sure) for each in term.unless)


def _term(term: ExpenseTerm, amounts: Mapping[str, Span]) -> Span:
    span = _exactly(Fraction(term.by, term.over))
    for name in term.times:
        span *= amounts[name]
    return span if term.cap is None else span * _capped(term.cap, amounts)


def _capped(cap: Cap, amounts: Mapping[str, Span]) -> Span:
    """Return what counts of one person's pay, or what counts twice; unknown bounds leave the most unknown."""
    base, pay = amounts[cap.base], amounts[cap.pay]
    if cap.month is None:
        return Span(low=min(base.low, pay.low), high=_least(base.high, pay.high))
    month = amounts[cap.month]
    if base.high is None or pay.high is None or month.high is None:
        return UNBOUNDED
    months = range(max(1, int(month.low)), min(MONTHS, int(month.high)) + 1)
    tried = [
        counted_twice(cap_at, year, start)
        for start, year in product(months, {pay.low, pay.high})
        for cap_at in {base.low, base.high, *(min(max(part, base.low), base.high) for part in split(year, start))}
    ]
    return Span(low=min(tried, default=Fraction(0)), high=max(tried, default=Fraction(0)))


def split(year: Fraction, month: int) -> tuple[Fraction, Fraction]:
    """Return a year's pay before and from the start of a month (1 to 12), paid in equal parts."""
    before = year * (month - 1) / MONTHS
    return before, year - before


def counted_twice(base: Fraction, year: Fraction, month: int) -> Fraction:
    """Return how much more of a year's pay counts when a cap on it starts anew in a month.

    For a month and pay it grows with the cap up to the smaller part of the pay and falls again after the larger one,
    so that the most and the least over a range of caps are at its ends or at those parts.
    """
    before, after = split(year, month)
    return min(base, before) + min(base, after) - min(base, year)


def _exactly(number: Fraction) -> Span:
    return Span(low=number, high=number)


def span_of(stated: Amount | Figure) -> Span:
    """Return the own range of an amount or a figure; without a low end nothing is known of it."""
    # Through text, so that 0.6 is six tenths and not the nearest binary number.
    low = Fraction(0) if stated.low is None else Fraction(str(stated.low))
    return Span(low=low, high=None if stated.high is None else Fraction(str(stated.high)))


def _least(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    known = [each for each in (one, other) if each is not None]
    return min(known, default=None)
