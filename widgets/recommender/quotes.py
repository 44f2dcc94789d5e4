"""Bring quotes to the same thing: what each costs for one person in a year, in the first one and in later ones."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from recommender.given import Filled, Given
from recommender.model import Guide
from recommender.quote_lines import QUOTES, LineRole, PartTerm, QuoteLine, QuotePart, key
from recommender.settled import Known, Settled, settled

MONTHS = 12
HUNDRED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What a part comes to for one person in a year: `own` without the quote, `charged` with it; None: not known."""

    part: str
    own: Fraction | None
    charged: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A quote as it was told (`filled`, by line), and what it comes to for one person in a year; None: not known.

    `price` is what is paid by its own rates, and `floored` says that the least of a month is more than these. Its
    `bundled` percent has the parts inside. `plan` is what is paid beside it for what people have together, `once` what
    belongs to the first year alone, and `risen` the price after the highest rise. `lacking` names what has to be known
    for more.
    """

    number: int
    filled: Mapping[str, Filled]
    bundled: Fraction | None
    price: Fraction | None
    floored: bool
    parts: tuple[Share, ...]
    plan: Fraction | None
    once: Fraction | None
    risen: Fraction | None
    lacking: tuple[str, ...]

    @property
    def on_top(self) -> Fraction:
        """The parts that are known, where the price has them not inside."""
        charged = (each.charged for each in self.parts if self.bundled is None and each.charged is not None)
        return sum(charged, Fraction(0))

    @property
    def later(self) -> Fraction | None:
        """What a later year costs at the price of today, as far as it is known."""
        return None if self.price is None else self.price + self.on_top + (self.plan or 0)

    @property
    def first(self) -> Fraction | None:
        """What the first year costs."""
        return None if self.later is None else self.later + (self.once or 0)

    @property
    def after_rise(self) -> Fraction | None:
        """What a year costs after the highest rise."""
        return None if self.risen is None else self.risen + self.on_top + (self.plan or 0)

    @property
    def over(self) -> Fraction | None:
        """What a later year costs over the parts that are paid without any quote as well, as far as they are known."""
        own = (each.own for each in self.parts if each.own is not None)
        return None if self.later is None else self.later - sum(own, Fraction(0))


type Told = Mapping[int, Mapping[str, Filled]]
"""The lines that were filled in, by the number of their quote and the id of the line."""


def read_quotes(guide: Guide, given: Given) -> tuple[Quote, ...]:
    """Return the quotes of which something was told, in the order of their numbers."""
    return worked_out(guide, settled(guide, given), told_quotes(guide, given))


def told_quotes(guide: Guide, given: Given) -> Told:
    """Return what was told of each quote; one of which nothing was told is left out."""
    return {number: filled for number in QUOTES if (filled := _filled(guide, given, number))}


def worked_out(guide: Guide, numbers: Settled, told: Told) -> tuple[Quote, ...]:
    """Return the quotes with all that can be worked out of these numbers."""
    return tuple(_quote(guide, numbers, number, filled) for number, filled in told.items())


def part_cost(part: QuotePart, numbers: Settled, rate: Fraction | None = None) -> Fraction | None:
    """Return what a part comes to for one person in a year, its first term at this rate if there is one."""
    found = [
        None if cost is None else share * cost
        for share, known in numbers.places
        for cost in (_term(term, known, None if place else rate) for place, term in enumerate(part.terms))
    ]
    costs = [cost for cost in found if cost is not None]
    return sum(costs, Fraction(0)) if len(costs) == len(found) else None


def _term(term: PartTerm, known: Known, rate: Fraction | None) -> Fraction | None:
    percent, pay = known.get(term.rate) if rate is None else rate, known.get(term.pay)
    base = pay if term.base is None else known.get(term.base)
    return None if percent is None or pay is None or base is None else percent * min(base, pay) / HUNDRED


def _filled(guide: Guide, given: Given, number: int) -> dict[str, Filled]:
    names = {line.id: key(number, line.id) for line in guide.quote_lines}
    filled = {line: given.entries[name] for line, name in names.items() if name in given.entries}
    # Of two with the same name, nobody could say which is meant: the later one goes without.
    return {
        line: value for line, value in filled.items() if not (line in _named(guide) and _taken(given, number, line))
    }


def _named(guide: Guide) -> frozenset[str]:
    return frozenset(line.id for line in guide.quote_lines if line.role == "name")


def _taken(given: Given, number: int, line: str) -> bool:
    """Say whether a quote before this one has the same on a line."""
    own = str(given.entries[key(number, line)]).casefold()
    return any(str(given.entries.get(key(before, line), "")).casefold() == own for before in range(1, number))


def _quote(guide: Guide, numbers: Settled, number: int, filled: Mapping[str, Filled]) -> Quote:
    worth = _Worth(guide, numbers.known, filled)
    price = worth.price()
    floor = worth.by_head("minimum", MONTHS)
    paid = price if price is None or floor is None else max(price, floor)
    rise = worth.number("cap")
    return Quote(
        number=number,
        filled=filled,
        bundled=worth.number("bundled"),
        price=paid,
        floored=paid != price,
        parts=tuple(_share(part, numbers, filled) for part in guide.quote_parts),
        plan=worth.plan(),
        once=worth.by_head("once"),
        risen=None if paid is None or rise is None else paid * (HUNDRED + rise) / HUNDRED,
        lacking=tuple(dict.fromkeys(worth.lacking())),
    )


def _share(part: QuotePart, numbers: Settled, filled: Mapping[str, Filled]) -> Share:
    rate, own = filled.get(part.line) if part.line else None, part_cost(part, numbers)
    charged = part_cost(part, numbers, rate) if isinstance(rate, Fraction) else own
    return Share(part=part.id, own=own, charged=charged)


class _Worth:
    """What the lines of one quote are worth for one person in a year."""

    def __init__(self, guide: Guide, known: Known, filled: Mapping[str, Filled]) -> None:
        self._known, self._heads = known, guide.headcount
        self._lines = {line.role: line for line in guide.quote_lines if line.id in filled}
        self._filled = filled

    def number(self, role: LineRole) -> Fraction | None:
        """Return the number on the line of a role."""
        line = self._lines.get(role)
        value = None if line is None else self._filled[line.id]
        return value if isinstance(value, Fraction) else None

    def price(self) -> Fraction | None:
        """Return what the rates come to; None where there is none, or one of them cannot be worked out."""
        found = [value for role in _PRICES for value in self._priced(role)]
        whole = [value for value in found if value is not None]
        return sum(whole, Fraction(0)) if whole and len(whole) == len(found) else None

    def by_head(self, role: LineRole, by: int = 1) -> Fraction | None:
        """Return a line's sum for all, divided among them."""
        value, heads = self.number(role), self._known.get(self._heads)
        return None if value is None or not heads else value * by / heads

    def plan(self) -> Fraction | None:
        """Return a year's share, for those who have it, divided among all."""
        share, whole, portion = self.number("share"), self.number("whole"), self.number("portion")
        if share is None and whole is not None and portion is not None:
            share = whole * portion / HUNDRED
        line = self._lines.get("share") or self._lines.get("whole")
        people, heads = self._times(line), self._known.get(self._heads)
        return None if share is None or people is None or not heads else share * people / heads

    def lacking(self) -> Iterator[str]:
        """Yield the names of what has to be known before all that was told can be worked out."""
        for line in self._lines.values():
            if line.times is not None and line.times not in self._known:
                yield line.times
            if line.role in _TOGETHER and self._heads not in self._known:
                yield self._heads

    def _priced(self, role: LineRole) -> Iterator[Fraction | None]:
        value = self.number(role)
        if value is None:
            return
        if role == "month":
            yield value * MONTHS
        elif role == "run":
            runs = self.number("runs")
            yield None if runs is None else value * runs
        else:
            of = self._times(self._lines[role])
            yield None if of is None else value * of / HUNDRED

    def _times(self, line: QuoteLine | None) -> Fraction | None:
        return None if line is None or line.times is None else self._known.get(line.times)


_PRICES: tuple[LineRole, ...] = ("bundled", "percent", "month", "run")
_TOGETHER: tuple[LineRole, ...] = ("minimum", "once", "share", "whole")
