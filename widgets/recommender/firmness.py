"""Say how firmly an outcome holds: how much less or more one concern may count before it changes, exactly."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from recommender.engine import Recommendation, decide
from recommender.model import Guide


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """A concern, the weight it has, and the weights over which the outcome stands; None has no end."""

    concern: str
    now: int
    low: Fraction
    high: Fraction | None


def firmness(guide: Guide, result: Recommendation) -> tuple[Hold, ...]:
    """Return, for every concern that any reason serves, the weights around its own over which the outcome stands.

    Points and the lead that is needed are linear in a concern's weight, so the outcome can only change where the
    distance between two models crosses zero or that lead; between two such weights one try tells all.
    """
    if result.outcome == "not_enough":
        return ()
    return tuple(
        _Line(guide, result, concern.id).hold()
        for concern in guide.concerns
        if any(_shares(result, concern.id).values())
    )


class _Line:
    """All outcomes of a result as the weight of one concern runs from zero upwards."""

    def __init__(self, guide: Guide, result: Recommendation, concern: str) -> None:
        self._guide, self._result, self._concern = guide, result, concern
        self._now = result.given.weights[concern]
        self._others = sum(result.given.weights.values()) - self._now
        self._share = _shares(result, concern)
        self._total = {each.model: each.points for each in result.standings if not each.excluded_by}

    def hold(self) -> Hold:
        turns = sorted(self._turns())
        inward = [weight for weight in reversed(turns) if weight < self._now]
        outward = [weight for weight in turns if weight > self._now]
        return Hold(
            concern=self._concern,
            now=self._now,
            low=self._edge([*inward, Fraction(0)]) or Fraction(0) if self._now else Fraction(0),
            high=self._edge([*outward, max(outward, default=Fraction(self._now)) + 1]),
        )

    def _edge(self, weights: list[Fraction]) -> Fraction | None:
        """Return the weight, walking away along these, up to which the outcome stands; None if it always does."""
        last = Fraction(self._now)
        for weight in weights:
            if not self._stands((last + weight) / 2):
                return last
            if not self._stands(weight):
                return weight
            last = weight
        return None

    def _stands(self, weight: Fraction) -> bool:
        # Everything times the weight's denominator and the number of concerns, so that all is whole.
        part, whole = weight.as_integer_ratio()
        least, count = self._guide.decision.least_lead, len(self._result.given.weights)
        points = {
            model: count * (whole * total + (part - whole * self._now) * self._share[model])
            for model, total in self._total.items()
        }
        lead = least * (whole * self._others + part)
        outcome, models = decide(self._guide, len(self._result.given.answered), points, lead)
        return (outcome, set(models)) == (self._result.outcome, set(self._result.models))

    def _turns(self) -> set[Fraction]:
        """Return the weights above zero at which two models meet, or one leads the other by what is needed."""
        least, count = self._guide.decision.least_lead, len(self._result.given.weights)
        lead = least * (self._others + self._now)
        found = set()
        for one, other in combinations(self._total, 2):
            distance = count * (self._total[other] - self._total[one])
            share = count * (self._share[one] - self._share[other])
            found |= {
                Fraction(self._now * steep + side * lead + distance, steep)
                for side in (-1, 0, 1)
                if (steep := share - side * least)
            }
        return {weight for weight in found if weight > 0}


def _shares(result: Recommendation, concern: str) -> dict[str, int]:
    """Return each model's points for a concern as the guide has them, before they are weighed."""
    return {
        standing.model: sum(rule.points[standing.model] for rule in standing.reasons if rule.concern == concern)
        for standing in result.standings
        if not standing.excluded_by
    }
