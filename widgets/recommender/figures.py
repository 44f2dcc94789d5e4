"""The part of the schema that holds numbers as somebody states them: where laws start, and what things cost."""

from dataclasses import dataclass

from recommender.sources import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """A law that starts to apply at a headcount, and whether the choice of a model changes how heads are counted."""

    id: str
    order: int
    headcount: int
    law: str
    what: tuple[Claim, ...]
    counting: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """What turns a figure into the unit of the ruler: times an amount, if one is named, and divided by `over`."""

    over: int
    times: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A price or benchmark as somebody states it; `high` None means open-ended, `low` equal to `high` one number.

    `as_of` is the year, or an ISO month or day, that it is of; `ages` the kind of figure, by which it is due again.
    One with a `ruler` stands on the picture that has all of them in one unit.
    """

    id: str
    order: int
    group: str
    label: str
    unit: str
    low: float
    high: float | None
    as_of: str
    ages: str
    claims: tuple[Claim, ...]
    ruler: Conversion | None = None
