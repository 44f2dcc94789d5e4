"""Put a recommendation into words and citations: the value that pages, command line and browser all show."""

from typing import Any

from recommender.engine import Recommendation, Standing
from recommender.model import SCHEMA_VERSION, Guide, Model, Rule, Source


def explain(guide: Guide, result: Recommendation) -> dict[str, Any]:
    """Return the result as plain JSON values; every sentence and citation in it comes from the guide."""
    models = {model.id: model for model in guide.models}
    sources = _Citations(guide)
    return {
        "schema_version": SCHEMA_VERSION,
        "outcome": result.outcome,
        "models": list(result.models),
        **_words(guide, result, models),
        "standings": [_standing(standing, models, result, sources) for standing in result.standings],
        "answered": _answers(guide, result),
        "unanswered": [question.label for question in guide.questions if question.id not in result.answered],
        "ignored": sorted(result.ignored),
    }


def _words(guide: Guide, result: Recommendation, models: dict[str, Model]) -> dict[str, str]:
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
    labels = {(question.id, option.id): option.label for question in guide.questions for option in question.options}
    names = {question.id: question.label for question in guide.questions}
    return [
        {"question": question, "label": names[question], "answer": labels[question, option]}
        for question, option in result.answered.items()
    ]


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
