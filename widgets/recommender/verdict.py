"""Say an outcome in the guide's words: headline, detail, the decisions it comes down to, and how sure it is."""

from math import ceil

from recommender.advice import Calibration
from recommender.model import Guide
from recommender.outcome import Outcome, rank
from recommender.phrases import abbreviations, join, total
from recommender.result import DecisionWords
from recommender.scoring import Recommendation, average, standing, terms


def words(guide: Guide, result: Recommendation) -> dict[str, str]:
    """Return the outcome's headline and the sentence below it."""
    return {"headline": headline(guide, result, outcome_of(result)), "detail": _detail(guide, result)}


def outcome_of(result: Recommendation) -> Outcome:
    """Return the outcome alone."""
    return Outcome(result.outcome, result.models, tuple(part.model for part in result.parts))


def headline(guide: Guide, result: Recommendation, outcome: Outcome) -> str:
    """Return an outcome of these answers, or of answers that change them little, in one or two sentences."""
    phrases = {model.id: model.phrase for model in guide.models}
    key = "all_excluded" if _nothing_left(guide, result) and outcome.kind == "not_enough" else outcome.kind
    text: str = getattr(guide.wording, key)
    said = text.format(
        models=join(phrases[model] for model in outcome.models),
        set_up=result.current.option.phrase if result.current else "",
    )
    beside = [phrases[part] for part in outcome.parts if part not in outcome.models]
    return guide.wording.with_part.format(part=join(beside), rest=said) if beside else said


def leading(guide: Guide, result: Recommendation, outcome: Outcome) -> str:
    """Return what an outcome of these answers, or of answers that change them little, leads to, inside a sentence."""
    phrases = {model.id: model.phrase for model in guide.models}
    text: str = getattr(guide.wording, f"leads_{outcome.kind}")
    said = text.format(
        models=join(phrases[model] for model in outcome.models),
        set_up=result.current.option.phrase if result.current else "",
    )
    beside = [phrases[part] for part in outcome.parts if part not in outcome.models]
    return guide.wording.leads_with_part.format(part=join(beside), rest=said) if beside else said


def _nothing_left(guide: Guide, result: Recommendation) -> bool:
    enough = len(result.given.answered) >= guide.decision.least_answers and result.lead > 0
    return enough and not _left(result)


def _detail(guide: Guide, result: Recommendation) -> str:
    values: dict[str, int | str] = {
        "points": next((each.points for each in result.standings if each.model in result.models), 0),
        "ahead": lead(result),
        "answered": len(result.given.answered),
        "needed": guide.decision.least_answers,
        "lead": ceil(result.lead),
    }
    return _pattern(guide, result, values).format(**values)


def _pattern(guide: Guide, result: Recommendation, values: dict[str, int | str]) -> str:
    """Return the sentence below the headline; for the set-up of today, put its own values in place."""
    wording = guide.wording
    if result.outcome == "keep":
        return _keeping(guide, result, values)
    if result.outcome == "winner" and len(_left(result)) < 2:
        return wording.only_one_left_detail
    if result.outcome == "not_enough" and len(result.given.answered) >= guide.decision.least_answers:
        return wording.all_excluded_detail if result.lead else wording.weightless_detail
    text: str = getattr(wording, f"{result.outcome}_detail")
    return text


def _keeping(guide: Guide, result: Recommendation, values: dict[str, int | str]) -> str:
    points, current = _left(result), result.models[0]
    best = min((model for model in points if model != current), key=lambda m: rank(points[m], m), default=current)
    if points[best] <= points[current]:
        return guide.wording.keep_best_detail
    wanted = terms(guide, result.given.weights, current)
    phrase = next(model.phrase for model in guide.models if model.id == best)
    values |= {"best": phrase, "ahead": points[best] - points[current], "needed": wanted.moves.get(best, wanted.lead)}
    return guide.wording.keep_detail


def lead(result: Recommendation) -> int:
    """Return by how many points the best of the rivals that are left leads the next; 0 if it is alone."""
    points = sorted(_left(result).values(), reverse=True)
    return points[0] - points[1] if len(points) > 1 else 0


def _left(result: Recommendation) -> dict[str, int]:
    """Return the points of the rivals that nothing rules out."""
    return {each.model: each.points for each in result.standings if not each.excluded_by}


def decisions(guide: Guide, result: Recommendation) -> list[DecisionWords]:
    """Return the two decisions: whether to share the role, and who does the work otherwise; none without an outcome."""
    left = _left(result)
    others = sorted((model for model in left if model != guide.sharing), key=lambda model: rank(left[model], model))
    if result.outcome == "not_enough" or guide.sharing not in standing(guide, "rival") or not others:
        return []
    best = [model for model in others if left[others[0]] - left[model] < result.lead]
    names = abbreviations(guide)
    listed = join(f"{names[model]} ({total(guide, [left[model]])})" for model in best)
    who = guide.wording.who_works_best.format(models=listed)
    answers = [(guide.wording.who_works, who)]
    if guide.sharing in left:
        yes, no = left[guide.sharing], left[others[0]]
        sharing = guide.wording.share_role_yes if yes > no else guide.wording.share_role_no
        answers.insert(0, (guide.wording.share_role, sharing.format(yes=yes, no=no)))
    return [{"question": question, "answer": answer} for question, answer in answers]


def confidence(guide: Guide, result: Recommendation) -> str:
    """Return how often the left-out cases agreed where the lead was like this one, if enough stand behind it."""
    counted = calibrated(guide, result)
    if counted is None:
        return ""
    pattern = guide.wording.confidence if counted.outcome == "winner" else guide.wording.confidence_two
    return pattern.format(cases=counted.cases, tenths=tenths(counted))


def tenths(counted: Calibration) -> int:
    """Return how many in 10 agreed."""
    return round(10 * counted.agreed / counted.cases)


def calibrated(guide: Guide, result: Recommendation) -> Calibration | None:
    """Return what was counted where the lead was like this one, if enough cases stand behind it.

    The lead counts as if every concern counted once.
    """
    kind = "winner" if result.outcome == "sellers_only" else result.outcome
    weight = average(result.given.weights)
    size = lead(result) // weight if weight else 0
    for each in guide.calibration if len(_left(result)) > 1 else ():
        inside = each.at_least <= size and (each.at_most is None or size <= each.at_most)
        if each.outcome == kind and inside and each.cases >= guide.decision.least_cases:
            return each
    return None
