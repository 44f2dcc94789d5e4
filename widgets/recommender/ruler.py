"""Put what somebody states to charge on one ruler, in one unit, and a person's own numbers among it."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from recommender.figures import Figure
from recommender.model import Guide
from recommender.money import Amount
from recommender.picture import WIDE
from recommender.result_lines import RulerRow, RulerWords
from recommender.setting import exactly, span_of
from recommender.spans import Span
from recommender.sums import value_words

_ROOM = Fraction(6, 5)
"""How far beyond a number without an end the ruler goes at least."""


class Stated(NamedTuple):
    """Something on the ruler: what it is called, what it lies between in the ruler's unit, and if it is one's own."""

    label: str
    span: Span
    own: bool = False


def stated(guide: Guide, given: Mapping[str, Fraction]) -> list[Stated]:
    """Return what publications state, brought to the ruler's unit, the lowest first.

    Where that takes an amount, it is the one `given`, else the guide's range.
    """
    amounts = {amount.id: amount for amount in guide.amounts}
    found = [
        Stated(_told(figure), _converted(figure, amounts, given))
        for figure in sorted(guide.figures, key=lambda each: each.order)
        if figure.ruler
    ]
    return sorted(found, key=_place)


def own(guide: Guide, given: Mapping[str, Fraction]) -> list[tuple[str, Fraction]]:
    """Return what of the given amounts is in the ruler's unit, by its label."""
    units = _units(guide)
    return [(each.label, given[each.id]) for each in guide.amounts if each.id in given and each.unit in units]


def _units(guide: Guide) -> list[str]:
    """Return how the ruler's unit is called by figures that stand on it as they are."""
    return [each.unit for each in guide.figures if each.ruler and each.ruler.over == 1 and each.ruler.times is None]


def ruler(guide: Guide, owned: Sequence[tuple[str, Fraction]], given: Mapping[str, Fraction]) -> list[RulerWords]:
    """Return the ruler with one's own numbers on it, by their labels; without any of one's own, none."""
    published = stated(guide, given)
    mine = [Stated(guide.wording.ruler_own.format(label=label), exactly(number), own=True) for label, number in owned]
    if not published or not mine:
        return []
    rows = sorted([*published, *mine], key=_place)
    ends = [row.span.low * _ROOM if row.span.high is None else row.span.high for row in rows]
    end = max([Fraction(1), *ends])
    marks = "".join(f"M{_across(row.span.low, end)}-7V7" for row in mine)
    return [{"title": guide.wording.ruler, "rows": list(_rows(guide, rows, end, marks))}]


def _rows(guide: Guide, rows: list[Stated], end: Fraction, marks: str) -> Iterator[RulerRow]:
    unit = next(iter(_units(guide)), "")
    for row in rows:
        low, high = row.span.low, row.span.high
        start, stop = _across(low, end), WIDE if high is None else _across(high, end)
        path = "" if row.own else f"M{start} 0H{max(stop, start + 2)}"
        rounded = Span(low=Fraction(round(low)), high=None if high is None else Fraction(round(high)))
        yield {
            "label": row.label,
            "words": value_words(guide, row.span if row.own else rounded, unit),
            "own": f"M{start} 0h0" if row.own else "",
            "ends": "" if high is None else path,
            "open": path if high is None else "",
            "marks": marks,
        }


def _across(value: Fraction, end: Fraction) -> int:
    return round(WIDE * value / end)


def _place(row: Stated) -> tuple[Fraction, Fraction]:
    return row.span.low, row.span.low if row.span.high is None else row.span.high


def _told(figure: Figure) -> str:
    """Return whose figure it is and of which year, once."""
    year = figure.as_of[:4]
    return figure.label if year in figure.label else f"{figure.label}, {year}"


def _converted(figure: Figure, amounts: Mapping[str, Amount], given: Mapping[str, Fraction]) -> Span:
    assert figure.ruler
    name, over, span = figure.ruler.times, figure.ruler.over, span_of(figure)
    times = exactly(Fraction(1)) if name is None else exactly(given[name]) if name in given else span_of(amounts[name])
    high = None if span.high is None or times.high is None else span.high * times.high / over
    return Span(low=span.low * times.low / over, high=high)
