"""Say how firmly an outcome holds: which of the weights that a concern can have would change it, each one tried."""

from dataclasses import dataclass

from recommender.model import Guide
from recommender.outcome import Outcome, decide
from recommender.scoring import Recommendation, add_up, terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Sensitivity:
    """A concern, the weight it has, and the other weights, of those that can be chosen, that change the outcome."""

    concern: str
    now: int
    changing: tuple[int, ...]


def sensitivity(guide: Guide, result: Recommendation) -> tuple[Sensitivity, ...]:
    """Return one for every concern that any reason serves; none without an outcome."""
    if result.outcome == "not_enough":
        return ()
    now = _outcome(guide, result, {})
    served = {rule.concern for standing in result.standings for rule in standing.reasons}
    return tuple(
        Sensitivity(
            concern=concern.id,
            now=result.given.weights[concern.id],
            changing=tuple(
                weight
                for weight in range(len(guide.wording.weights))
                if weight != result.given.weights[concern.id]
                and _outcome(guide, result, {concern.id: weight}).differs(now)
            ),
        )
        for concern in guide.concerns
        if concern.id in served
    )


def _outcome(guide: Guide, result: Recommendation, changed: dict[str, int]) -> Outcome:
    weights = {**result.given.weights, **changed}
    tally = add_up(guide, result.fired, weights, result.backing)
    current = result.current.model if result.current else None
    return decide(guide.decision, len(result.given.answered), tally, terms(guide, weights, current))
