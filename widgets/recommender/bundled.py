"""Open one percentage for everything as far as the numbers allow: what is in it, and what is left for the price."""

from dataclasses import dataclass
from fractions import Fraction

from recommender.quotes import HUNDRED, Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A percentage of one person's yearly `pay`, and what is in it, all in percent of pay.

    Some parts are `known`, others `unknown`; a `rest` below 0 says that the numbers do not fit together.
    """

    percent: Fraction
    pay: Fraction
    known: tuple[tuple[str, Fraction], ...]
    unknown: tuple[str, ...]

    @property
    def parts(self) -> Fraction:
        """What the known parts come to."""
        return sum((percent for _, percent in self.known), Fraction(0))

    @property
    def rest(self) -> Fraction:
        """What is left for the price itself, for what is unknown, and for anything that nobody named."""
        return self.percent - self.parts


def in_percent(quote: Quote, pay: Fraction) -> tuple[tuple[str, Fraction], ...]:
    """Return the parts of which it is known what is charged, in percent of pay."""
    return tuple((each.part, each.charged * HUNDRED / pay) for each in quote.parts if each.charged is not None)


def opened(quote: Quote, pay: Fraction | None) -> Opened | None:
    """Return what is inside the quote's percentage, or None if it has none or pay is not known."""
    if quote.bundled is None or not pay:
        return None
    return Opened(
        percent=quote.bundled,
        pay=pay,
        known=in_percent(quote, pay),
        unknown=tuple(each.part for each in quote.parts if each.charged is None),
    )
