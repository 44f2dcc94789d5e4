"""Put all fees that somebody states on one ruler, in one unit, with who states each and of which year it is."""

from collections.abc import Iterator
from dataclasses import replace
from math import ceil
from textwrap import wrap

from generator.pages.pictures import WIDTH, Bar, Ranges
from recommender.figures import Figure
from recommender.model import Guide
from recommender.setting import span_of
from recommender.sums import value_words

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000)
_MOST_TICKS = 5
_ROOM = 1.2
"""How far beyond its low end the scale goes at least for a figure that has no high one."""


def ruler(guide: Guide, title: str) -> Ranges | None:
    """Return the figures that have a place on the ruler, the lowest first; none if there is no such figure."""
    figures = sorted(_converted(guide), key=lambda figure: (figure.low, figure.high or figure.low, figure.order))
    if not figures:
        return None
    top = max(figure.low * _ROOM if figure.high is None else figure.high for figure in figures)
    step = next((each for each in _STEPS if top <= _MOST_TICKS * each), _STEPS[-1])
    end = step * ceil(top / step)
    bars, y = list[Bar](), 36
    for figure in figures:
        lines = wrap(_told(figure), 54)
        y += 15 * len(lines) + 6
        bars.append(_bar(guide, figure, end, y, lines))
        y += 34
    told = "; ".join(f"{_told(figure)}: {bar.words}" for figure, bar in zip(figures, bars, strict=True))
    ticks = tuple((round(WIDTH * at / end, 1), f"{at:,}") for at in range(0, end + 1, step))
    return Ranges(title=title, description=f"{told}.", height=y, bars=bars, ticks=ticks)


def _converted(guide: Guide) -> Iterator[Figure]:
    """Yield the figures of the ruler, in its unit."""
    amounts = {amount.id: amount for amount in guide.amounts}
    for figure in guide.figures:
        if figure.ruler:
            times = amounts[figure.ruler.times] if figure.ruler.times else None
            low, high = (times.low, times.high) if times else (1, 1)
            over = figure.ruler.over
            yield replace(
                figure,
                low=figure.low * (low or 0) / over,
                high=None if figure.high is None else figure.high * (high or 0) / over,
            )


def _told(figure: Figure) -> str:
    """Return whose figure it is and of which year, once."""
    year = figure.as_of[:4]
    return figure.label if year in figure.label else f"{figure.label}, {year}"


def _bar(guide: Guide, figure: Figure, end: int, y: int, lines: list[str]) -> Bar:
    """Return a figure as a bar on a scale from 0 to `end`; an open one ends where the scale does."""
    start, stop = WIDTH * figure.low / end, WIDTH * (end if figure.high is None else figure.high) / end
    whole = replace(figure, low=round(figure.low), high=None if figure.high is None else round(figure.high))
    return Bar(
        y=y,
        lines=lines,
        start=round(start, 1),
        end=round(max(stop, start + 3), 1),
        words=value_words(guide, span_of(whole), ""),
        open=figure.high is None,
    )
