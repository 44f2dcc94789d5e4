"""The part of the schema that holds worked examples: invented cases and what must come out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from recommender.advice import OutcomeKind
from recommender.questions import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """The outcome a worked example must have, and the rules that must be among its reasons."""

    outcome: OutcomeKind
    models: tuple[str, ...]
    decided_by: tuple[str, ...]
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A worked example: an invented case, its answers (question to option) and what must come out.

    `beside` holds what else the case has: amounts, and the lines of quotes, by the names of answers.
    """

    id: str
    order: int
    title: str
    story: str
    answers: Mapping[str, Answer]
    expect: Expectation
    # Spelled out: pydantic reads a name of a type that is used twice less strictly.
    beside: Mapping[str, str | int | tuple[str, ...]] = field(default_factory=dict)
