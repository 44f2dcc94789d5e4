"""The single schema of the guide: what the data files, the pages and the recommender all mean by a word."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from recommender.advice import Act, Calibration, Decision, Likelihood, Measurement, Move, Rule
from recommender.entries import Entry
from recommender.figures import Figure, Threshold
from recommender.money import Amount, Expense
from recommender.pages import PageWords, Synonyms
from recommender.places import Aspect, Jurisdiction, LocalLine
from recommender.profiles import Profile
from recommender.prose import (
    Change,
    Clause,
    DecisionStep,
    Dispute,
    Faq,
    GlossaryTerm,
    Myth,
    ProviderQuestion,
    Topic,
    Walkthrough,
)
from recommender.questions import Concern, Question, Situation
from recommender.quote_lines import QuoteLine, QuotePart
from recommender.renewal import DayNote, Renewal
from recommender.sources import Claim, Freshness, Interest, Source, Strength
from recommender.tables import Criterion, Duty, Role, Task
from recommender.wording import Wording

SCHEMA_VERSION = 5

type Stands = Literal["rival", "quality", "part", "keep"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Icon:
    """What a model is known by at a glance: a shape, as a path of SVG on 24 units, and its colour on light and dark."""

    path: str
    light: str
    dark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """What a main way comes to in a few words, and in which cases it fits, a line for each."""

    title: str
    cases: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """One way to arrange the work. `phrase` is the name as it reads inside a sentence, article included.

    `roles` says for every task who does it; a model that is not `compared` has a page, and no column in the tables.
    All models have an `icon`, or none.

    What `stands` says decides how the recommender treats it: rivals compete for points; a quality is something to
    insist on in the rival that it `counts_as`; a part answers for some of the people, beside a rival; and one that
    keeps what there is has no points of its own. The home page shows those first that have a `fit`.
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
    icon: Icon | None = None
    fit: Fit | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Guide:
    """Everything the guide knows about its subject. Pages show it, the recommender reasons over it.

    A guide equals itself alone, so that what follows from it can be worked out once (`functools.lru_cache`).

    `compare_first` names the models that a comparison shows until the reader chooses others; `headcount` names the
    question whose number the thresholds and expenses are about, `today` the one about what there is now, if any, and
    `rise` the amount that says by how much percent its cost may rise.
    `sharing` names the rival about which the first decision is made. `version` changes with the content. `copyright` is
    the line at the foot of every page. `repository` is the address at which readers report mistakes, if there is one.
    `renewal` names the fields from which dates are counted, if there are any.
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
    rise: str | None
    sharing: str
    decision: Decision
    wording: Wording
    sources: tuple[Source, ...]
    models: tuple[Model, ...]
    criteria: tuple[Criterion, ...]
    concerns: tuple[Concern, ...]
    situations: tuple[Situation, ...]
    questions: tuple[Question, ...]
    rules: tuple[Rule, ...]
    moves: tuple[Move, ...]
    likelihoods: tuple[Likelihood, ...]
    calibration: tuple[Calibration, ...]
    acts: tuple[Act, ...]
    measurements: tuple[Measurement, ...]
    profiles: tuple[Profile, ...]
    tasks: tuple[Task, ...]
    duties: tuple[Duty, ...]
    disputes: tuple[Dispute, ...]
    aspects: tuple[Aspect, ...]
    jurisdictions: tuple[Jurisdiction, ...]
    local_lines: tuple[LocalLine, ...]
    thresholds: tuple[Threshold, ...]
    figures: tuple[Figure, ...]
    amounts: tuple[Amount, ...]
    expenses: tuple[Expense, ...]
    entries: tuple[Entry, ...]
    quote_lines: tuple[QuoteLine, ...]
    quote_parts: tuple[QuotePart, ...]
    myths: tuple[Myth, ...]
    faq: tuple[Faq, ...]
    terms: tuple[GlossaryTerm, ...]
    provider_questions: tuple[ProviderQuestion, ...]
    walkthroughs: tuple[Walkthrough, ...]
    day_notes: tuple[DayNote, ...]
    topics: tuple[Topic, ...]
    clauses: tuple[Clause, ...]
    decision_flow: tuple[DecisionStep, ...]
    changes: tuple[Change, ...]
    pages: tuple[PageWords, ...]
    synonyms: tuple[Synonyms, ...]
    interests: tuple[Interest, ...]
    strengths: tuple[Strength, ...]
    freshness: tuple[Freshness, ...]
    repository: str | None = None
    renewal: Renewal | None = None
