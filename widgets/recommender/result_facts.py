"""The shape of facts in a result: places, laws, costs, and questions for providers."""

from typing import TypedDict

from recommender.result_lines import RulerWords
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
    """One expense of a bill, in the first year alone if it is paid `once`."""

    id: str
    label: str
    amount: str
    once: bool


class BillWords(TypedDict):
    """What a model may cost in a later year, and in the `first` where it differs.

    `than` says how much more or less that is than what it is compared with; items that are equal in all bills are left
    out.
    """

    model: str
    abbreviation: str
    today: bool
    total: str
    low: int
    high: int | None
    first: str
    than: str
    first_than: str
    items: list[Item]


class Narrowing(TypedDict):
    """The amount that would narrow a difference most, and where a person finds it."""

    id: str
    label: str
    find: str


class There(TypedDict):
    """What an amount is in a place, and of when that is."""

    id: str
    name: str
    value: str
    as_of: str


class Assumption(TypedDict):
    """A number behind the bills, `given` by the person or cited, or as it is in each place."""

    id: str
    label: str
    unit: str
    value: str
    given: bool
    find: str
    why: str
    as_of: str
    there: list[There]
    citations: list[Citation]


class MoneyWords(TypedDict):
    """What it may cost: a headline, what is left out because it is equal, each bill, and what all of it rests on."""

    headline: str
    first: str
    overlaps: str
    narrow: list[Narrowing]
    alike: list[Narrowing]
    equal: list[Item]
    bills: list[BillWords]
    ruler: list[RulerWords]
    assumptions: list[Assumption]


class Question(TypedDict):
    """A question to put to a provider, and what a `good` answer is; `matters` because of the answers."""

    id: str
    question: str
    good: str
    theme: str
    matters: bool
