"""Judge answers by the guide's rules: points for rivals, what is ruled out, who answers for a part, what is there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from recommender.advice import Move, OutcomeKind, Rule
from recommender.conditions import holds
from recommender.given import Given, sort_given
from recommender.model import Guide, Stands
from recommender.outcome import Outcome, Tally, Terms, decide, rank
from recommender.questions import Option
from recommender.sources import Strength
from recommender.strength import backing, strengths


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One rival's total and the rules behind it, weightiest first; `excluded_by` set means it cannot win.

    `points` are weighed: each rule's own, times the weight of its concern.
    """

    model: str
    points: int
    reasons: tuple[Rule, ...]
    excluded_by: tuple[Rule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A model that answers for some of the people, and the rules that say so."""

    model: str
    reasons: tuple[Rule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """What to insist on, or to prefer, in the rival `of` which the model is a kind; otherwise as `Standing`."""

    model: str
    of: str
    points: int
    reasons: tuple[Rule, ...]
    insist: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CurrentSetUp:
    """What there is today, as it was answered, and the rival that it is; `moves` says what leaving it costs."""

    option: Option
    model: str
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """What was given leads to this.

    `models` holds the winner, what is there today, or the close ones, best first. `parts` answer for some of the
    people beside them. `lead` was needed. `fired` are all rules that hold; `strengths` tells of every rule of the guide
    whose word carries it, and `backing` names those that something independent carries.
    """

    outcome: OutcomeKind
    models: tuple[str, ...]
    parts: tuple[Part, ...]
    standings: tuple[Standing, ...]
    qualities: tuple[Quality, ...]
    current: CurrentSetUp | None
    given: Given
    lead: Fraction
    fired: tuple[Rule, ...]
    strengths: Mapping[str, Strength]
    backing: frozenset[str]


def recommend(guide: Guide, answers: Mapping[str, object]) -> Recommendation:
    """Judge `answers` by the guide's rules: points are added up in `Tally.turn`, and `decide` says what follows.

    They map a question to an option, a number, places or "not_sure", `weight_` and a concern to a whole number, and an
    amount to a number. Entries that the guide does not know are set apart; they never count and never raise.
    """
    given = sort_given(guide, answers)
    # In the order of their ids, so that the order of the data files never shows in a result.
    fired = tuple(sorted((rule for rule in guide.rules if holds(rule, given.answered)), key=lambda rule: rule.id))
    tally = add_up(guide, fired, given.weights, backing(guide))
    current = _current_set_up(guide, given)
    wanted = terms(guide, given.weights, current.model if current else None)
    outcome = decide(guide.decision, len(given.answered), tally, wanted)
    return Recommendation(
        outcome=outcome.kind,
        models=outcome.models,
        parts=_parts(fired, outcome),
        standings=tuple(sorted((_stand(model, fired, given.weights) for model in standing(guide, "rival")), key=_rank)),
        qualities=tuple(_quality(guide, model, fired, given.weights) for model in standing(guide, "quality")),
        current=current,
        given=given,
        lead=lead_needed(guide, given.weights),
        fired=fired,
        strengths=strengths(guide),
        backing=backing(guide),
    )


def standing(guide: Guide, stands: Stands) -> list[str]:
    """Return the models that stand so, in alphabetical order, so that the order of the data never shows."""
    return sorted(model.id for model in guide.models if model.stands == stands)


def lead_needed(guide: Guide, weights: Mapping[str, int]) -> Fraction:
    """Return the points by which a winner must lead.

    They follow the average weight, so that making everything count twice as much makes nothing clearer.
    """
    return guide.decision.least_lead * average(weights)


def average(weights: Mapping[str, int]) -> Fraction:
    """Return the average weight of the concerns."""
    return Fraction(sum(weights.values()), len(weights)) if weights else Fraction(1)


def terms(guide: Guide, weights: Mapping[str, int], current: str | None) -> Terms:
    """Return what a rival must be ahead by: of the next one, and of the set-up of today, if there is one."""
    # Points are whole, so a lead reaches what is needed when it reaches the next whole number.
    each = average(weights)
    moves = {to: ceil(move.points * each) for move in guide.moves if current in move.leaving for to in move.to}
    return Terms(lead=ceil(lead_needed(guide, weights)), current=current, moves=moves)


def add_up(guide: Guide, fired: Iterable[Rule], weights: Mapping[str, int], independent: frozenset[str]) -> Tally:
    """Return what the rules that hold add up to."""
    tally = Tally.empty(standing(guide, "rival"), standing(guide, "part"))
    for rule in fired:
        tally.turn(rule, 1, weights[rule.concern], rule.id in independent)
    return tally


def set_up(guide: Guide, answered: Mapping[str, object]) -> Option | None:
    """Return what there is today, as answered, if it is one of the rivals."""
    question = next((each for each in guide.questions if each.id == guide.today), None)
    rivals = standing(guide, "rival")
    options = question.options if question else ()
    return next((each for each in options if each.id == answered.get(guide.today or "") and each.model in rivals), None)


def _current_set_up(guide: Guide, given: Given) -> CurrentSetUp | None:
    option = set_up(guide, given.answered)
    if option is None or option.model is None:
        return None
    moves = tuple(move for move in guide.moves if option.model in move.leaving)
    return CurrentSetUp(option=option, model=option.model, moves=moves)


def _parts(fired: tuple[Rule, ...], outcome: Outcome) -> tuple[Part, ...]:
    return tuple(
        Part(model=model, reasons=tuple(rule for rule in fired if model in rule.parts)) for model in outcome.parts
    )


def _stand(model: str, fired: tuple[Rule, ...], weights: Mapping[str, int]) -> Standing:
    worth = {rule.id: weights[rule.concern] * rule.points[model] for rule in fired if model in rule.points}
    reasons = sorted((rule for rule in fired if rule.id in worth), key=lambda rule: -worth[rule.id])
    return Standing(
        model=model,
        points=sum(worth.values()),
        reasons=tuple(reasons),
        excluded_by=tuple(rule for rule in fired if model in rule.excludes),
    )


def _quality(guide: Guide, model: str, fired: tuple[Rule, ...], weights: Mapping[str, int]) -> Quality:
    stand = _stand(model, fired, weights)
    of = next(each.counts_as or each.id for each in guide.models if each.id == model)
    insist = stand.points >= guide.decision.least_quality * average(weights) > 0
    return Quality(model=model, of=of, points=stand.points, reasons=stand.reasons, insist=insist)


def _rank(stand: Standing) -> tuple[bool, int, str]:
    return bool(stand.excluded_by), *rank(stand.points, stand.model)
