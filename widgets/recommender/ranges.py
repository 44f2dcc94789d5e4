"""Find how low and how high a sum of products can be, exactly, where each number in it is anything in its range."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import product
from math import lcm

from recommender.products import MONTHS, NOTHING, SCALE, Capped, Factor, Share, Sum, all_names, counted, names
from recommender.spans import Gap, Pick, Shares, Span, hull

type Box = Mapping[str, Span]
"""Every number by its name, and what it lies between."""


type Ends = tuple[int, int | None]
"""The least and the most of a number, in parts of 1 / SCALE."""


def _whole(span: Span) -> Ends:
    return int(span.low * SCALE), None if span.high is None else int(span.high * SCALE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranges:
    """What every number lies between, and how people are spread; what was `found` for a part of a sum is kept."""

    ends: Mapping[str, Ends]
    shares: Shares
    found: dict[frozenset[tuple[tuple[Factor, ...], Fraction]], Gap] = field(default_factory=dict)

    def extent(self, total: Sum) -> Gap:
        """Return the least and the most that a sum can be, all its numbers free in their ranges at once."""
        found = Gap(low=total.get((), NOTHING), high=total.get((), NOTHING))
        for block in blocks(total):
            found += self._part(block)
        return found

    def with_known(self, known: Box) -> "Ranges":
        """Return the same with some numbers known better."""
        return replace(self, ends={**self.ends, **{name: _whole(span) for name, span in known.items()}}, found={})

    def _part(self, block: Sum) -> Gap:
        key = frozenset(block.items())
        if key not in self.found:
            self.found[key] = _block(block, self.ends, self.shares)
        return self.found[key]


def within(box: Box, shares: Shares) -> Ranges:
    """Return the ranges of sums of these numbers."""
    return Ranges(ends={name: _whole(span) for name, span in box.items()}, shares=shares)


def blocks(total: Sum) -> list[Sum]:
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
    """Return the least and the most of a part of a sum."""
    signs = {count > 0 for count in block.values()}
    caps = _caps(block)
    months = {cap.month for cap in caps if cap.month is not None}
    bounded = all(box[name][1] is not None for name in all_names(block) - {""})
    settled = all(box[name][0] == box[name][1] for cap in caps for name in (cap.base, cap.pay))
    if len(signs) == 1 and len(months) <= 1 and bounded and settled:
        return _by_month(block, "".join(months), box, shares)
    return _spread(block, box, shares)


def _by_month(block: Sum, month: str, box: Mapping[str, Ends], shares: Shares) -> Gap:
    """Return the least and the most where all products count the same way and of what is capped only the month is open.

    Then every other number is at one end for the least and at the other for the most.
    """
    over, products = _in_whole_numbers(block)
    used = all_names(block) - {"", month}
    months = _ends(month, block, _caps(block), box) if month else {0}

    def tried(end: int, pick: Pick) -> Iterator[Fraction]:
        at = {name: box[name][end] or 0 for name in used}
        return (shares.total(_by_place(products, {**at, month: each}), pick) for each in months)

    for_least = 0 if next(iter(block.values())) > 0 else 1
    return Gap(low=min(tried(for_least, min)) / over, high=max(tried(1 - for_least, max)) / over)


type Products = list[tuple[str, tuple[str | Capped, ...], int]]
"""The place of each product, its other factors, and how often it counts."""


def _in_whole_numbers(block: Sum) -> tuple[int, Products]:
    """Return by how much to divide what products of whole numbers add up to, and the products."""
    over = lcm(*(count.denominator for count in block.values()))
    split = [
        (
            next((factor.place for factor in factors if isinstance(factor, Share)), ""),
            tuple(factor for factor in factors if not isinstance(factor, Share)),
            int(count * over),
        )
        for factors, count in block.items()
    ]
    most = max((len(factors) for _, factors, _ in split), default=0)
    return over * SCALE**most, [(p, factors, count * SCALE ** (most - len(factors))) for p, factors, count in split]


def _by_place(products: Products, at: Mapping[str, int]) -> dict[str, int]:
    """Return what the products of each place add up to where the numbers are these."""
    found: dict[str, int] = {}
    for place, factors, part in products:
        value = part
        for factor in factors:
            value *= at[factor] if isinstance(factor, str) else _capped(factor, at)
        found[place] = found.get(place, 0) + value
    return found


def _spread(block: Sum, box: Mapping[str, Ends], shares: Shares) -> Gap:
    """Try all numbers that places have in common at their ends, and those of each place for themselves."""
    groups: dict[str, Sum] = {}
    for factors, count in block.items():
        place = next((factor.place for factor in factors if isinstance(factor, Share)), "")
        rest = tuple(factor for factor in factors if not isinstance(factor, Share))
        groups[place] = {**groups.get(place, {}), rest: count}
    own = {place: all_names(group) for place, group in groups.items()}
    common = sorted(name for name in frozenset[str]().union(*own.values()) if sum(name in o for o in own.values()) > 1)
    tries = ({**box, **{name: (value, value) for name, value in tried.items()}} for tried in _tries(common, block, box))
    return hull(
        shares.spread({place: _alone(group, sorted(own[place]), tried) for place, group in groups.items()})
        for tried in tries
    )


def _alone(group: Sum, used: list[str], box: Mapping[str, Ends]) -> Gap:
    """Return the least and the most of a sum without shares."""
    over, products = _in_whole_numbers(group)
    values = [_by_place(products, tried).get("", 0) for tried in _tries(used, group, box)]
    slopes = [_slope(group, name, box) for name in used if box[name][1] is None]
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


def _capped(factor: Capped, at: Mapping[str, int]) -> int:
    return counted(at[factor.base], at[factor.pay], None if factor.month is None else at[factor.month])


def _tries(used: list[str], total: Sum, box: Mapping[str, Ends]) -> Iterator[dict[str, int]]:
    """Yield every choice of values at which a sum can be least or most."""
    caps = _caps(total)
    choices = [sorted(_ends(name, total, caps, box)) for name in used]
    yield from (dict(zip(used, values, strict=True)) for values in product(*choices))


def _caps(total: Sum) -> list[Capped]:
    return [factor for factors in total for factor in factors if isinstance(factor, Capped)]


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
