"""The shape of what differs between two results."""

from typing import TypedDict


class ChangedAnswer(TypedDict):
    """An answer, weight or amount that differs; a missing one is empty text."""

    label: str
    before: str
    after: str


class MovedReason(TypedDict):
    """A reason that came, went or counts otherwise: by how many `points`, with a sign, or that it rules a rival `out`.

    It is `back` where it no longer rules it out.
    """

    text: str
    points: str
    out: bool
    back: bool


class ChangedPoints(TypedDict):
    """A rival's points in both results, and the reasons by which they differ."""

    abbreviation: str
    before: int
    after: int
    ruled_out_before: bool
    ruled_out_after: bool
    moved: list[MovedReason]


class ChangedBill(TypedDict):
    """A yearly cost that differs."""

    abbreviation: str
    before: str
    after: str


class Contrast(TypedDict):
    """What differs between two results; `why` says in a sentence what leads now, and by which reasons."""

    why: str
    before: str
    after: str
    before_fragment: str
    changes: list[ChangedAnswer]
    models: list[ChangedPoints]
    bills: list[ChangedBill]
