"""Add up the rules that hold, keep exclusions apart, and decide: a winner, a close call, or not enough to say."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from recommender.conditions import Given, holds, sort_given
from recommender.model import Guide, OutcomeKind, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One model's total and the rules behind it, weightiest first; `excluded_by` set means it cannot win.

    `points` are weighed: each rule's own, times the weight of its concern.
    """

    model: str
    points: int
    reasons: tuple[Rule, ...]
    excluded_by: tuple[Rule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """What was given leads to this. `models` holds the winner, or the close ones, best first; `lead` was needed."""

    outcome: OutcomeKind
    models: tuple[str, ...]
    standings: tuple[Standing, ...]
    given: Given
    lead: Fraction


def recommend(guide: Guide, answers: Mapping[str, object]) -> Recommendation:
    """Judge `answers` by the guide's rules.

    They map a question to an option, a number, places or "not_sure", `weight_` and a concern to a whole number, and an
    amount to a number. Only models of which some rule speaks are judged. Entries that the guide does not know are set
    apart; they never count and never raise.
    """
    given = sort_given(guide, answers)
    fired = tuple(rule for rule in guide.rules if holds(rule, given.answered))
    standings = tuple(sorted((_stand(model, fired, given.weights) for model in judged(guide)), key=_rank))
    points = {standing.model: standing.points for standing in standings if not standing.excluded_by}
    lead = lead_needed(guide, given.weights)
    kind, models = decide(guide, len(given.answered), points, ceil(lead))
    return Recommendation(outcome=kind, models=models, standings=standings, given=given, lead=lead)


def judged(guide: Guide) -> frozenset[str]:
    """Return the models of which some rule speaks."""
    return frozenset(model for rule in guide.rules for model in (*rule.points, *rule.excludes))


def lead_needed(guide: Guide, weights: Mapping[str, int | Fraction]) -> Fraction:
    """Return the points by which a winner must lead.

    They follow the average weight, so that making everything count twice as much makes nothing clearer.
    """
    average = Fraction(sum(weights.values())) / len(weights) if weights else Fraction(1)
    return guide.decision.least_lead * average


def _stand(model: str, fired: tuple[Rule, ...], weights: Mapping[str, int]) -> Standing:
    worth = {rule.id: weights[rule.concern] * rule.points[model] for rule in fired if model in rule.points}
    # Ties between rules are broken by id, so that the order of the data files never shows in a result.
    reasons = sorted((rule for rule in fired if rule.id in worth), key=lambda rule: (-worth[rule.id], rule.id))
    return Standing(
        model=model,
        points=sum(worth.values()),
        reasons=tuple(reasons),
        excluded_by=tuple(sorted((rule for rule in fired if model in rule.excludes), key=lambda rule: rule.id)),
    )


def _rank(standing: Standing) -> tuple[bool, int, str]:
    return bool(standing.excluded_by), -standing.points, standing.model


def decide(
    guide: Guide, sure: int, points: Mapping[str, int], lead: int | Fraction
) -> tuple[OutcomeKind, tuple[str, ...]]:
    """Return the outcome for so many sure answers and the points of the models that are not ruled out, best first."""
    if sure < guide.decision.least_answers or not points or not lead:
        return "not_enough", ()
    best = max(points.values())
    close = sorted((-total, model) for model, total in points.items() if best - total < lead)
    return ("winner" if len(close) == 1 else "close_call"), tuple(model for _, model in close)
