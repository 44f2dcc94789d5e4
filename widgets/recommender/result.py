"""The shape of an explained recommendation, key by key: what pages, command line and browser are handed."""

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


class Named(TypedDict):
    """A model by its id and short name."""

    model: str
    abbreviation: str


class DecisionWords(TypedDict):
    """One of the decisions that the points come down to, and how it goes."""

    question: str
    answer: str


class Answered(TypedDict):
    """An answer in words."""

    question: str
    label: str
    answer: str


class Open(TypedDict):
    """A question without an answer that could still be given."""

    question: str
    label: str


class Asked(TypedDict):
    """The question to answer next, and why that one."""

    question: str
    text: str
    help: str
    why: str


class Weighed(TypedDict):
    """A concern that counts otherwise than in the guide."""

    concern: str
    label: str
    words: str


class ChangeWords(TypedDict):
    """A changed answer in words."""

    label: str
    answer: str


class FlipWords(TypedDict):
    """Changed answers, and what they would lead to; `fragment` opens them."""

    changes: list[ChangeWords]
    headline: str
    fragment: str


class SensitivityWords(TypedDict):
    """How firmly the outcome holds against the weight of one concern."""

    concern: str
    words: str


class Value(TypedDict):
    """What was found for an aspect of a place."""

    aspect: str
    label: str
    confidence: str


class PlaceWords(TypedDict):
    """A place that was named, and what was found there."""

    id: str
    name: str
    values: list[Value]


class Reached(TypedDict):
    """A law that has started at the headcount given."""

    id: str
    headcount: int
    law: str


class Item(TypedDict):
    """One expense of a bill; `same` under every model."""

    label: str
    amount: str
    same: bool


class BillWords(TypedDict):
    """What a model may cost in a year."""

    model: str
    abbreviation: str
    total: str
    low: int
    high: int | None
    items: list[Item]


class Assumption(TypedDict):
    """A number behind the bills, `given` by the person or cited."""

    id: str
    label: str
    unit: str
    value: str
    given: bool
    citations: list[Citation]


class Question(TypedDict):
    """A question to put to a provider; `matters` because of the answers."""

    id: str
    question: str
    theme: str
    matters: bool


class Explained(TypedDict):
    """Everything about a recommendation, in words and numbers."""

    schema_version: int
    guide: str
    version: str
    reviewed_on: str
    disclaimer: str
    outcome: str
    models: list[str]
    headline: str
    detail: str
    confidence: str
    chosen: list[Named]
    parts: list[PartWords]
    decisions: list[DecisionWords]
    moves: list[MoveWords]
    qualities: list[QualityWords]
    standings: list[StandingWords]
    sources: list[Publication]
    answered: list[Answered]
    needless: str
    weights: list[Weighed]
    unanswered: list[Open]
    fragment: str
    flips: list[FlipWords]
    next: list[Asked]
    final: str
    doubts: str
    places: list[PlaceWords]
    reached: list[Reached]
    sensitivity: list[SensitivityWords]
    bills: list[BillWords]
    assumptions: list[Assumption]
    provider_questions: list[Question]
    ignored: list[str]


class ChangedAnswer(TypedDict):
    """An answer, weight or amount that differs; a missing one is empty text."""

    label: str
    before: str
    after: str


class ChangedPoints(TypedDict):
    """A rival's points in both results."""

    abbreviation: str
    before: int
    after: int
    ruled_out_before: bool
    ruled_out_after: bool


class ChangedBill(TypedDict):
    """A yearly cost that differs."""

    abbreviation: str
    before: str
    after: str


class Contrast(TypedDict):
    """What differs between two results."""

    before: str
    after: str
    before_fragment: str
    changes: list[ChangedAnswer]
    models: list[ChangedPoints]
    bills: list[ChangedBill]
