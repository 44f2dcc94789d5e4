"""Say how firmly an outcome holds: how much less or more one concern may count before it changes, exactly."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import lcm

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
    """All outcomes of a result as the weight of one concern runs from zero upwards.

    Weights are whole numbers here: so many parts of one, of which there are as many as make every turn whole.
    """

    def __init__(self, guide: Guide, result: Recommendation, concern: str) -> None:
        self._guide, self._result, self._concern = guide, result, concern
        self._weight = result.given.weights[concern]
        self._others = sum(result.given.weights.values()) - self._weight
        self._share = _shares(result, concern)
        self._total = {each.model: each.points for each in result.standings if not each.excluded_by}
        crossings = set(self._crossings())
        self._parts = lcm(*(steep for _, steep in crossings))
        self._turns = sorted({rise * (self._parts // steep) for rise, steep in crossings})

    def hold(self) -> Hold:
        now = self._weight * self._parts
        inward = [turn for turn in reversed(self._turns) if 0 < turn < now]
        outward = [turn for turn in self._turns if turn > now]
        low = self._edge(now, [*inward, 0]) or 0 if now else 0
        high = self._edge(now, [*outward, max(outward, default=now) + self._parts])
        return Hold(
            concern=self._concern,
            now=self._weight,
            low=Fraction(low, self._parts),
            high=None if high is None else Fraction(high, self._parts),
        )

    def _edge(self, now: int, turns: list[int]) -> int | None:
        """Return the weight, walking away along these, up to which the outcome stands; None if it always does."""
        last = now
        for turn in turns:
            if not self._stands(last + turn, 2 * self._parts):
                return last
            if not self._stands(turn, self._parts):
                return turn
            last = turn
        return None

    def _stands(self, part: int, whole: int) -> bool:
        # Everything times the weight's denominator and the number of concerns, so that all is whole.
        least, count = self._guide.decision.least_lead, len(self._result.given.weights)
        points = {
            model: count * (whole * total + (part - whole * self._weight) * self._share[model])
            for model, total in self._total.items()
        }
        lead = least * (whole * self._others + part)
        outcome, models = decide(self._guide, len(self._result.given.answered), points, lead)
        return (outcome, set(models)) == (self._result.outcome, set(self._result.models))

    def _crossings(self) -> Iterator[tuple[int, int]]:
        """Yield, as rise and steepness, the weights at which two models meet, or one leads by what is needed."""
        least, count = self._guide.decision.least_lead, len(self._result.given.weights)
        lead = least * (self._others + self._weight)
        for one, other in combinations(self._total, 2):
            distance = count * (self._total[other] - self._total[one])
            share = count * (self._share[one] - self._share[other])
            for side in (-1, 0, 1):
                if steep := share - side * least:
                    yield self._weight * steep + side * lead + distance, steep


def _shares(result: Recommendation, concern: str) -> dict[str, int]:
    """Return each model's points for a concern as the guide has them, before they are weighed."""
    return {
        standing.model: sum(rule.points[standing.model] for rule in standing.reasons if rule.concern == concern)
        for standing in result.standings
        if not standing.excluded_by
    }
