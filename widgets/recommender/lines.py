"""Put into words and a picture where the costs of models cross, over how many people there are or another axis."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

from recommender.crossings import Course, GapAt, Stands, Stretch, courses, marks_of, stands
from recommender.model import Guide
from recommender.phrases import number
from recommender.picture import WIDE, Axis, Picture, picture, strokes
from recommender.result_lines import BandWords, LinesWords, RowWords
from recommender.samples import CostAt, bands
from recommender.spans import Gap

type AxisName = Literal["headcount", "increase"]

AXES: Mapping[AxisName, Axis] = {
    "headcount": Axis(first=1, last=250, rooted=True),
    "increase": Axis(first=0, last=50),
}
"""Over people, what is drawn is the cost for each in a month: a sum for all would hide the small in a corner."""


def lines(
    guide: Guide,
    cost_at: CostAt,
    gap_at: GapAt,
    breaks: tuple[Fraction, ...],
    own: Fraction | None,
    axis: AxisName,
    names: Mapping[str, str],
    against: str,
    today: str | None,
) -> LinesWords:
    """Return how models stand over an axis (people, or percent), with the reader's `own` place on it.

    `cost_at` gives each model's yearly cost and `gap_at` its difference from that of the model `against`, which may be
    the one of `today`. Between two `breaks` nothing has a step. `names` are short ones, by model.
    """
    scale = AXES[axis]
    inside = own if own is not None and scale.first <= own <= scale.last else None
    marks = marks_of(breaks, Fraction(scale.first), Fraction(scale.last))
    drawn = picture(bands(cost_at, marks, inside, each=scale.rooted), scale, inside)
    rows = courses(gap_at, breaks, scale.first, scale.last)
    here = {} if own is None else gap_at(own)
    place = "" if drawn.own is None else _place(drawn.own, 0)
    return {
        "axis": _of(guide, "lines", axis),
        "against": _against(guide, names[against], today == against),
        "own": "" if inside is None else _of(guide, "own", axis).format(at=number(inside)),
        "own_place": place,
        "dots": drawn.dots,
        "beyond": "" if all(band.ends for band in drawn.bands) else guide.wording.lines_beyond,
        "bands": _band_words(guide, drawn, names),
        "across": [{"label": f"{value:,}", "place": _place(at, 0)} for at, value in drawn.across],
        "up": [{"label": _money(guide, value), "place": _place(0, at)} for at, value in drawn.up],
        "rows": [
            _row(guide, axis, model, names[model], rows[model], here.get(model), place)
            for model in rows
            if model != against
        ],
    }


def _band_words(guide: Guide, drawn: Picture, names: Mapping[str, str]) -> list[BandWords]:
    return [
        {
            "model": band.model,
            "abbreviation": names[band.model]
            if band.ends
            else guide.wording.lines_at_least.format(model=names[band.model]),
            "area": band.area,
            "middle": band.middle,
            "lead": band.lead,
            "place": _place(WIDE, band.label),
        }
        for band in drawn.bands
    ]


def _row(guide: Guide, axis: AxisName, model: str, name: str, course: Course, here: Gap | None, place: str) -> RowWords:
    told = "; ".join(_stretch(guide, axis, each) for each in course.stretches)
    return {
        "model": model,
        "abbreviation": name,
        "here": "" if here is None else _of(guide, "stands", stands(here)),
        "words": told,
        "place": place,
        "cheaper": _strokes(axis, course, "cheaper"),
        "same": _strokes(axis, course, "same"),
        "open": _strokes(axis, course, "open"),
        "dearer": _strokes(axis, course, "dearer"),
    }


def _strokes(axis: AxisName, course: Course, how: Stands) -> str:
    return strokes(AXES[axis], [(each.first, each.last) for each in course.stretches if each.stands == how])


def _stretch(guide: Guide, axis: AxisName, stretch: Stretch) -> str:
    """Return for which numbers a model stands how."""
    scale, wording = AXES[axis], guide.wording
    if (stretch.first, stretch.last) == (scale.first, scale.last):
        pattern = _of(guide, "stands_always", axis)
    elif stretch.first == stretch.last:
        pattern = wording.stands_at
    elif stretch.first == scale.first:
        pattern = _of(guide, "stands_up_to", axis)
    else:
        pattern = wording.stands_from if stretch.last == scale.last else wording.stands_between
    return pattern.format(stands=_of(guide, "stands", stretch.stands), first=stretch.first, last=stretch.last)


def _against(guide: Guide, name: str, is_today: bool) -> str:
    return guide.wording.lines_against_today if is_today else guide.wording.lines_against.format(model=name)


def _of(guide: Guide, name: str, kind: str) -> str:
    """Return the sentence of the wording that says something of one kind."""
    sentence: str = getattr(guide.wording, f"{name}_{kind}")
    return sentence


def _money(guide: Guide, value: int) -> str:
    return guide.wording.cost_exactly.format(low=f"{value:,}")


def _place(x: int, y: int) -> str:
    return f"translate({x} {y})"
