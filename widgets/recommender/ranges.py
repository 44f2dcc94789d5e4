"""Find how low and how high a sum of products can be, exactly, where each number in it is anything in its range."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import lcm

from recommender.products import MONTHS, NOTHING, SCALE, Capped, Factor, Share, Sum, all_names, counted, names


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


type Box = Mapping[str, Span]
"""Every number by its name, and what it lies between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """How people are spread: a part in each place that is `known`, and the `rest` anywhere among the `open` places."""

    known: Mapping[str, Fraction]
    open: tuple[str, ...] = ()
    rest: Fraction = NOTHING

    def spread(self, ends: Mapping[str, Gap]) -> Gap:
        """Return the least and the most of a sum that has these ends in each place for the whole of the people."""
        total = Gap(low=NOTHING, high=NOTHING)
        for place, part in self.known.items():
            if place in ends and part:
                total += times(ends[place], part)
        if self.open and self.rest:
            zero = Gap(low=NOTHING, high=NOTHING)
            among = [ends.get(place, zero) for place in self.open]
            total += times(hull(among), self.rest)
        return total


def times(gap: Gap, by: Fraction) -> Gap:
    """Return a gap so many times; `by` is above 0."""
    return Gap(low=None if gap.low is None else gap.low * by, high=None if gap.high is None else gap.high * by)


def hull(gaps: Iterable[Gap]) -> Gap:
    """Return the smallest gap that holds all of them."""
    each = list(gaps)
    lows, highs = [gap.low for gap in each], [gap.high for gap in each]
    return Gap(
        low=None if None in lows else min(low for low in lows if low is not None),
        high=None if None in highs else max(high for high in highs if high is not None),
    )


class Ranges:
    """What every number lies between, and how people are spread; what was found for a part of a sum is kept."""

    def __init__(self, box: Box, shares: Shares) -> None:
        self._whole = {name: _whole(span) for name, span in box.items()}
        self._shares = shares
        self._found: dict[frozenset[tuple[tuple[Factor, ...], Fraction]], Gap] = {}

    def extent(self, total: Sum) -> Gap:
        """Return the least and the most that a sum can be, all its numbers free in their ranges at once."""
        found = Gap(low=total.get((), NOTHING), high=total.get((), NOTHING))
        for block in _blocks(total):
            found += self._part(block)
        return found

    def _part(self, block: Sum) -> Gap:
        key = frozenset(block.items())
        if key not in self._found:
            self._found[key] = _block(block, self._whole, self._shares)
        return self._found[key]


type Ends = tuple[int, int | None]
"""The least and the most of a number, in parts of 1 / SCALE."""


def _whole(span: Span) -> Ends:
    return int(span.low * SCALE), None if span.high is None else int(span.high * SCALE)


def _blocks(total: Sum) -> list[Sum]:
    """Return the parts of a sum that have no number in common."""
    blocks: list[tuple[frozenset[str], Sum]] = []
    for factors, count in total.items():
        if not factors:
            continue
        found: Sum = {factors: count}
        used = all_names(found)
        for other in [each for each in blocks if each[0] & used]:
            blocks.remove(other)
            found, used = {**other[1], **found}, used | other[0]
        blocks.append((used, found))
    return [block for _, block in blocks]


def _block(block: Sum, box: Mapping[str, Ends], shares: Shares) -> Gap:
    """Try all numbers that places have in common at their ends, and those of each place for themselves."""
    groups: dict[str, Sum] = {}
    for factors, count in block.items():
        place = next((factor.place for factor in factors if isinstance(factor, Share)), "")
        rest = tuple(factor for factor in factors if not isinstance(factor, Share))
        groups[place] = {**groups.get(place, {}), rest: count}
    own = {place: all_names(group) for place, group in groups.items()}
    common = sorted(name for name in frozenset[str]().union(*own.values()) if sum(name in o for o in own.values()) > 1)
    return hull(
        _together(groups, own, {**box, **{name: (value, value) for name, value in tried.items()}}, shares)
        for tried in _tries(common, block, box)
    )


def _together(
    groups: Mapping[str, Sum], own: Mapping[str, frozenset[str]], box: Mapping[str, Ends], shares: Shares
) -> Gap:
    ends = {place: _alone(group, sorted(own[place]), box) for place, group in groups.items()}
    elsewhere = ends.pop("", Gap(low=NOTHING, high=NOTHING))
    return elsewhere + shares.spread(ends) if ends else elsewhere


def _alone(group: Sum, used: list[str], box: Mapping[str, Ends]) -> Gap:
    """Return the least and the most of a sum without shares."""
    over = lcm(*(count.denominator for count in group.values()))
    most = max(map(len, group), default=0)
    products = [(factors, int(count * over) * SCALE ** (most - len(factors))) for factors, count in group.items()]
    values = [_value(products, tried) for tried in _tries(used, group, box)]
    slopes = [_slope(group, name, box) for name in used if box[name][1] is None]
    over *= SCALE**most
    return Gap(
        low=None if any(slope.low is None or slope.low < 0 for slope in slopes) else Fraction(min(values), over),
        high=None if any(slope.high is None or slope.high > 0 for slope in slopes) else Fraction(max(values), over),
    )


def _slope(group: Sum, name: str, box: Mapping[str, Ends]) -> Gap:
    """Return how a sum may grow with one of its numbers, which stands in each product at most once."""
    rest = {
        tuple(each for each in factors if each != name): count for factors, count in group.items() if name in factors
    }
    return _alone(rest, sorted(all_names(rest)), box)


def _value(products: list[tuple[tuple[Factor, ...], int]], at: Mapping[str, int]) -> int:
    value = 0
    for factors, count in products:
        part = count
        for factor in factors:
            part *= at[factor] if isinstance(factor, str) else _capped(factor, at)
        value += part
    return value


def _capped(factor: Factor, at: Mapping[str, int]) -> int:
    assert isinstance(factor, Capped)
    return counted(at[factor.base], at[factor.pay], None if factor.month is None else at[factor.month])


def _tries(used: list[str], total: Sum, box: Mapping[str, Ends]) -> Iterator[dict[str, int]]:
    """Yield every choice of values at which a sum can be least or most."""
    caps = [factor for factors in total for factor in factors if isinstance(factor, Capped)]
    choices = [sorted(_ends(name, total, caps, box)) for name in used]
    yield from (dict(zip(used, values, strict=True)) for values in product(*choices))


def _ends(name: str, total: Sum, caps: list[Capped], box: Mapping[str, Ends]) -> set[int]:
    """Return where a number has to be tried: at its ends, and where a cap begins or ends to bite."""
    low, high = box[name]
    if high == low:
        return {low}
    if any(cap.month == name for cap in caps):
        return _months(name, total, low, high)
    bends = {bend for cap in caps for bend in _bends(name, cap, box)}
    inside = {bend for bend in bends if low < bend and (high is None or bend < high)}
    return {low, max(inside, default=low) if high is None else high, *inside}


def _months(name: str, total: Sum, low: int, high: int | None) -> set[int]:
    """Return the months nearest to the middle of the year and furthest from it, or all where products speak against."""
    last = MONTHS if high is None else min(MONTHS, high // SCALE)
    months = range(max(1, low // SCALE), last + 1)
    signs = {count > 0 for factors, count in total.items() if any(name in names(factor) for factor in factors)}
    by_distance = sorted(months, key=lambda month: abs(month - 1 - MONTHS // 2))
    return {month * SCALE for month in (months if len(signs) > 1 else (by_distance[0], by_distance[-1]))}


def _bends(name: str, cap: Capped, box: Mapping[str, Ends]) -> Iterator[int]:
    """Yield where the line of a cap bends as its base or its pay grows, with the others at their ends."""
    if name not in (cap.base, cap.pay):
        return
    months = set[int]() if cap.month is None else _ends(cap.month, {}, [cap], box)
    parts = {MONTHS, *(part for month in months for part in _parts(month))}
    for part, end in product(sorted(parts), box[cap.pay if name == cap.base else cap.base]):
        if end is not None and part:
            yield end * part // MONTHS if name == cap.base else end * MONTHS // part


def _parts(month: int) -> tuple[int, int]:
    """Return how many months lie before a month and from its start."""
    before = month // SCALE - 1
    return before, MONTHS - before
