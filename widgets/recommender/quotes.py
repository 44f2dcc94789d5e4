"""Bring quotes to the same thing: what each costs for one person in a year, in the first one and in later ones."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from recommender.given import Filled, Given
from recommender.model import Guide
from recommender.products import NOTHING
from recommender.quote_lines import QUOTES, LineRole, QuoteLine, key
from recommender.quote_parts import HUNDRED, Parts, own_sums, parts_of
from recommender.setting import exactly
from recommender.settled import Known, Settled, settled
from recommender.spans import Gap, Span

MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A quote as it was told (`filled`, by line), and what it comes to for one person in a year; None: not known.

    `price` is what is paid by its own rates, and `floored` says that the least of a month is more than these. Its
    `bundled` percent has the `parts` inside. `plan` is what is paid beside it for what people have together, `once`
    what belongs to the first year alone, and `risen` the price after the highest rise. `lacking` names what has to be
    known for more.
    """

    number: int
    filled: Mapping[str, Filled]
    bundled: Fraction | None
    price: Fraction | None
    floored: bool
    parts: Parts
    plan: Fraction | None
    once: Fraction | None
    risen: Fraction | None
    lacking: tuple[str, ...]

    @property
    def on_top(self) -> Span:
        """The parts that have an upper end, where the price has them not inside."""
        return self.parts.charged if self.bundled is None else exactly(NOTHING)

    @property
    def later(self) -> Span | None:
        """What a later year costs at the price of today, as far as it is known."""
        return None if self.price is None else _more(self.on_top, self.price + (self.plan or 0))

    @property
    def first(self) -> Span | None:
        """What the first year costs."""
        return None if self.later is None else _more(self.later, self.once or NOTHING)

    @property
    def after_rise(self) -> Span | None:
        """What a year costs after the highest rise."""
        return None if self.risen is None else _more(self.on_top, self.risen + (self.plan or 0))

    @property
    def over(self) -> Gap | None:
        """What a later year costs, without the plan, over the parts that are paid without any quote as well.

        Parts without an upper end are not taken off.
        """
        if self.price is None:
            return None
        if self.bundled is None:
            return self.parts.dearer + Gap(low=self.price, high=self.price)
        own = self.parts.own
        return Gap(low=None if own.high is None else self.price - own.high, high=self.price - own.low)

    @property
    def is_opened(self) -> bool:
        """Say whether what is paid over one's own holds nothing that is not known."""
        return all(each.own.high is not None and each.charged.high is not None for each in self.parts.each)


def _more(span: Span, more: Fraction) -> Span:
    return Span(low=span.low + more, high=None if span.high is None else span.high + more)


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
    owned = own_sums(guide, numbers)
    parts = {number: parts_of(guide, numbers, owned, filled) for number, filled in told.items()}
    return tuple(_quote(guide, numbers.known, number, filled, parts[number]) for number, filled in told.items())


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


def _quote(guide: Guide, known: Known, number: int, filled: Mapping[str, Filled], parts: Parts) -> Quote:
    worth = _Worth(guide, known, filled)
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
        parts=parts,
        plan=worth.plan(),
        once=worth.by_head("once"),
        risen=None if paid is None or rise is None else paid * (HUNDRED + rise) / HUNDRED,
        lacking=tuple(dict.fromkeys(worth.lacking())),
    )


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
        found = [value for role in PRICES for value in self._priced(role)]
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


PRICES: tuple[LineRole, ...] = ("bundled", "percent", "month", "run")
_TOGETHER: tuple[LineRole, ...] = ("minimum", "once", "share", "whole")
