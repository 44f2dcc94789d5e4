"""Say how firmly an outcome holds: how much less or more one concern may count before it changes, exactly."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from recommender.engine import Recommendation, decide
from recommender.model import Guide


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """A concern and the weights over which the outcome stands, in times its present weight; None has no end."""

    concern: str
    low: Fraction
    high: Fraction | None


def firmness(guide: Guide, result: Recommendation) -> tuple[Hold, ...]:
    """Return, for every concern that any reason serves, the weights around 1 over which the outcome stays the same.

    Points are linear in a concern's weight, so the outcome can only change where the distance between two models
    crosses zero or the lead that is needed; between two such weights one try tells all.
    """
    if result.outcome == "not_enough":
        return ()
    return tuple(
        _hold(guide, result, concern.id) for concern in guide.concerns if any(_shares(result, concern.id).values())
    )


def _hold(guide: Guide, result: Recommendation, concern: str) -> Hold:
    share = _shares(result, concern)
    total = {standing.model: standing.points for standing in result.standings if not standing.excluded_by}

    def stands(weight: Fraction) -> bool:
        points = {model: points + (weight - 1) * share[model] for model, points in total.items()}
        outcome, models = decide(guide, len(result.answered), points)
        return (outcome, set(models)) == (result.outcome, set(result.models))

    turns = sorted(_turns(guide, total, share))
    inward = [weight for weight in reversed(turns) if weight < 1]
    outward = [weight for weight in turns if weight > 1]
    return Hold(
        concern=concern,
        low=_edge([*inward, Fraction(0)], stands) or Fraction(0),
        high=_edge([*outward, max(outward, default=Fraction(1)) + 1], stands),
    )


def _edge(weights: list[Fraction], stands: Callable[[Fraction], bool]) -> Fraction | None:
    """Return the weight, walking away from 1 along these, up to which the outcome stands; None if it always does."""
    last = Fraction(1)
    for weight in weights:
        if not stands((last + weight) / 2):
            return last
        if not stands(weight):
            return weight
        last = weight
    return None


def _turns(guide: Guide, total: dict[str, int], share: dict[str, int]) -> set[Fraction]:
    """Return the weights above zero at which two models meet, or one leads the other by what is needed."""
    lead = guide.decision.least_lead
    return {
        weight
        for one, other in combinations(total, 2)
        if share[one] != share[other]
        for distance in (-lead, 0, lead)
        if (weight := 1 + Fraction(distance - total[one] + total[other], share[one] - share[other])) > 0
    }


def _shares(result: Recommendation, concern: str) -> dict[str, int]:
    return {
        standing.model: sum(rule.points[standing.model] for rule in standing.reasons if rule.concern == concern)
        for standing in result.standings
        if not standing.excluded_by
    }
