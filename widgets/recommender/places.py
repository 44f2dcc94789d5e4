"""The part of the schema that holds what differs from place to place."""

from collections.abc import Mapping
from dataclasses import dataclass

from recommender.sources import Claim, Confidence

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class AspectValue:
    """One value that an aspect of a jurisdiction can have, and what it means for a reader."""

    id: str
    label: str
    meaning: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspect:
    """One thing that differs by jurisdiction; "unknown" is a value of every aspect and never listed."""

    id: str
    order: int
    name: str
    question: str
    values: tuple[AspectValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalFact:
    """What was found for one aspect of one jurisdiction, at which address, and how sure it is."""

    value: str
    url: str | None
    confidence: Confidence | None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Jurisdiction:
    """A place with laws of its own; `row` and `column` place it on the tile map, from 1; `notes` say more of them."""

    id: str
    code: str
    name: str
    row: int
    column: int
    facts: Mapping[str, LocalFact]
    notes: tuple[Claim, ...] = ()
