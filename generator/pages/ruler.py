"""Put all fees that somebody states on one ruler, in one unit, with who states each and of which year it is."""

from fractions import Fraction
from math import ceil
from textwrap import wrap

from generator.pages.pictures import LINE, WIDTH, Bar, Ranges
from recommender.model import Guide
from recommender.ruler import stated
from recommender.spans import Span
from recommender.sums import value_words

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000)
_MOST_TICKS = 5
_ROOM = Fraction(6, 5)
"""How far beyond its low end the scale goes at least for a figure that has no high one."""


def ruler(guide: Guide, title: str) -> Ranges | None:
    """Return the figures that have a place on the ruler, the lowest first; none if there is no such figure."""
    figures = stated(guide, {})
    if not figures:
        return None
    top = max(each.span.low * _ROOM if each.span.high is None else each.span.high for each in figures)
    step = next((each for each in _STEPS if top <= _MOST_TICKS * each), _STEPS[-1])
    end = step * ceil(top / step)
    bars, y = list[Bar](), 36
    for figure in figures:
        lines = wrap(figure.label, 48)
        y += LINE * len(lines) + 6
        bars.append(_bar(guide, figure.span, end, y, lines))
        y += 34
    told = "; ".join(f"{figure.label}: {bar.words}" for figure, bar in zip(figures, bars, strict=True))
    ticks = tuple((round(WIDTH * at / end, 1), f"{at:,}") for at in range(0, end + 1, step))
    return Ranges(title=title, description=f"{told}.", height=y, bars=bars, ticks=ticks)


def _bar(guide: Guide, span: Span, end: int, y: int, lines: list[str]) -> Bar:
    """Return a figure as a bar on a scale from 0 to `end`; an open one ends where the scale does."""
    start, stop = float(WIDTH * span.low / end), float(WIDTH * (end if span.high is None else span.high) / end)
    whole = Span(low=Fraction(round(span.low)), high=None if span.high is None else Fraction(round(span.high)))
    return Bar(
        y=y,
        lines=lines,
        start=round(start, 1),
        end=round(max(stop, start + 3), 1),
        words=value_words(guide, whole, ""),
        open=span.high is None,
    )
