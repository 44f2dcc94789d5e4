"""Hold the recommender against published verdicts: how often it agrees, with whom, and where it does not."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from generator.verdicts import TIE, PublishedVerdict
from recommender.engine import Recommendation, recommend
from recommender.model import Decision, Guide


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A verdict with what the recommender says of the same case; `top1` and `top2` say whether they agree."""

    verdict: PublishedVerdict
    result: Recommendation
    ranked: tuple[str, ...]
    top1: bool
    top2: bool


def score(guide: Guide, verdicts: Iterable[PublishedVerdict]) -> list[Scored]:
    """Return every verdict scored. A published case says little, so here one known answer is enough to rank models."""
    eager = replace(guide, decision=Decision(least_answers=1, least_lead=guide.decision.least_lead))
    return [_score(eager, verdict) for verdict in verdicts]


def tally(guide: Guide, scored: list[Scored]) -> dict[str, Any]:
    """Return the figures as plain values; rates are shares from 0 to 1, rounded to four places."""
    return {
        **_rates(scored),
        "named": _rates([each for each in scored if each.verdict.named]),
        "by_verdict": _grouped(scored, lambda each: each.verdict.verdict),
        "by_bias": _grouped(scored, lambda each: each.verdict.bias),
        "misses": [_miss(guide, each) for each in scored if not each.top1],
    }


def _score(guide: Guide, verdict: PublishedVerdict) -> Scored:
    result = recommend(guide, verdict.answers)
    families = {model.id: model.counts_as or model.id for model in guide.models}
    ranked = tuple(dict.fromkeys(families[standing.model] for standing in result.standings))
    close = {families[model] for model in result.models}
    advised = {families[model] for model in verdict.models}
    tie = verdict.verdict == TIE
    return Scored(
        verdict=verdict,
        result=result,
        ranked=ranked,
        top1=(result.outcome == "close_call" and advised <= close) if tie else ranked[0] in advised,
        top2=advised <= set(ranked[:2]),
    )


def _rates(scored: list[Scored]) -> dict[str, Any]:
    count = len(scored)
    rates = {top: round(sum(getattr(each, top) for each in scored) / count, 4) if count else None for top in _TOPS}
    return {"n": count, **rates}


_TOPS = ("top1", "top2")


def _grouped(scored: list[Scored], key: Callable[[Scored], str]) -> dict[str, dict[str, Any]]:
    return {name: _rates([each for each in scored if key(each) == name]) for name in sorted(set(map(key, scored)))}


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
