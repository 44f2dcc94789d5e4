"""Work out a picture of ranges over an axis as numbers and paths of an SVG: bands, middle lines, ticks and labels."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby, pairwise
from math import isqrt
from typing import NamedTuple

WIDE, HIGH = 234, 200
"""Units across and down the part of the picture in which lines are drawn."""

_ROOMY = 30
"""How far ticks across lie apart at least."""
_LINE = 16
"""How far labels below each other lie apart at least."""
_LEAD = 8
"""How far labels stand from the ends of lines."""
_MOST_TICKS = 5
_FINE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """Whole numbers across; those of a `rooted` one stand as their roots do, so that small ones have room."""

    first: int
    last: int
    rooted: bool = False

    def across(self, x: Fraction | int) -> int:
        """Return how far across a place stands."""
        start, here, end = (self._fine(each) for each in (self.first, x, self.last))
        return (2 * WIDE * (here - start) + end - start) // (2 * (end - start))

    def _fine(self, x: Fraction | int) -> int:
        fine = x.numerator * _FINE * _FINE // x.denominator
        return isqrt(fine) if self.rooted else fine


class Sample(NamedTuple):
    """What a band lies between at a place, in whole units of what it counts; `high` None: nobody knows how high."""

    x: Fraction
    low: int
    high: int | None

    @property
    def middle(self) -> int | None:
        """Return what is halfway between both ends."""
        return None if self.high is None else (self.low + self.high) // 2


class Band(NamedTuple):
    """A model's range over the axis, from left to right; two samples at one place are a step."""

    model: str
    samples: Sequence[Sample]


class Drawn(NamedTuple):
    """A band as paths: around it, along its middle, and from its end to its label, which stands so far down.

    Where nobody knows how high it goes there is nothing to go around, and the middle is its low end; then it has no
    `ends`.
    """

    model: str
    area: str
    middle: str
    lead: str
    label: int
    ends: bool


class Picture(NamedTuple):
    """Everything in a picture; ticks are how far across or down a number stands, and the number.

    `own` is how far across the reader's own place is, and `dots` a path of one point for each band there.
    """

    bands: list[Drawn]
    across: list[tuple[int, int]]
    up: list[tuple[int, int]]
    own: int | None
    dots: str


def picture(bands: Sequence[Band], axis: Axis, own: Fraction | None) -> Picture:
    """Return the picture of bands, at least one; it is as high as what lies at `own` or right of it needs."""
    step, top = _scale(_most(bands, axis.first if own is None else own))
    labels = _apart([_end(band, top) for band in bands])
    across = {x: axis.across(x) for x in {each.x for band in bands for each in band.samples}}
    return Picture(
        bands=[_drawn(band, across, top, label) for band, label in zip(bands, labels, strict=True)],
        across=list(_ticks(axis)),
        up=[(_down(value, top), value) for value in range(0, top + 1, step)],
        own=None if own is None else axis.across(own),
        dots="" if own is None else "".join(_dot(band, axis, top, own) for band in bands),
    )


def strokes(axis: Axis, stretches: Sequence[tuple[int, int]]) -> str:
    """Return level strokes, one for each stretch of whole numbers, each up to halfway to its neighbours."""
    ends = [(max(2 * one - 1, 2 * axis.first), min(2 * other + 1, 2 * axis.last)) for one, other in stretches]
    places = [(axis.across(Fraction(one, 2)), axis.across(Fraction(other, 2))) for one, other in ends]
    return "".join(f"M{start} 0H{max(end, start + 1)}" for start, end in places)


def _seen(sample: Sample) -> int:
    """Return where a band is seen to be: its middle, else its low end."""
    return sample.low if sample.middle is None else sample.middle


def _most(bands: Sequence[Band], start: Fraction | int) -> int:
    ends = [each.low if each.high is None else each.high for band in bands for each in band.samples if each.x >= start]
    return max(1, *ends)


def _scale(most: int) -> tuple[int, int]:
    """Return a round step and a multiple of it that is not less than `most`, in few steps."""
    step = next(each for each in _round() if most <= _MOST_TICKS * each)
    return step, step * -(-most // step)


def _round() -> Iterator[int]:
    ten = 1
    while True:
        yield from (ten, 2 * ten, 5 * ten)
        ten *= 10


def _ticks(axis: Axis) -> Iterator[tuple[int, int]]:
    """Yield the ends of an axis and, where there is room, round numbers between them."""
    yield axis.across(axis.first), axis.first
    step = _scale(axis.last - axis.first)[0]
    between = _round() if axis.rooted else iter(range(axis.first - axis.first % step + step, axis.last, step))
    place, end = 0, WIDE
    for value in between:
        if value >= axis.last or axis.across(value) > end - _ROOMY:
            break
        if axis.across(value) >= place + _ROOMY:
            place = axis.across(value)
            yield place, value
    yield end, axis.last


def _down(value: int, top: int) -> int:
    return HIGH - (2 * HIGH * value + top) // (2 * top)


def _drawn(band: Band, across: Mapping[Fraction, int], top: int, label: int) -> Drawn:
    parts = groupby(band.samples, key=lambda sample: sample.high is not None)
    return Drawn(
        model=band.model,
        area="".join(_around(list(part), across, top) for known, part in parts if known),
        middle=_path([(across[each.x], _down(_seen(each), top)) for each in band.samples]),
        lead=f"M{WIDE} {_end(band, top)}L{WIDE + _LEAD} {label}",
        label=label,
        ends=all(each.high is not None for each in band.samples),
    )


def _around(part: list[Sample], across: Mapping[Fraction, int], top: int) -> str:
    lows = [(across[each.x], _down(each.low, top)) for each in part]
    highs = [(across[each.x], _down(each.high or 0, top)) for each in reversed(part)]
    return f"{_path(lows)}L{_path(highs)[1:]}Z"


def _end(band: Band, top: int) -> int:
    """Return how far down a band is seen to end."""
    return max(0, _down(_seen(band.samples[-1]), top))


def _path(points: list[tuple[int, int]]) -> str:
    """Return a path through points, without those that lie on the way as well as a whole unit can say."""
    kept, passed = points[:1], list[tuple[int, int]]()
    for point, following in pairwise(points[1:]):
        passed.append(point)
        if not all(_on_the_way(kept[-1], each, following) for each in passed):
            kept.append(point)
            passed.clear()
    if points[-1] != kept[-1]:
        kept.append(points[-1])
    return "M" + "L".join(f"{x} {y}" for x, y in kept)


def _on_the_way(start: tuple[int, int], here: tuple[int, int], end: tuple[int, int]) -> bool:
    wide, high = end[0] - start[0], end[1] - start[1]
    aside = abs((here[0] - start[0]) * high - wide * (here[1] - start[1]))
    between = min(start[1], end[1]) - 1 <= here[1] <= max(start[1], end[1]) + 1
    return between and 2 * aside <= max(abs(wide), abs(high))


def _dot(band: Band, axis: Axis, top: int, own: Fraction) -> str:
    """Return a point where a band is seen to be at a place that it has a sample for; after the step, if it has one."""
    here = [each for each in band.samples if each.x == own]
    return f"M{axis.across(own)} {_down(_seen(here[-1]), top)}h0" if here else ""


def _apart(places: list[int]) -> list[int]:
    """Return places down, a line apart, as near as can be to what was wanted, and none outside of the picture.

    Neighbours that want the same room share it: each such group stands around the middle of what it wants.
    """
    order = sorted(range(len(places)), key=lambda index: places[index])
    groups: list[list[int]] = []
    for rank, index in enumerate(order):
        groups.append([places[index] - rank * _LINE])
        while len(groups) > 1 and _mean(groups[-2]) >= _mean(groups[-1]):
            last = groups.pop()
            groups[-1] += last
    wanted = [_mean(group) for group in groups for _ in group]
    lowest = HIGH - _LINE * (len(places) - 1)
    found = {index: rank * _LINE + max(0, min(wanted[rank], lowest)) for rank, index in enumerate(order)}
    return [found[index] for index in range(len(places))]


def _mean(numbers: list[int]) -> int:
    return sum(numbers) // len(numbers)
