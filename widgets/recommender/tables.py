"""The part of the schema that tables are made of: tasks, duties and criteria, with a cell for each model."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from recommender.sources import Claim

type Holder = Literal["you", "provider", "both", "depends"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One piece of the work that the models divide differently; the row of every model's picture."""

    id: str
    order: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """Who does a task under a model, in a few words; a claim like any other."""

    holder: Holder
    text: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answerable:
    """Who answers for a duty under a model: a few words to scan, then the claims they stand for."""

    holder: Holder
    short: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One law's duty, the authority behind it, and who answers for it under every compared model."""

    id: str
    order: int
    name: str
    authority: str
    cells: Mapping[str, Answerable]
    nuance: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """How one model stands on one criterion: a few words to scan, then the cited claims they stand for.

    `value` is the same word where two models stand alike, so that rows in which they differ can be told.
    """

    value: str
    short: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One compared aspect, with a cell for every compared model; `nuance` says where sources differ or simplify."""

    id: str
    order: int
    theme: str
    name: str
    cells: Mapping[str, Cell]
    nuance: tuple[Claim, ...] = ()
