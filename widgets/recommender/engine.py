"""Add up the rules that hold, keep exclusions apart, and decide: a winner, a close call, or not enough to say."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from recommender.conditions import holds, sort_answers
from recommender.model import Answer, Guide, OutcomeKind, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One model's total and the rules behind it, weightiest first; `excluded_by` set means it cannot win."""

    model: str
    points: int
    reasons: tuple[Rule, ...]
    excluded_by: tuple[Rule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """What the answers lead to. `models` holds the winner, or the close ones, best first."""

    outcome: OutcomeKind
    models: tuple[str, ...]
    standings: tuple[Standing, ...]
    answered: Mapping[str, Answer]
    unsure: tuple[str, ...]
    ignored: Mapping[str, object]


def recommend(guide: Guide, answers: Mapping[str, object]) -> Recommendation:
    """Judge `answers` (question id to option, number or places, or "not_sure") by the guide's rules.

    Only models of which some rule speaks are judged. Entries that the guide does not know are set apart in `ignored`;
    they never count and never raise.
    """
    sure, unsure, ignored = sort_answers(guide, answers)
    fired = tuple(rule for rule in guide.rules if holds(rule, sure))
    standings = tuple(sorted((_stand(model, fired) for model in judged(guide)), key=_rank))
    points = {standing.model: standing.points for standing in standings if not standing.excluded_by}
    kind, models = decide(guide, len(sure), points)
    return Recommendation(
        outcome=kind,
        models=models,
        standings=standings,
        answered=sure,
        unsure=unsure,
        ignored=ignored,
    )


def judged(guide: Guide) -> frozenset[str]:
    """Return the models of which some rule speaks."""
    return frozenset(model for rule in guide.rules for model in (*rule.points, *rule.excludes))


def _stand(model: str, fired: tuple[Rule, ...]) -> Standing:
    # Ties between rules are broken by id, so that the order of the data files never shows in a result.
    reasons = sorted(
        (rule for rule in fired if rule.points.get(model)), key=lambda rule: (-rule.points[model], rule.id)
    )
    return Standing(
        model=model,
        points=sum(rule.points[model] for rule in reasons),
        reasons=tuple(reasons),
        excluded_by=tuple(sorted((rule for rule in fired if model in rule.excludes), key=lambda rule: rule.id)),
    )


def _rank(standing: Standing) -> tuple[bool, int, str]:
    return bool(standing.excluded_by), -standing.points, standing.model


def decide(guide: Guide, sure: int, points: Mapping[str, int | Fraction]) -> tuple[OutcomeKind, tuple[str, ...]]:
    """Return the outcome for so many sure answers and the points of the models that are not ruled out, best first."""
    if sure < guide.decision.least_answers or not points:
        return "not_enough", ()
    best = max(points.values())
    close = sorted((-total, model) for model, total in points.items() if best - total < guide.decision.least_lead)
    return ("winner" if len(close) == 1 else "close_call"), tuple(model for _, model in close)
