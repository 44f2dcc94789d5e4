"""Put a recommendation into words and citations: the value that pages, command line and browser all show."""

from collections.abc import Mapping
from math import ceil, floor
from typing import Any

from recommender.engine import Recommendation, Standing
from recommender.firmness import Hold, firmness
from recommender.model import NOT_SURE, SCHEMA_VERSION, Answer, Guide, Model, Question, Rule, Source
from recommender.surroundings import surroundings
from recommender.whatif import Flip, Next, what_if


def explain(guide: Guide, result: Recommendation) -> dict[str, Any]:
    """Return the result as plain JSON values; every sentence and citation in it comes from the guide."""
    models = {model.id: model for model in guide.models}
    sources = _Citations(guide)
    return {
        "schema_version": SCHEMA_VERSION,
        "outcome": result.outcome,
        "models": list(result.models),
        **words(guide, result),
        "standings": [_standing(standing, models, result, sources) for standing in result.standings],
        "answered": _answers(guide, result),
        "unanswered": [question.label for question in guide.questions if question.id not in result.answered],
        **_what_if(guide, result, models),
        **surroundings(guide, result),
        "firmness": [_hold(guide, hold) for hold in firmness(guide, result)],
        "ignored": sorted(result.ignored),
    }


def words(guide: Guide, result: Recommendation) -> dict[str, str]:
    """Return the outcome's headline and the sentence below it."""
    models = {model.id: model for model in guide.models}
    key = result.outcome
    excluded = all(standing.excluded_by for standing in result.standings)
    if key == "not_enough" and excluded and len(result.answered) >= guide.decision.least_answers:
        headline, detail = guide.wording.all_excluded, guide.wording.all_excluded_detail
    else:
        headline, detail = getattr(guide.wording, key), getattr(guide.wording, f"{key}_detail")
    values = {
        "models": _join([models[model].phrase for model in result.models]),
        "points": next((standing.points for standing in result.standings), 0),
        "answered": len(result.answered),
        "needed": guide.decision.least_answers,
        "lead": guide.decision.least_lead,
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
    # Rounded towards 1, so that what is said stays true.
    low, high = _hundredths(ceil(hold.low * 100)), None if hold.high is None else _hundredths(floor(hold.high * 100))
    wording = guide.wording
    bounded = wording.holds_between if hold.high is not None else wording.holds_from
    free = wording.holds_up_to if hold.high is not None else wording.holds_always
    return {
        "concern": hold.concern,
        "words": (bounded if hold.low else free).format(concern=concern, low=low, high=high),
    }


def _hundredths(number: int) -> str:
    return f"{number // 100}.{number % 100:02}".rstrip("0").rstrip(".")


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
        "fragment": fragment({**dict.fromkeys(result.unsure, NOT_SURE), **result.answered, **flip.changes}),
    }


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
    standing: Standing, models: dict[str, Model], result: Recommendation, sources: "_Citations"
) -> dict[str, Any]:
    model = models[standing.model]
    return {
        "model": model.id,
        "abbreviation": model.abbreviation,
        "name": model.name,
        "points": standing.points,
        "sum": " + ".join(str(rule.points[model.id]) for rule in standing.reasons),
        "chosen": model.id in result.models,
        "excluded_by": [_reason(rule, None, sources) for rule in standing.excluded_by],
        "reasons": [_reason(rule, rule.points[model.id], sources) for rule in standing.reasons],
    }


def _reason(rule: Rule, points: int | None, sources: "_Citations") -> dict[str, Any]:
    return {
        "rule": rule.id,
        "points": points,
        "because": rule.because,
        "citations": sources.describe(rule.cites),
    }


def _answers(guide: Guide, result: Recommendation) -> list[dict[str, str]]:
    questions = {question.id: question for question in guide.questions}
    return [
        {"question": name, "label": questions[name].label, "answer": answer_words(guide, questions[name], answer)}
        for name, answer in result.answered.items()
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


class _Citations:
    """Looks citations up among the statements of the guide, gathered by publication."""

    def __init__(self, guide: Guide) -> None:
        self._known = {f"{s.id}#{statement.id}": (s, statement) for s in guide.sources for statement in s.statements}

    def describe(self, cites: tuple[str, ...]) -> list[dict[str, Any]]:
        found: dict[str, dict[str, Any]] = {}
        for cite in cites:
            source, statement = self._known[cite]
            entry = found.setdefault(source.id, _publication(source))
            entry["statements"].append({"id": f"{source.id}--{statement.id}", "where": statement.where})
        return list(found.values())


def _publication(source: Source) -> dict[str, Any]:
    return {
        "source": source.id,
        "label": source.label,
        "title": source.title,
        "publisher": source.publisher,
        "bias": source.bias,
        "confidence": source.confidence,
        "url": source.url,
        "statements": [],
    }
