"""The shape of reasons in a result: rules, what carries them, and where each model stands."""

from typing import NotRequired, TypedDict


class Place(TypedDict):
    """A place in a publication; `id` is its anchor on the page of sources."""

    id: str
    where: str


class Citation(TypedDict):
    """A publication behind a reason, with the places cited of it; `first` is the anchor of the first."""

    source: str
    label: str
    bias: str
    first: str
    statements: list[Place]


class Publication(TypedDict):
    """A publication in the list of all that is cited."""

    source: str
    label: str
    bias: str
    title: str
    publisher: str
    confidence: str
    url: str


class Reason(TypedDict):
    """A rule that holds: why, whose word carries it, and where it stands; `points` where it gives any."""

    rule: str
    because: str
    strength: str
    citations: list[Citation]
    points: NotRequired[int]
    weighed: NotRequired[str]
    speaks_for: NotRequired[str]


class StandingWords(TypedDict):
    """A rival with its sum, what speaks for it, and, if it is chosen, what speaks for others."""

    model: str
    abbreviation: str
    name: str
    points: int
    most: int
    total: str
    chosen: bool
    excluded_by: list[Reason]
    reasons: list[Reason]
    against: list[Reason]


class PartWords(TypedDict):
    """A model that answers for some of the people."""

    model: str
    abbreviation: str
    name: str
    reasons: list[Reason]


class QualityWords(TypedDict):
    """What to insist on or to prefer in a rival that is near the top."""

    model: str
    abbreviation: str
    words: str
    insist: bool
    total: str
    reasons: list[Reason]


class MoveWords(TypedDict):
    """What leaving the present set-up for a rival costs, in points that the rival must be ahead."""

    because: str
    to: str
    points: int
    citations: list[Citation]
