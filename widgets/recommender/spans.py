"""What numbers lie between: a cost, a difference, and a sum over people of whom it is not known where they are."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from recommender.products import NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Everything from `low` to `high`; `high` None: how much more is not known."""

    low: Fraction
    high: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A difference, anything from `low` to `high`; None: how far it goes that way is not known."""

    low: Fraction | None
    high: Fraction | None

    def __add__(self, other: "Gap") -> "Gap":
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Gap(low=low, high=high)


type Pick = Callable[[list[Fraction | int]], Fraction | int]
"""The smallest of some numbers, or the largest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """How people are spread: a part in each place that is `known`, and the `rest` anywhere among the `open` places."""

    known: Mapping[str, Fraction]
    open: tuple[str, ...] = ()
    rest: Fraction = NOTHING

    def spread(self, ends: Mapping[str, Gap]) -> Gap:
        """Return the least and the most of a sum that has these ends in each place for the whole of the people."""
        lows, highs = ({place: getattr(gap, end) for place, gap in ends.items()} for end in ("low", "high"))
        return Gap(
            low=None if None in lows.values() else self.total(lows, min),
            high=None if None in highs.values() else self.total(highs, max),
        )

    def total(self, values: Mapping[str, Fraction | int], pick: Pick) -> Fraction:
        """Return the sum of values for the whole of the people, the rest of whom are where `pick` has them.

        A value of no place counts as it is.
        """
        found = sum((part * values.get(place, 0) for place, part in self.known.items()), NOTHING + values.get("", 0))
        return found + self.rest * pick([values.get(place, 0) for place in self.open]) if self.open else found


def hull(gaps: Iterable[Gap]) -> Gap:
    """Return the smallest gap that holds all of them."""
    each = list(gaps)
    lows, highs = [gap.low for gap in each], [gap.high for gap in each]
    return Gap(
        low=None if None in lows else min(low for low in lows if low is not None),
        high=None if None in highs else max(high for high in highs if high is not None),
    )
