"""Put a recommendation into words and citations: the value that pages, command line and browser all show."""

from collections.abc import Mapping
from math import ceil, floor
from typing import Any

from recommender.citing import Citations
from recommender.conditions import WEIGHT
from recommender.engine import Recommendation, Standing
from recommender.estimate import estimate, number
from recommender.firmness import Hold, firmness
from recommender.flips import Flip
from recommender.model import NOT_SURE, SCHEMA_VERSION, Answer, Guide, Model, Question, Rule
from recommender.sheet import sheet
from recommender.surroundings import surroundings
from recommender.whatif import Next, what_if


def explain(guide: Guide, result: Recommendation) -> dict[str, Any]:
    """Return the result as plain JSON values; every sentence and citation in it comes from the guide."""
    models = {model.id: model for model in guide.models}
    sources = Citations(guide)
    standings = [_standing(guide, standing, models, result, sources) for standing in result.standings]
    return {
        "schema_version": SCHEMA_VERSION,
        "guide": guide.title,
        "version": guide.version,
        "reviewed_on": guide.reviewed_on,
        "disclaimer": guide.disclaimer,
        "outcome": result.outcome,
        "models": list(result.models),
        **words(guide, result),
        "chosen": [{"model": model, "abbreviation": models[model].abbreviation} for model in result.models],
        "standings": standings,
        "sources": sources.described(),
        "answered": _answers(guide, result),
        "weights": _weights(guide, result),
        "unanswered": [question.label for question in guide.questions if question.id not in result.given.answered],
        "fragment": fragment(_everything(result)),
        **_what_if(guide, result, models),
        **surroundings(guide, result),
        "firmness": [_hold(guide, hold) for hold in firmness(guide, result)],
        **estimate(guide, result, sources),
        "sheet": sheet(guide, result),
        "ignored": sorted(result.given.ignored),
    }


def words(guide: Guide, result: Recommendation) -> dict[str, str]:
    """Return the outcome's headline and the sentence below it."""
    models = {model.id: model for model in guide.models}
    wording, key = guide.wording, result.outcome
    headline, detail = getattr(wording, key), getattr(wording, f"{key}_detail")
    if key == "not_enough" and len(result.given.answered) >= guide.decision.least_answers:
        if not result.lead:
            detail = wording.weightless_detail
        elif all(standing.excluded_by for standing in result.standings):
            headline, detail = wording.all_excluded, wording.all_excluded_detail
    values = {
        "models": _join([models[model].phrase for model in result.models]),
        "points": next((standing.points for standing in result.standings), 0),
        "answered": len(result.given.answered),
        "needed": guide.decision.least_answers,
        "lead": number(result.lead),
    }
    return {"headline": headline.format(**values), "detail": detail.format(**values)}


def _what_if(guide: Guide, result: Recommendation, models: dict[str, Model]) -> dict[str, Any]:
    found = what_if(guide, result)
    questions = {question.id: question for question in guide.questions}
    return {
        "flips": [_flip(guide, result, flip, models, questions) for flip in found.flips],
        "next": [_next(guide, found.next)] if found.next else [],
    }


def _next(guide: Guide, following: Next) -> dict[str, str]:
    question = next(each for each in guide.questions if each.id == following.question)
    why = guide.wording.next_question.format(changing=following.changing, answers=following.answers)
    return {
        "question": question.id,
        "text": question.text,
        "help": question.help,
        "why": why if following.changing else "",
    }


def _hold(guide: Guide, hold: Hold) -> dict[str, Any]:
    concern = next(each.label for each in guide.concerns if each.id == hold.concern)
    # Rounded towards the present weight, so that what is said stays true.
    low, high = _hundredths(ceil(hold.low * 100)), None if hold.high is None else _hundredths(floor(hold.high * 100))
    wording = guide.wording
    bounded = wording.holds_between if hold.high is not None else wording.holds_from
    free = wording.holds_up_to if hold.high is not None else wording.holds_always
    return {
        "concern": hold.concern,
        "words": (bounded if hold.low else free).format(concern=concern, now=hold.now, low=low, high=high),
    }


def _hundredths(hundredths: int) -> str:
    return f"{hundredths // 100}.{hundredths % 100:02}".rstrip("0").rstrip(".")


def _flip(
    guide: Guide, result: Recommendation, flip: Flip, models: dict[str, Model], questions: dict[str, Question]
) -> dict[str, Any]:
    changes = [
        {"label": questions[name].label, "answer": answer_words(guide, questions[name], answer)}
        for name, answer in flip.changes.items()
    ]
    phrases = _join([models[model].phrase for model in flip.models])
    return {
        "changes": changes,
        "headline": getattr(guide.wording, flip.outcome).format(models=phrases),
        "fragment": fragment({**_everything(result), **flip.changes}),
    }


def _everything(result: Recommendation) -> dict[str, Answer]:
    """Return all that was given and counts, in the form in which it was given."""
    given = result.given
    weights = {f"{WEIGHT}{concern}": weight for concern, weight in given.weights.items() if weight != 1}
    amounts = {name: number(amount) for name, amount in given.amounts.items()}
    return {**dict.fromkeys(given.unsure, NOT_SURE), **given.answered, **weights, **amounts}


def fragment(answers: Mapping[str, Answer]) -> str:
    """Return answers as an address holds them; ids need no escaping, and a list repeats its question."""
    return "&".join(
        f"{name}={each}"
        for name, answer in answers.items()
        for each in (answer if isinstance(answer, tuple) else (answer,))
    )


def _join(phrases: list[str]) -> str:
    *most, last = phrases or [""]
    return f"{', '.join(most)} and {last}" if most else last


def _standing(
    guide: Guide, standing: Standing, models: dict[str, Model], result: Recommendation, sources: Citations
) -> dict[str, Any]:
    model, weights = models[standing.model], result.given.weights
    return {
        "model": model.id,
        "abbreviation": model.abbreviation,
        "name": model.name,
        "points": standing.points,
        "most": max(each.points for each in result.standings),
        "total": total(guide, [weights[rule.concern] * rule.points[model.id] for rule in standing.reasons]),
        "chosen": model.id in result.models,
        "excluded_by": [_reason(rule, sources) for rule in standing.excluded_by],
        "reasons": [
            _reason(rule, sources) | _points(guide, rule.points[model.id], weights[rule.concern])
            for rule in standing.reasons
        ],
        "against": _against(guide, standing, result, models, sources) if model.id in result.models else [],
    }


def _against(
    guide: Guide, standing: Standing, result: Recommendation, models: dict[str, Model], sources: Citations
) -> list[dict[str, Any]]:
    """Return the reasons that speak for other models that are left, and not for this one."""
    rivals = [each for each in result.standings if not each.excluded_by and each.model != standing.model]
    rules = {rule.id: rule for rival in rivals for rule in rival.reasons if standing.model not in rule.points}
    return [
        _reason(rule, sources)
        | {"speaks_for": _join([models[each.model].abbreviation for each in rivals if each.model in rule.points])}
        for rule in rules.values()
        if result.given.weights[rule.concern]
    ]


def total(guide: Guide, points: list[int]) -> str:
    """Return the points in words, with the sum to add up by hand where there is something to add."""
    added = f"{' + '.join(map(str, points))} = {sum(points)}" if len(points) > 1 else str(sum(points))
    words = guide.wording.one_point if sum(points) == 1 else guide.wording.many_points
    return words.format(points=added)


def _points(guide: Guide, points: int, weight: int) -> dict[str, Any]:
    weighed = guide.wording.weighed.format(weight=weight, points=points) if weight != 1 else ""
    return {"points": weight * points, "weighed": weighed}


def _reason(rule: Rule, sources: Citations) -> dict[str, Any]:
    return {"rule": rule.id, "because": rule.because, "citations": sources.describe(rule.cites)}


def _answers(guide: Guide, result: Recommendation) -> list[dict[str, str]]:
    questions = {question.id: question for question in guide.questions}
    return [
        {"question": name, "label": questions[name].label, "answer": answer_words(guide, questions[name], answer)}
        for name, answer in result.given.answered.items()
    ]


def _weights(guide: Guide, result: Recommendation) -> list[dict[str, Any]]:
    """Return the concerns that count otherwise than in the guide."""
    return [
        {"concern": concern.id, "label": concern.label, "words": guide.wording.weights[weight]}
        for concern in guide.concerns
        if (weight := result.given.weights[concern.id]) != 1
    ]


def answer_words(guide: Guide, question: Question, answer: Answer) -> str:
    """Return an answer as a person would say it."""
    if answer == NOT_SURE:
        return guide.wording.not_sure
    if isinstance(answer, int):
        return f"{answer:,}"
    if isinstance(answer, tuple):
        return ", ".join(place.name for place in guide.jurisdictions if place.id in answer)
    return next(option.label for option in question.options if option.id == answer)
