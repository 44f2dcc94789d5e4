"""The part of the schema that holds what differs from place to place."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from recommender.sources import Claim, Confidence

UNKNOWN = "unknown"

KNOWN = "known"
"""What stands in a condition for any value but unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AspectValue:
    """One value that an aspect of a jurisdiction can have, and what it means for a reader."""

    id: str
    label: str
    meaning: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspect:
    """One thing that differs by jurisdiction; "unknown" is a value of every aspect and never listed.

    An aspect that is measured has no `values`: what is found is a number, or "1 to 2.6", and `shown` says how it reads,
    with `{}` for it. `ages` is the kind of figure that says when it is due again. A result tells what is `in_result`.
    """

    id: str
    order: int
    name: str
    question: str
    values: tuple[AspectValue, ...] = ()
    shown: str | None = None
    ages: str | None = None
    in_result: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalFact:
    """What was found for one aspect of one jurisdiction, at which address, and how sure it is.

    `source` is what stands at the address, and `as_of` the year, or an ISO month or day, that it is of.
    """

    value: str
    url: str | None
    confidence: Confidence | None
    source: str | None = None
    as_of: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalLine:
    """What a reader should know of a place at one stage, if its values are as `when` says, by aspect.

    Of the lines of a stage the first that holds is shown. In `text`, `{name}` is
    the place and `{an-aspect}` what was found for that aspect.
    """

    id: str
    order: int
    stage: str
    text: str
    cites: tuple[str, ...]
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """Where a place lists what it has licensed or registered: the words of the link, and its address."""

    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Jurisdiction:
    """A place with laws of its own; `row` and `column` place it on the tile map, from 1; `notes` say more of it.

    `neighbours` are the places on whose land it borders, each of which names it in turn.
    """

    id: str
    code: str
    name: str
    row: int
    column: int
    facts: Mapping[str, LocalFact]
    neighbours: tuple[str, ...] = ()
    register: Register | None = None
    notes: tuple[Claim, ...] = ()
