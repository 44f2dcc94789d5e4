"""Take samples of what models cost over an axis: as many as a picture of it needs, and all of them in whole numbers."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from itertools import pairwise

from recommender.picture import Band, Sample
from recommender.pieces import Piece, pieces
from recommender.products import MONTHS
from recommender.spans import Span

type CostAt = Callable[[Fraction], Mapping[str, Span]]
type Reading = Callable[[Fraction], tuple[int, int] | None]
"""What reads a value at a place as a numerator and a denominator, not reduced; None where it is unknown."""

_EVENLY = tuple(Fraction(root * root, 4) for root in range(2, 32))
"""Places up to 250 whose roots are halves: on a rooted axis they stand evenly."""


def bands(cost_at: CostAt, marks: list[Fraction], own: Fraction | None, *, each: bool) -> list[Band]:
    """Return what every model costs from the first mark to the last, with a step at marks only.

    There is a sample at each bend, on both sides of each mark, and at `own`. With `each`, what is told is the cost
    of a month, divided by the place: then lines are no longer straight, and have samples between.
    """
    known = dict[Fraction, Mapping[str, Span]]()

    def seen(x: Fraction) -> Mapping[str, Span]:
        if x not in known:
            known[x] = cost_at(x)
        return known[x]

    extra = sorted({*(_EVENLY if each else ()), *(() if own is None else (own,))})
    return [
        Band(
            model=model,
            samples=[
                sample
                for start, end in pairwise(marks)
                for sample in _samples(seen, model, start, end, [x for x in extra if start < x < end], each=each)
            ],
        )
        for model in seen((marks[0] + marks[1]) / 2)
    ]


def _samples(
    cost_at: CostAt, model: str, start: Fraction, end: Fraction, extra: list[Fraction], *, each: bool
) -> Iterator[Sample]:
    lows = pieces(lambda x: cost_at(x)[model].low, start, end)
    highs = pieces(lambda x: cost_at(x)[model].high, start, end)
    bends = [piece.end for found in (lows, highs) if len(found) > 1 for piece in found[:-1]]
    places = sorted({*bends, *extra}) if bends else extra
    low, high = _reading(lows), _reading(highs)
    for x in (start, *places, end):
        shared = MONTHS * x if each else Fraction(1)
        least, most = low(x), high(x)
        yield Sample(
            x=x,
            low=0 if least is None else _down(least, shared),
            high=None if most is None else -_down((-most[0], most[1]), shared),
        )


def _down(value: tuple[int, int], shared: Fraction) -> int:
    """Return a value divided among so many, rounded down; exact, and much faster than with reduced fractions."""
    return value[0] * shared.denominator // (value[1] * shared.numerator)


def _reading(found: list[Piece]) -> Reading:
    parts = [(piece.end, _slanted(piece)) for piece in found]

    def read(x: Fraction) -> tuple[int, int] | None:
        part = parts[0][1] if len(parts) == 1 else next(part for end, part in parts if x <= end)
        if part is None:
            return None
        base, slope, under = part
        return base * x.denominator + slope * x.numerator, under * x.denominator

    return read


def _slanted(piece: Piece) -> tuple[int, int, int] | None:
    """Return a line as base and slope over a common denominator."""
    if piece.first is None or piece.last is None:
        return None
    slope = (piece.last - piece.first) / (piece.end - piece.start)
    base = piece.first - slope * piece.start
    under = base.denominator * slope.denominator
    return base.numerator * slope.denominator, slope.numerator * base.denominator, under
