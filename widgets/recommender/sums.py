"""Put costs, differences and amounts into words, rounded so that no range promises more than it may."""

from fractions import Fraction
from math import ceil, floor

from recommender.model import Guide
from recommender.phrases import number
from recommender.setting import exactly
from recommender.spans import Gap, Span

CURRENCIES = ("$", "€", "£", "¥")
"""A unit that begins with one of them has it before its numbers."""

UNKNOWN = Span(low=Fraction(0), high=None)


def money(guide: Guide, span: Span) -> str:
    """Return a yearly cost in whole amounts, low ends rounded down and high ends up, and one number to the nearest."""
    low = floor(span.low + Fraction(1, 2)) if span.low == span.high else floor(span.low)
    if span.high is None:
        return guide.wording.cost_at_least.format(low=f"{low:,}") if low else guide.wording.cost_unknown
    high = ceil(span.high)
    wording = guide.wording.cost_exactly if span.low == span.high else guide.wording.cost_between
    return wording.format(low=f"{low:,}", high=f"{high:,}")


def difference(guide: Guide, gap: Gap) -> str:
    """Return how much more or less something costs, to be followed by what it is compared with."""
    wording = guide.wording
    if gap.low == gap.high == 0:
        return wording.gap_same
    if gap.low is not None and gap.low >= 0:
        more = Span(low=gap.low, high=gap.high)
        return wording.gap_some_more if more == UNKNOWN else wording.gap_more.format(cost=money(guide, more))
    if gap.high is not None and gap.high <= 0:
        less = Span(low=-gap.high, high=None if gap.low is None else -gap.low)
        return wording.gap_some_less if less == UNKNOWN else wording.gap_less.format(cost=money(guide, less))
    if gap.low is None or gap.high is None:
        return wording.gap_unknown
    ends = (money(guide, exactly(end)) for end in (Fraction(ceil(-gap.low)), Fraction(ceil(gap.high))))
    return wording.gap_either.format(**dict(zip(("less", "more"), ends, strict=True)))


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
