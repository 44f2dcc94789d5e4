"""The part of the schema that pages tell in prose, from disputes and myths to walkthroughs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from recommender.pages import Listed
from recommender.questions import Range
from recommender.sources import Claim, Confidence

type Verdict = Literal["supported", "partly supported", "not supported", "unclear"]


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
    """A word of the field: its short form, its long form where it has one, and what it means.

    `gloss` says it in a few words, for where the word first stands on a page; `also` are other forms of the word.
    """

    id: str
    term: str
    long: str | None
    gloss: str
    meaning: tuple[Claim, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderQuestion:
    """A question to put to a provider, what a `good` answer is, why it matters, and for which models.

    `when` and `within` are conditions as a rule has them: where they hold, the question matters most.
    """

    id: str
    order: int
    theme: str
    question: str
    good: str
    why: tuple[Claim, ...]
    models: tuple[str, ...]
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    within: Mapping[str, Range] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a walkthrough; `more` says where to go on from it, with links as words of a page have them."""

    title: str
    claims: tuple[Claim, ...]
    more: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What has to be done so many `weeks` before a change, or, below 0, after it; `title` is it in a few words.

    A step in which `notice` is given stands where the contract wants it, if that is known.
    """

    weeks: int
    title: str
    text: str
    cites: tuple[str, ...]
    notice: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Walkthrough:
    """How to do something from start to end, such as choosing, switching or leaving; `checklist` has dates for it.

    The checklist is for anybody but those who answered a question of `when` otherwise than is named there.
    """

    id: str
    order: int
    title: str
    summary: str
    answer: tuple[Claim, ...]
    steps: tuple[Step, ...]
    checklist: tuple[Due, ...] = ()
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    listed: Listed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One part of a topic; `id` names its place on the page."""

    id: str
    title: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A matter that needs a page of its own: the answer first, then section by section."""

    id: str
    order: int
    title: str
    summary: str
    answer: tuple[Claim, ...]
    sections: tuple[Section, ...]
    listed: Listed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause of a contract: what it does, a good and a bad wording of our own, and what to ask about it."""

    id: str
    order: int
    name: str
    does: tuple[Claim, ...]
    good: str
    bad: str
    ask: str


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
