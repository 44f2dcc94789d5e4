"""The part of the schema that is about the last day of a contract, and what speaks for one day or another."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from recommender.sources import Claim

type Spot = Literal["new_year", "quarter", "within", "late"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """Which entries hold the last `day` of a contract, and its `notice` in days.

    Where no notice is given, `longest` counts: the most days that contracts usually ask for, as `claims` say. To
    compare and to sign takes `weeks`, by our own assumption. The amount `month` is that of the change, unless it is
    given.
    """

    day: str
    notice: str
    longest: int
    weeks: int
    claims: tuple[Claim, ...]
    month: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayNote:
    """What to know of a day: of January 1, of the first day of another quarter, of any day but January 1.

    One that is `late` says what to do where the time for notice has passed. It counts unless an answer to a question of
    `when` is none of those named there.
    """

    id: str
    order: int
    spots: tuple[Spot, ...]
    text: str
    cites: tuple[str, ...]
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
