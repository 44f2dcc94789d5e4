"""The shape of what differs between two results."""

from typing import TypedDict


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
