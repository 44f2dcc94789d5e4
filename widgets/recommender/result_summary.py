"""The shape of a result's first screen: what speaks for it and against it, how sure it is, and what to do next."""

from typing import TypedDict

from recommender.result_answers import Asked


class ReasonLine(TypedDict):
    """A reason in one line, and whose word it is; `model` is the short name of what it speaks for, if that is open."""

    model: str
    text: str
    strength: str


class ActWords(TypedDict):
    """Something to do next; it leads to a `page`, a `part` of the result or an `entry`, and the other two are empty."""

    text: str
    page: str
    part: str
    entry: str


class Summary(TypedDict):
    """A result in brief: at most three `reasons`, the biggest doubt, how sure it is in words, what would change it.

    `counted` says on how many cases that rests, or that none were counted. `ways` are the ways on for somebody who has
    one of the models today. Where an outcome waits for answers, `note` says so and `ask` is the question to answer
    next. All but `acts` may be empty.
    """

    note: str
    ways: str
    reasons: list[ReasonLine]
    doubt: list[ReasonLine]
    sure: str
    counted: str
    change: str
    ask: list[Asked]
    acts: list[ActWords]
