"""The shape of answers in a result: what was given, what is open, and what other answers would change."""

from typing import TypedDict


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
    """Changed answers, and what they would lead to; `fragment` opens them beside the present ones."""

    changes: list[ChangeWords]
    headline: str
    fragment: str


class SensitivityWords(TypedDict):
    """How firmly the outcome holds against the weight of one concern."""

    concern: str
    words: str
