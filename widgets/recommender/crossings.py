"""Find where a difference passes zero, exactly, and for which whole numbers it is surely below, above or nothing."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor
from typing import Literal, NamedTuple

from recommender.pieces import Piece, pieces, value
from recommender.spans import Gap

type Stands = Literal["cheaper", "same", "dearer", "open"]
type GapAt = Callable[[Fraction], Mapping[str, Gap]]


class Stretch(NamedTuple):
    """Whole numbers from `first` to `last` at which a model stands alike."""

    first: int
    last: int
    stands: Stands


class Crossing(NamedTuple):
    """A place where one end of a difference changes its sign: at it, or right after it."""

    at: Fraction
    end: Literal["low", "high"]


class Course(NamedTuple):
    """How a model stands over all whole numbers of an axis, and every place where it passes what it is held against."""

    stretches: tuple[Stretch, ...]
    crossings: tuple[Crossing, ...]


class _Cell(NamedTuple):
    """Places, all between two or only one, at which both ends of a difference keep their signs (None: unknown)."""

    start: Fraction
    end: Fraction
    low: int | None
    high: int | None


def stands(gap: Gap) -> Stands:
    """Return how something stands that lies so far from what it is held against."""
    return _stands(_sign(gap.low), _sign(gap.high))


def _stands(low: int | None, high: int | None) -> Stands:
    if high is not None and high < 0:
        return "cheaper"
    if low is not None and low > 0:
        return "dearer"
    return "same" if low == high == 0 else "open"


def courses(gap_at: GapAt, breaks: tuple[Fraction, ...], first: int, last: int) -> dict[str, Course]:
    """Return every model's course over the whole numbers from `first` to `last`.

    `gap_at` says how far each model lies from what it is held against. Between two neighbours among the `breaks` and
    the ends, its low end bends downwards only and its high end upwards only; at them it may do anything.
    """
    seen = _Seen(gap_at)
    marks = marks_of(breaks, Fraction(first), Fraction(last))
    return {model: _course(seen, model, marks) for model in seen(marks[0])}


def marks_of(breaks: tuple[Fraction, ...], first: Fraction, last: Fraction) -> list[Fraction]:
    """Return the ends of an axis and the breaks between them, in order."""
    return sorted({first, last, *(each for each in breaks if first < each < last)})


class _Seen:
    """Asks for the differences at a place once, for all models and both ends."""

    def __init__(self, gap_at: GapAt) -> None:
        self._gap_at = gap_at
        self._known: dict[Fraction, Mapping[str, Gap]] = {}

    def __call__(self, x: Fraction) -> Mapping[str, Gap]:
        if x not in self._known:
            self._known[x] = self._gap_at(x)
        return self._known[x]


def _course(seen: _Seen, model: str, marks: list[Fraction]) -> Course:
    cells = list(_cells(seen, model, marks))
    runs = [run for cell in cells if (run := _whole(cell))]
    return Course(stretches=tuple(_joined(runs)), crossings=tuple(_passed(cells)))


def _cells(seen: _Seen, model: str, marks: list[Fraction]) -> Iterator[_Cell]:
    for start, end in pairwise(marks):
        yield from _at_mark(seen, model, start)
        low = pieces(lambda x: seen(x)[model].low, start, end)
        high = pieces(lambda x: seen(x)[model].high, start, end)
        cuts = sorted({start, end, *_cuts(low), *_cuts(high)})
        for index, (one, other) in enumerate(pairwise(cuts)):
            if index:
                yield _cell(low, high, one, one)
            yield _cell(low, high, one, other)
    yield from _at_mark(seen, model, marks[-1])


def _at_mark(seen: _Seen, model: str, mark: Fraction) -> Iterator[_Cell]:
    """Yield what stands at a mark; what holds between whole numbers only is not asked for."""
    if mark.denominator == 1:
        gap = seen(mark)[model]
        yield _Cell(start=mark, end=mark, low=_sign(gap.low), high=_sign(gap.high))


def _cuts(found: list[Piece]) -> Iterator[Fraction]:
    for piece in found:
        yield piece.end
        zero = piece.zero()
        if zero is not None:
            yield zero


def _cell(low: list[Piece], high: list[Piece], start: Fraction, end: Fraction) -> _Cell:
    middle = (start + end) / 2
    return _Cell(start=start, end=end, low=_sign(value(low, middle)), high=_sign(value(high, middle)))


def _sign(end: Fraction | None) -> int | None:
    return None if end is None else (end > 0) - (end < 0)


def _whole(cell: _Cell) -> Stretch | None:
    """Return the whole numbers in a cell, ends included only in a cell of one place."""
    inner = cell.start < cell.end
    first, last = floor(cell.start) + 1 if inner else ceil(cell.start), ceil(cell.end) - 1 if inner else floor(cell.end)
    return Stretch(first=first, last=last, stands=_stands(cell.low, cell.high)) if first <= last else None


def _joined(runs: list[Stretch]) -> list[Stretch]:
    joined: list[Stretch] = []
    for run in runs:
        if joined and joined[-1].stands == run.stands:
            joined[-1] = Stretch(first=joined[-1].first, last=run.last, stands=run.stands)
        else:
            joined.append(run)
    return joined


def _passed(cells: list[_Cell]) -> Iterator[Crossing]:
    """Yield where the signs before and after a place are two, if both are known."""
    for before, after in pairwise(cell for cell in cells if cell.start < cell.end):
        if before.low != after.low and None not in (before.low, after.low):
            yield Crossing(at=after.start, end="low")
        if before.high != after.high and None not in (before.high, after.high):
            yield Crossing(at=after.start, end="high")
