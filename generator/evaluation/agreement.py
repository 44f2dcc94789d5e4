"""Hold the recommender against published verdicts: how often it agrees, with whom, and where it does not."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from generator.evaluation.verdicts import TIE, PublishedVerdict
from recommender.model import Guide
from recommender.scoring import Recommendation, recommend
from recommender.verdict import lead


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A verdict with what the recommender says of the same case; `top1` and `top2` say whether they agree.

    `lead` is the distance, in points, between the first two rivals.
    """

    verdict: PublishedVerdict
    result: Recommendation
    ranked: tuple[str, ...]
    top1: bool
    top2: bool
    lead: int


def score(guide: Guide, verdicts: Iterable[PublishedVerdict]) -> list[Scored]:
    """Return every verdict scored. A published case says little, so here one known answer is enough to rank models."""
    eager = replace(guide, decision=replace(guide.decision, least_answers=1))
    return [_score(eager, verdict) for verdict in verdicts]


def tally(guide: Guide, scored: list[Scored]) -> dict[str, Any]:
    """Return the figures as plain values; rates are shares from 0 to 1, rounded to four places."""
    return {
        **rates(scored),
        "named": rates([each for each in scored if each.verdict.named]),
        "by_verdict": _grouped(scored, lambda each: each.verdict.verdict),
        "by_bias": _grouped(scored, lambda each: each.verdict.bias),
        "shares": shares(scored),
        "misses": [_miss(guide, each) for each in scored if not each.top1],
    }


def rates(scored: list[Scored]) -> dict[str, Any]:
    """Return how many there are, and what shares agree at first and among the first two."""
    count = len(scored)
    found = {top: round(sum(getattr(each, top) for each in scored) / count, 4) if count else None for top in _TOPS}
    return {"n": count, **found}


def shares(scored: list[Scored]) -> dict[str, dict[str, float]]:
    """Return, for each model, in what share of cases it was said, and in what share published; ties count in halves."""
    models = sorted({each.ranked[0] for each in scored} | {model for each in scored for model in each.verdict.models})
    return {
        model: {
            "said": round(sum(each.ranked[0] == model for each in scored) / len(scored), 4),
            "published": round(sum(_published(each.verdict, model) for each in scored) / len(scored), 4),
        }
        for model in models
    }


def _published(verdict: PublishedVerdict, model: str) -> float:
    return verdict.models.count(model) / len(verdict.models)


def _score(guide: Guide, verdict: PublishedVerdict) -> Scored:
    result = recommend(guide, verdict.answers)
    families = {model.id: model.counts_as or model.id for model in guide.models}
    ranked, advised = ranking(result), {families[model] for model in verdict.models}
    tie = verdict.verdict == TIE
    return Scored(
        verdict=verdict,
        result=result,
        ranked=ranked,
        top1=(result.outcome in ("close_call", "open") and advised <= set(result.models))
        if tie
        else ranked[0] in advised,
        top2=advised <= set(ranked[:2]),
        lead=lead(result),
    )


def ranking(result: Recommendation) -> tuple[str, ...]:
    """Return all models that were said, first what the outcome names, then the other rivals by points.

    A model for a part of the people comes first where the case speaks of those people only, so that nothing was decided
    for the others; else it comes second.
    """
    left = [each.model for each in result.standings if not each.excluded_by]
    out = [each.model for each in result.standings if each.excluded_by]
    order = list(dict.fromkeys([*result.models, *left, *out]))
    parts = [part.model for part in result.parts if part.model not in result.models]
    decided = result.outcome in ("winner", "keep", "sellers_only")
    return (*order[:1], *parts, *order[1:]) if decided else (*parts, *order)


_TOPS = ("top1", "top2")


def _grouped(scored: list[Scored], key: Callable[[Scored], str]) -> dict[str, dict[str, Any]]:
    return {name: rates([each for each in scored if key(each) == name]) for name in sorted(set(map(key, scored)))}


def _miss(guide: Guide, scored: Scored) -> dict[str, Any]:
    names = {model.id: model.abbreviation for model in guide.models}
    return {
        "id": scored.verdict.id,
        "verdict": scored.verdict.verdict,
        "models": list(scored.verdict.models),
        "said": scored.ranked[0],
        "points": {names[standing.model]: standing.points for standing in scored.result.standings},
        "reasons": [rule.because for standing in scored.result.standings[:1] for rule in standing.reasons],
    }
