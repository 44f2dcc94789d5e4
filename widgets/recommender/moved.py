"""Find the reasons by which two results differ, and say in a sentence what leads now and because of which of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from recommender.advice import Rule
from recommender.model import Guide
from recommender.phrases import abbreviations, join
from recommender.result_contrast import MovedReason
from recommender.scoring import Recommendation, Standing
from recommender.verdict import leading, outcome_of

MOST = 2
"""How many reasons a sentence names."""

MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """By how many weighed points a rule counts more or less for a model; 0 where it rules it out, or no longer does."""

    rule: Rule
    model: str
    points: int
    out: bool = False
    back: bool = False


def moved(before: Recommendation, after: Recommendation, model: str) -> list[Moved]:
    """Return the reasons that came, went or count otherwise for a rival: what rules it out, then by their points."""
    old, new = (_standing(result, model) for result in (before, after))
    was, now = _worth(before, old), _worth(after, new)
    rules = {rule.id: rule for rule in (*old.reasons, *new.reasons)}
    differing = {name: now.get(name, 0) - was.get(name, 0) for name in rules}
    found = [Moved(rule=rules[name], model=model, points=points) for name, points in differing.items() if points]
    return [*_ruling(old, new, model), *sorted(found, key=lambda each: (-abs(each.points), each.rule.id))]


def moved_words(each: Moved) -> MovedReason:
    """Return a reason that differs as a value to be shown."""
    points = f"{'+' if each.points > 0 else MINUS}{abs(each.points)}" if each.points else ""
    return {"text": each.rule.short, "points": points, "out": each.out, "back": each.back}


def why(guide: Guide, before: Recommendation, after: Recommendation) -> str:
    """Return what the answer is now, and the weightiest reasons for that; or that it is the same, and why."""
    wording = guide.wording
    found = [each for standing in after.standings for each in moved(before, after, standing.model)]
    if not outcome_of(after).differs(outcome_of(before)):
        return wording.why_same if found else wording.why_unmoved
    told = sorted(_telling(before, after, found), key=lambda each: (bool(each.points), -abs(each.points)))
    outcome = leading(guide, after, outcome_of(after))
    if not told:
        return wording.why_otherwise.format(outcome=outcome)
    return wording.why_now.format(outcome=outcome, reasons=join(_told(guide, each) for each in told[:MOST]))


def _telling(before: Recommendation, after: Recommendation, found: list[Moved]) -> Iterator[Moved]:
    """Yield what speaks more for what is named now than before, and what speaks less for what was named before."""
    old, new = set(before.models), set(after.models)
    risen = new - old if len(new) > len(old) else new
    fallen = old - new if len(new) < len(old) else old
    for each in found:
        up = each.points > 0 or each.back
        if each.model in (risen if up else fallen):
            yield each


def _told(guide: Guide, each: Moved) -> str:
    wording = guide.wording
    pattern = wording.why_came if each.points > 0 else wording.why_went
    if not each.points:
        pattern = wording.why_out if each.out else wording.why_back
    return pattern.format(reason=each.rule.short, model=abbreviations(guide)[each.model])


def _standing(result: Recommendation, model: str) -> Standing:
    return next(each for each in result.standings if each.model == model)


def _worth(result: Recommendation, standing: Standing) -> dict[str, int]:
    weights = result.given.weights
    return {rule.id: weights[rule.concern] * rule.points[standing.model] for rule in standing.reasons}


def _ruling(old: Standing, new: Standing, model: str) -> Iterator[Moved]:
    for rule in new.excluded_by:
        if rule not in old.excluded_by:
            yield Moved(rule=rule, model=model, points=0, out=True)
    for rule in old.excluded_by:
        if rule not in new.excluded_by:
            yield Moved(rule=rule, model=model, points=0, back=True)
