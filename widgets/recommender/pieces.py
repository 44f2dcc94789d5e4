"""Find the straight pieces of a function that bends one way only, exactly and from few of its values."""

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

NEAR = Fraction(1, 1000)
"""Nothing bends closer than this to another bend or to a step."""


class Point(NamedTuple):
    """A place and the value there."""

    x: Fraction
    y: Fraction


class Piece(NamedTuple):
    """A straight line from one place to another, ends left out; `first` and `last` are what it comes near to there.

    Both are None where nothing is known.
    """

    start: Fraction
    end: Fraction
    first: Fraction | None
    last: Fraction | None

    def at(self, x: Fraction) -> Fraction | None:
        """Return the value at a place, on the line or in line with it."""
        if self.first is None or self.last is None:
            return None
        return self.first + (self.last - self.first) * (x - self.start) / (self.end - self.start)

    def zero(self) -> Fraction | None:
        """Return the one place inside where the value is zero, if there is one."""
        if self.first is None or self.last is None or self.first * self.last >= 0:
            return None
        return self.start + (self.end - self.start) * self.first / (self.first - self.last)


type Line = Callable[[Fraction], Fraction | None]


def pieces(line: Line, start: Fraction, end: Fraction) -> list[Piece]:
    """Return the pieces between two places, at neither of which the value is asked for, as there may be a step.

    Between them the line is known throughout or nowhere; it is made of straight pieces and bends downwards only, or
    upwards only. A straight one takes three values. Raises ValueError if it is unknown only here and there.
    """
    near = min(NEAR, (end - start) / 4)
    left, right = start + near, end - near
    first, last = line(left), line(right)
    if first is None or last is None:
        return [Piece(start=start, end=end, first=None, last=None)]
    a, b = Point(left, first), Point(right, last)
    inner = _between(line, a, b)
    if not inner:
        beyond = near * _slope(a, b)
        return [Piece(start=start, end=end, first=first - beyond, last=last + beyond)]
    points = _corners([a, *inner, b])
    points[0] = _in_line(points[0], points[1], start)
    points[-1] = _in_line(points[-2], points[-1], end)
    return [Piece(start=one.x, end=other.x, first=one.y, last=other.y) for one, other in pairwise(points)]


def value(found: list[Piece], x: Fraction) -> Fraction | None:
    """Return the value at a place between the first and the last end of pieces; at neither of them it is a limit."""
    return next(piece for piece in found if x <= piece.end).at(x)


def _between(line: Line, a: Point, b: Point) -> list[Point]:
    """Return points between two, such that the line is straight from each to the next.

    Three points in line prove that it is straight from the first to the last, as it bends one way only. Else the lines
    at both ends meet somewhere: there is the only bend, or further pieces lie on both sides, fewer on each than in all.
    Where they do not meet there was a step that nobody told of, and halves find it.
    """
    middle = _point(line, (a.x + b.x) / 2)
    if _straight(a, middle, b) or b.x - a.x <= NEAR:
        return []
    one, other = _along(line, a, middle), _along(line, b, middle)
    meet = _meet((a, one), (other, b))
    if meet is None:
        return [*_between(line, a, middle), middle, *_between(line, middle, b)]
    found = _point(line, meet.x)
    if found == meet:
        return [one, meet, other]
    return [one, *_between(line, one, found), found, *_between(line, found, other), other]


def _along(line: Line, start: Point, to: Point) -> Point:
    """Return how far from a point, at most to another, the line is known to be straight: halves until it is."""
    middle = _point(line, (start.x + to.x) / 2)
    if _straight(start, middle, to) or abs(to.x - start.x) <= NEAR:
        return to
    return _along(line, start, middle)


def _meet(one: tuple[Point, Point], other: tuple[Point, Point]) -> Point | None:
    """Return where two lines meet after the first has been known and before the second is."""
    slope, steeper = _slope(*one), _slope(*other)
    if slope == steeper:
        return None
    x = (other[0].y - one[0].y + slope * one[0].x - steeper * other[0].x) / (slope - steeper)
    return _in_line(*one, x) if one[1].x <= x <= other[0].x else None


def _slope(a: Point, b: Point) -> Fraction:
    return (b.y - a.y) / (b.x - a.x)


def _in_line(a: Point, b: Point, x: Fraction) -> Point:
    return Point(x, a.y + _slope(a, b) * (x - a.x))


def _straight(a: Point, b: Point, c: Point) -> bool:
    return (b.y - a.y) * (c.x - a.x) == (c.y - a.y) * (b.x - a.x)


def _corners(points: list[Point]) -> list[Point]:
    """Return points without those that lie in line between others, or twice."""
    kept = points[:1]
    for point, following in pairwise(points[1:]):
        if point.x > kept[-1].x and not _straight(kept[-1], point, following):
            kept.append(point)
    return [*kept, points[-1]]


def _point(line: Line, x: Fraction) -> Point:
    value = line(x)
    if value is None:
        raise ValueError(f"unknown at {x} and known beside it")  # a broken promise of whoever draws the line
    return Point(x, value)
