"""The part of the schema that is about quotes: the lines of one, and what is inside a price for everything."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from recommender.entries import Entry

QUOTES = range(1, 5)
"""The numbers of the quotes that can be told; answers go by `quote1_` and the id of a line."""

type LineRole = Literal[
    "name", "model", "bundled", "percent", "month", "run", "runs", "minimum", "once", "exit", "rate",
    "share", "whole", "portion", "cap", "told",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteLine(Entry):
    """A field of a quote; what it is worth, its `role` says.

    A fee is `bundled` (percent of `times`, with the parts inside), `percent` (of `times`, without them), a `month`'s or
    a `run`'s for each head, with so many `runs` a year, and never below the `minimum` of a month. What is paid `once`
    is so much in all, and so is what an `exit` costs. A `rate` is that of a part. For each of `times` a year's `share`
    is paid, or the `portion`, in percent, of the `whole`. A `cap`, in percent, is the most by which the price may grow;
    what is only `told` counts for nothing.

    Where the line is empty, the question `asks` for providers, or the text `ask`, is to be sent, of quotes for `models`
    if there are some, and not if each question of `unless` has an answer that is named there; where the line is filled
    in, the question `then_asks`.
    """

    role: LineRole
    times: str | None = None
    asks: str | None = None
    ask: str | None = None
    then_asks: str | None = None
    models: tuple[str, ...] = ()
    unless: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartTerm:
    """The percent `rate` of the yearly `pay`, or of what of it is below `base`; all three are amounts."""

    rate: str
    pay: str
    base: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotePart:
    """What a person owes with or without the quote, such as what law asks for: the sum of its terms.

    A quote can have a rate of its own for it, in the `line` of that id; it takes the place of the first term's.
    """

    id: str
    order: int
    label: str
    terms: tuple[PartTerm, ...]
    line: str | None = None


def key(number: int, line: str) -> str:
    """Return the name of an answer: that of a line of the quote of a number."""
    return f"quote{number}_{line}"
