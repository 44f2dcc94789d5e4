"""Score every verdict by points in which its publisher had no part: cross-validation over whole publishers."""

from collections.abc import Callable, Iterator, Sequence

from generator.evaluation.agreement import Scored, score
from generator.evaluation.fit import fitted
from generator.evaluation.verdicts import PublishedVerdict
from recommender.advice import Calibration
from recommender.model import Guide

BOUNDS = {"close_call": (0,), "winner": (2, 4, 6)}
"""Leads, in points, from which a word of confidence is another, by outcome."""


def left_out(guide: Guide, verdicts: Sequence[PublishedVerdict], step: Callable[[int, int], None]) -> list[Scored]:
    """Return every verdict scored so; `step` hears how many of how many publishers are done."""
    publishers = sorted({each.publisher for each in verdicts})
    scored: dict[str, Scored] = {}
    for number, publisher in enumerate(publishers, start=1):
        others = [each for each in verdicts if each.publisher != publisher]
        own = [each for each in verdicts if each.publisher == publisher]
        scored |= {each.verdict.id: each for each in score(fitted(guide, others), own)}
        step(number, len(publishers))
    return [scored[each.id] for each in verdicts]


def calibrate(scored: Sequence[Scored]) -> Iterator[Calibration]:
    """Yield how often what was said agreed, by outcome and lead; in a close call, one of the first two."""
    for outcome, bounds in BOUNDS.items():
        for place, low in enumerate(bounds):
            high = bounds[place + 1] - 1 if place + 1 < len(bounds) else None
            inside = [
                each
                for each in scored
                if _is(each, outcome) and low <= each.lead and (high is None or each.lead <= high)
            ]
            yield Calibration(
                id=f"{outcome.replace('_', '-')}-from-{low}",
                outcome=outcome,  # type: ignore[arg-type]
                at_least=low,
                at_most=high,
                cases=len(inside),
                agreed=sum(each.top1 if outcome == "winner" else _either(each) for each in inside),
            )


def _is(scored: Scored, outcome: str) -> bool:
    said = scored.result.outcome
    rivals = [each for each in scored.result.standings if not each.excluded_by]
    return (
        len(rivals) > 1
        and not scored.result.parts
        and (said == outcome or (outcome == "winner" and said == "sellers_only"))
    )


def _either(scored: Scored) -> bool:
    return bool(set(scored.verdict.models) & set(scored.ranked[:2]))
