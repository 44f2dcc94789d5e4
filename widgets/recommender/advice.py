"""The part of the schema that the advice is made of: rules, moves, how common answers are, how sure a lead is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from recommender.questions import Range

type Chapter = Literal["money", "places", "contract", "questions", "changes", "working"]
"""The parts of a result below its first screen."""

type Had = Literal["money", "places", "quotes", "deadline", "provider_questions"]
"""What a result may have or lack, by the names that it has there."""

type OutcomeKind = Literal["winner", "keep", "sellers_only", "close_call", "open", "not_enough"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """When all that `when` and `within` say of the answers holds, points, a part or an exclusion follow.

    `when` lists the accepted options of a choice; `within` gives the accepted numbers, or how many places were named.
    `short` says what `because` says in one line, for where there is room for no more.
    `points` maps a model to whole points for it, as the study proposed them; `argued` holds how strong the argument is
    by our own judgment (1 a nudge, 2 a reason, 3 or 4 a main reason), from which the study starts. A model in `parts`
    answers for some of the people. A model in `excludes` is ruled out, whatever its points. `concern` names what the
    rule serves. Those of the citations that run the other way stand in `against` too, and lend the reason no strength;
    `note` says how.
    """

    id: str
    because: str
    short: str
    cites: tuple[str, ...]
    concern: str
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    within: Mapping[str, Range] = field(default_factory=dict)
    points: Mapping[str, int] = field(default_factory=dict)
    argued: Mapping[str, int] = field(default_factory=dict)
    parts: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What it costs to leave one of the models `leaving` for one of `to`, in points that the new one must be ahead.

    `short` says in one line what `because` says.
    """

    id: str
    because: str
    short: str
    cites: tuple[str, ...]
    leaving: tuple[str, ...]
    to: tuple[str, ...]
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Likelihood:
    """How common an answer is among described cases, and how much more or less so beside another answer.

    `answer` is an option, or the smallest number (of places) of a range within which no rule tells numbers apart.
    `share` is in parts of 1,000 of the question's answers; `beside` maps the ids of other likelihoods to percent, where
    100, which is left out, would be neither more nor less.
    """

    id: str
    question: str
    answer: str
    share: int
    beside: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """Of `cases` left out of the study with a lead from `at_least` to `at_most`, so many agreed with what was said."""

    id: str
    outcome: Literal["winner", "close_call"]
    at_least: int
    at_most: int | None
    cases: int
    agreed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """One measurement on cases that no rule had seen: when, of which version, on how many, and what share agreed.

    `first`, `two` and `named` are shares from 0 to 1: the first model, one of the first two, the first where the
    publisher named it.
    """

    id: str
    date: str
    version: str
    what: str
    cases: int
    first: float
    two: float
    named: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """How points become an outcome: sure answers needed before saying anything, points needed to lead.

    The lead holds for concerns that count once each; it grows and shrinks with their average weight. From
    `least_quality` points a quality is to be insisted on; a call between more than `most_close` models is none.
    `least_cases` stand behind a word of confidence.
    """

    least_answers: int
    least_lead: int
    least_quality: int
    most_close: int
    least_cases: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something to do next: `text` says it on a button, which leads to one of `page`, `part` and `entry`.

    `page` is an address from the site's root, `part` a part of the result, and `entry` a question, an amount or what
    else may be filled in. It fits a result of one of the `outcomes`, with one of the `models` among those named, for
    somebody who begins in one of the `situations` and whose answers meet `when` and `within` as those of a rule, where
    there is all of `has` and nothing of `lacks`; what names nothing asks for nothing. Nobody is sent to an entry that
    is filled in, or to a part that is not there.
    """

    id: str
    order: int
    text: str
    page: str | None = None
    part: Chapter | None = None
    entry: str | None = None
    outcomes: tuple[OutcomeKind, ...] = ()
    models: tuple[str, ...] = ()
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    within: Mapping[str, Range] = field(default_factory=dict)
    situations: tuple[str, ...] = ()
    has: tuple[Had, ...] = ()
    lacks: tuple[Had, ...] = ()
