"""The part of the schema that pages show and the recommender does not reason over."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from recommender.pages import Listed

type Confidence = Literal["high", "medium", "low"]
type Holder = Literal["you", "provider", "both", "depends"]
type Verdict = Literal["supported", "partly supported", "not supported", "unclear"]

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A sentence of the guide and the statements that carry it; a claim without a citation is refused."""

    text: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One piece of the work that the models divide differently; the row of every model's picture."""

    id: str
    order: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """Who does a task under a model, in a few words; a claim like any other."""

    holder: Holder
    text: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answerable:
    """Who answers for a duty under a model: a few words to scan, then the claims they stand for."""

    holder: Holder
    short: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One law's duty, the authority behind it, and who answers for it under every compared model."""

    id: str
    order: int
    name: str
    authority: str
    cells: Mapping[str, Answerable]
    nuance: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A question on which sources part; `contested` names the statements that a reader should not take alone."""

    id: str
    order: int
    topic: str
    question: str
    positions: tuple[Claim, ...]
    resolution: tuple[Claim, ...]
    in_short: str
    confidence: Confidence
    contested: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AspectValue:
    """One value that an aspect of a jurisdiction can have, and what it means for a reader."""

    id: str
    label: str
    meaning: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspect:
    """One thing that differs by jurisdiction; "unknown" is a value of every aspect and never listed."""

    id: str
    order: int
    name: str
    question: str
    values: tuple[AspectValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalFact:
    """What was found for one aspect of one jurisdiction, at which address, and how sure it is."""

    value: str
    url: str | None
    confidence: Confidence | None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Jurisdiction:
    """A place with laws of its own; `row` and `column` place it on the tile map, from 1; `notes` say more of them."""

    id: str
    code: str
    name: str
    row: int
    column: int
    facts: Mapping[str, LocalFact]
    notes: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """A law that starts to apply at a headcount, and whether the choice of a model changes how heads are counted."""

    id: str
    order: int
    headcount: int
    law: str
    what: tuple[Claim, ...]
    counting: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A price or benchmark as somebody states it; `high` None means open-ended, `low` equal to `high` one number."""

    id: str
    order: int
    group: str
    label: str
    unit: str
    low: float
    high: float | None
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Myth:
    """A saying that is weighed: who says it, what the evidence supports, and who paid for it."""

    id: str
    order: int
    kind: str
    saying: Claim
    verdict: Verdict
    evidence: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Faq:
    """A question people ask, and the answer."""

    id: str
    order: int
    question: str
    answer: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryTerm:
    """A word of the field: its short form, its long form where it has one, and what it means."""

    id: str
    term: str
    long: str | None
    meaning: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """Whole numbers from `at_least` to `at_most`; a missing end is open."""

    at_least: int | None = None
    at_most: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderQuestion:
    """A question to put to a provider, why it matters, and for which models.

    `when` and `within` are conditions as a rule has them: where they hold, the question matters most.
    """

    id: str
    order: int
    theme: str
    question: str
    why: tuple[Claim, ...]
    models: tuple[str, ...]
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    within: Mapping[str, Range] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a walkthrough."""

    title: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Walkthrough:
    """How to do something from start to end, such as choosing, switching or leaving."""

    id: str
    order: int
    title: str
    summary: str
    steps: tuple[Step, ...]
    listed: Listed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionStep:
    """One step of the decision flow: a yes leads to `model`, a no to the next step, the last no to `otherwise`."""

    id: str
    order: int
    question: str
    model: str
    because: Claim
    otherwise: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change of the content, by ISO date."""

    id: str
    date: str
    text: str


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """Whose word carries a reason: the best of its sources, by their kinds; the strongest has the lowest `order`.

    A model cannot win on reasons alone of a strength that is not `independent`.
    """

    id: str
    order: int
    label: str
    kinds: tuple[str, ...]
    independent: bool
