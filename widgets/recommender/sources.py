"""The part of the schema that all else rests on: publications, what they say, and whose word it is."""

from dataclasses import dataclass
from typing import Literal

type Confidence = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A sentence of the guide and the statements that carry it; a claim without a citation is refused."""

    text: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing a publication says, in our own words; it records what is said, not what is true.

    `id` is cited as `source-id#statement-id`. `note` holds what a reader should know beside it: limits, dates, what the
    copy that was read lacks. `set_aside` holds the written reason for not using a statement.
    """

    id: str
    claim: str
    where: str
    quote: str | None = None
    note: str | None = None
    confidence: Confidence | None = None
    set_aside: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One publication: who made it, who pays for it, when it was last checked, how far it can be trusted.

    `label` is its short name, `short` a still shorter one for the mark behind a sentence, where `label` is too long;
    `published` is free text because many pages give no full date;
    `checked_on` is an ISO date; `confidence` holds for every statement that does not set its own.
    """

    id: str
    label: str
    title: str
    publisher: str
    kind: str
    bias: str
    url: str
    checked_on: str
    confidence: Confidence
    statements: tuple[Statement, ...]
    published: str | None = None
    short: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """A kind of figure that ages, and after how many months somebody should look at it again."""

    id: str
    order: int
    label: str
    months: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """Whose word carries a claim: the best of its sources, by their kinds; the strongest has the lowest `order`.

    `sign` stands beside the `label` on a mark. A model cannot win on reasons alone of a strength that is not
    `independent`.
    """

    id: str
    order: int
    label: str
    sign: str
    kinds: tuple[str, ...]
    independent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    """What a publisher sells or lives by, as an outside verdict's `bias` names it; `words` are its lower-case marks.

    `sells` is the model that it sells, if it sells one of them.
    """

    id: str
    order: int
    label: str
    words: tuple[str, ...]
    sells: str | None = None
