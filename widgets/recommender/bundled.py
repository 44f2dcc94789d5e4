"""Open one percentage for everything as far as the numbers allow: what is in it, and what is left for the price."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from recommender.quote_parts import HUNDRED
from recommender.quotes import Quote
from recommender.spans import Span

PLACES = 100
"""Percentages are told in hundredths."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A percentage of one person's yearly pay, its `parts` and all of them together, and what is left, in percent.

    A `rest` below 0 says that the numbers do not fit together. All are as they are told: rounded so that the parts add
    up to `together`, and `together` and `rest` to the percentage.
    """

    parts: tuple[tuple[str, Span], ...]
    together: Span
    rest: Span


def opened(quote: Quote, pay: Fraction | None) -> Opened | None:
    """Return what is inside the quote's percentage, or None if it has none or pay is not known."""
    if quote.bundled is None or not pay:
        return None
    parts = in_percent(quote, pay)
    together = _rounded(_of(quote.parts.charged, pay))
    percent = _hundredths(quote.bundled)
    return Opened(parts=parts, together=together, rest=Span(low=percent - _high(together), high=percent - together.low))


def in_percent(quote: Quote, pay: Fraction) -> tuple[tuple[str, Span], ...]:
    """Return the parts of which there is an end to what is charged, in percent of pay, as they are told."""
    counted = [each for each in quote.parts.each if each.charged.high is not None]
    spans = adding_up([_of(each.charged, pay) for each in counted], _of(quote.parts.charged, pay))
    return tuple((each.part, span) for each, span in zip(counted, spans, strict=True))


def adding_up(parts: Sequence[Span], total: Span) -> list[Span]:
    """Return parts in hundredths that come to their total in hundredths, wherever they come to it as they are.

    They do not if the parts cannot all be at their ends at once; then each is rounded for itself.
    """
    lows, highs = [span.low for span in parts], [_high(span) for span in parts]
    if (sum(lows), sum(highs)) != (total.low, _high(total)):
        return [_rounded(span) for span in parts]
    least = allotted(lows, _hundredths(total.low))
    # What lies between the ends is rounded for itself, so that no part's low end comes above its high one.
    widths = [high - low for low, high in zip(lows, highs, strict=True)]
    more = allotted(widths, _hundredths(_high(total)) - _hundredths(total.low))
    return [Span(low=low, high=low + width) for low, width in zip(least, more, strict=True)]


def allotted(values: Sequence[Fraction], total: Fraction) -> list[Fraction]:
    """Return values in hundredths that come to a total in hundredths: those that are nearest to the next one go up.

    The total is less than a hundredth from that of the values.
    """
    least = [floor(value * PLACES) for value in values]
    by_rest = sorted(range(len(values)), key=lambda n: least[n] - values[n] * PLACES)
    up = by_rest[: int(total * PLACES) - sum(least)]
    return [Fraction(each + (n in up), PLACES) for n, each in enumerate(least)]


def _of(span: Span, pay: Fraction) -> Span:
    return Span(low=span.low * HUNDRED / pay, high=_high(span) * HUNDRED / pay)


def _high(span: Span) -> Fraction:
    assert span.high is not None
    return span.high


def _rounded(span: Span) -> Span:
    return Span(low=_hundredths(span.low), high=_hundredths(_high(span)))


def _hundredths(value: Fraction) -> Fraction:
    """Return a number of no less than 0 to the nearest hundredth, halves up."""
    return Fraction(floor(value * PLACES + Fraction(1, 2)), PLACES)
