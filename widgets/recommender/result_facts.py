"""The shape of facts in a result: places, laws, costs, and questions for providers."""

from typing import TypedDict

from recommender.result_reasons import Citation


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
