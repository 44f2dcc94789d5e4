"""The shape of lines in a result: what each model costs over an axis, as a picture and in words that say the same."""

from typing import TypedDict


class BandWords(TypedDict):
    """A model's range as paths (around it, along its middle, to its short name), and where that name stands."""

    model: str
    abbreviation: str
    area: str
    middle: str
    lead: str
    place: str


class TickWords(TypedDict):
    """A number on an axis, and where it stands."""

    label: str
    place: str


class RowWords(TypedDict):
    """How a model stands: at the reader's own place and over the whole axis, in words and as strokes that say the same.

    A stroke is a path as wide as the picture; each way to stand has its own, empty where a model never stands so.
    """

    model: str
    abbreviation: str
    here: str
    words: str
    place: str
    cheaper: str
    same: str
    open: str
    dearer: str


class LinesWords(TypedDict):
    """Where the lines cross over one axis, which says what it is; `own` is the reader's place on it, or empty.

    `beyond` says what the sign at a name means, if one has it: that nobody knows how high that band goes.
    """

    axis: str
    against: str
    own: str
    own_place: str
    dots: str
    beyond: str
    bands: list[BandWords]
    across: list[TickWords]
    up: list[TickWords]
    rows: list[RowWords]


class Drawing(TypedDict):
    """The lines over every axis."""

    lines: list[LinesWords]


class RulerRow(TypedDict):
    """What somebody states, as a stroke that `ends` or is `open`, or one's `own` number as a point; the rest is empty.

    `marks` is where one's own numbers are, on every row.
    """

    label: str
    words: str
    own: str
    ends: str
    open: str
    marks: str


class RulerWords(TypedDict):
    """What is stated in one unit, the lowest first, and one's own among it."""

    title: str
    rows: list[RulerRow]
