"""Sums of products of numbers that have names: what a cost is made of, before anybody asks how much it is."""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

MONTHS = 12
NOTHING = Fraction(0)
SCALE = 10_000 * 27_720
"""Numbers are tried as whole ones, so many times as large: amounts have four decimals, and 27,720 is what any number of
months up to twelve divides."""


class Capped(NamedTuple):
    """What counts of `pay` below `base`, or, with a month, what counts twice; all are names of numbers."""

    base: str
    pay: str
    month: str | None


class Share(NamedTuple):
    """The part of all people who are in a place."""

    place: str


type Factor = str | Capped | Share
type Sum = Mapping[tuple[Factor, ...], Fraction]
"""Products of factors, and how often each counts; the product of none is a plain number."""


def plus(*sums: tuple[Sum, int]) -> Sum:
    """Return the sum of sums, each so often; what cancels out is gone."""
    total: dict[tuple[Factor, ...], Fraction] = {}
    for each, often in sums:
        for factors, count in each.items():
            more = count if often == 1 else count * often  # most are added once, and reckoning with fractions is slow
            total[factors] = total[factors] + more if factors in total else more
    return {factors: count for factors, count in total.items() if count}


def names(factor: Factor) -> frozenset[str]:
    """Return the numbers of which a factor is made; all shares hang together."""
    if isinstance(factor, str):
        return frozenset((factor,))
    if isinstance(factor, Share):
        return frozenset(("",))
    return frozenset(name for name in factor if name is not None)


def all_names(total: Sum) -> frozenset[str]:
    """Return the numbers of which a sum is made."""
    return frozenset(name for factors in total for factor in factors for name in names(factor))


def counted(base: int, pay: int, month: int | None) -> int:
    """Return what counts of a year's pay below a base or, where the base starts anew in a month, what counts twice.

    Pay comes in equal parts. It counts less twice the further the month is from the middle. All in parts of 1 / SCALE.
    """
    if month is None:
        return min(base, pay)
    before = pay * (month // SCALE - 1) // MONTHS
    return min(base, before) + min(base, pay - before) - min(base, pay)
