"""The single schema of the guide: what the data files, the pages and the recommender all mean by a word."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from recommender.advice import Calibration, Decision, Likelihood, Measurement, Move, Rule
from recommender.content import (
    Aspect,
    Change,
    Claim,
    Confidence,
    DecisionStep,
    Dispute,
    Duty,
    Faq,
    Figure,
    GlossaryTerm,
    Interest,
    Jurisdiction,
    Myth,
    ProviderQuestion,
    Role,
    Strength,
    Task,
    Threshold,
    Walkthrough,
)
from recommender.money import Amount, Expense
from recommender.pages import PageWords
from recommender.wording import Wording

SCHEMA_VERSION = 2
NOT_SURE = "not_sure"

type QuestionKind = Literal["choice", "number", "places"]
type Answer = str | int | tuple[str, ...]
type OutcomeKind = Literal["winner", "keep", "sellers_only", "close_call", "open", "not_enough"]
type Stands = Literal["rival", "quality", "part", "keep"]


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

    `label` is the short name shown at a citation; `published` is free text because many pages give no full date;
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """One way to arrange the work. `phrase` is the name as it reads inside a sentence, article included.

    `roles` says for every task who does it; a model that is not `compared` has a page, and no column in the tables.

    What `stands` says decides how the recommender treats it: rivals compete for points; a quality is something to
    insist on in the rival that it `counts_as`; a part answers for some of the people, beside a rival; and one that
    keeps what there is has no points of its own.
    """

    id: str
    order: int
    abbreviation: str
    name: str
    phrase: str
    summary: tuple[Claim, ...]
    how_it_works: tuple[Claim, ...]
    takes_over: tuple[Claim, ...]
    stays_yours: tuple[Claim, ...]
    pros: tuple[Claim, ...]
    cons: tuple[Claim, ...]
    best_for: tuple[Claim, ...]
    cost: tuple[Claim, ...]
    check_first: tuple[Claim, ...]
    leaving: tuple[Claim, ...]
    roles: Mapping[str, Role]
    stands: Stands = "rival"
    compared: bool = True
    counts_as: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """How one model stands on one criterion: a few words to scan, then the cited claims they stand for."""

    short: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One compared aspect, with a cell for every compared model; `nuance` says where sources differ or simplify."""

    id: str
    order: int
    theme: str
    name: str
    cells: Mapping[str, Cell]
    nuance: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer a person can give; "not sure" is added to every question and never listed here.

    `words` are lower-case words by which the option is recognised in a description in prose. Where the question is
    about what there is today, `model` names the model that it is, and `phrase` that very set-up, as one owns it.
    A `usual` one is meant where a description says nothing of it.
    """

    id: str
    label: str
    words: tuple[str, ...] = ()
    model: str | None = None
    phrase: str | None = None
    usual: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing the recommender asks; `label` is the few words that stand for it in lists and results.

    A choice is answered by one of its options, a number by a whole number from 1, places by a list of jurisdictions.
    Neighbours with the same `group` are asked together. Where an answer named in `unless` is given, this question has
    nothing more to tell: it is not asked, and an answer to it does not count. Options of an `ordered` question run from
    one end to the other, and so do the points for them.
    """

    id: str
    order: int
    group: str
    label: str
    text: str
    help: str
    kind: QuestionKind = "choice"
    options: tuple[Option, ...] = ()
    ordered: bool = False
    unless: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """One of the things that matter to a person more or less; every rule serves one."""

    id: str
    order: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """The outcome a worked example must have, and the rules that must be among its reasons."""

    outcome: OutcomeKind
    models: tuple[str, ...]
    decided_by: tuple[str, ...]
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A worked example: an invented case, its answers (question to option) and what must come out."""

    id: str
    order: int
    title: str
    story: str
    answers: Mapping[str, Answer]
    expect: Expectation


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """Everything the guide knows about its subject. Pages show it, the recommender reasons over it.

    `compare_first` names the models that a comparison shows until the reader chooses others; `headcount` names the
    question whose number the thresholds and expenses are about, `today` the one about what there is now, if any.
    `sharing` names the rival about which the first decision is made. `version` changes with the content. `copyright` is
    the line at the foot of every page. `repository` is the address at which readers report mistakes, if there is one.
    """

    schema_version: int
    title: str
    question: str
    jurisdiction: str
    reviewed_on: str
    version: str
    disclaimer: str
    copyright: str
    short_answer: tuple[Claim, ...]
    compare_first: tuple[str, ...]
    headcount: str
    today: str | None
    sharing: str
    decision: Decision
    wording: Wording
    sources: tuple[Source, ...]
    models: tuple[Model, ...]
    criteria: tuple[Criterion, ...]
    concerns: tuple[Concern, ...]
    questions: tuple[Question, ...]
    rules: tuple[Rule, ...]
    moves: tuple[Move, ...]
    likelihoods: tuple[Likelihood, ...]
    calibration: tuple[Calibration, ...]
    measurements: tuple[Measurement, ...]
    profiles: tuple[Profile, ...]
    tasks: tuple[Task, ...]
    duties: tuple[Duty, ...]
    disputes: tuple[Dispute, ...]
    aspects: tuple[Aspect, ...]
    jurisdictions: tuple[Jurisdiction, ...]
    thresholds: tuple[Threshold, ...]
    figures: tuple[Figure, ...]
    amounts: tuple[Amount, ...]
    expenses: tuple[Expense, ...]
    myths: tuple[Myth, ...]
    faq: tuple[Faq, ...]
    terms: tuple[GlossaryTerm, ...]
    provider_questions: tuple[ProviderQuestion, ...]
    walkthroughs: tuple[Walkthrough, ...]
    decision_flow: tuple[DecisionStep, ...]
    changes: tuple[Change, ...]
    pages: tuple[PageWords, ...]
    interests: tuple[Interest, ...]
    strengths: tuple[Strength, ...]
    repository: str | None = None
