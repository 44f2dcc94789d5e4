"""Choose what to do next: the first acts of the guide, in order, that fit what was given and what came of it."""

from recommender.advice import Act, Chapter, Had
from recommender.conditions import holds
from recommender.model import Guide
from recommender.phrases import everything
from recommender.result import Explained
from recommender.result_summary import ActWords
from recommender.scoring import Recommendation

MOST = 2
"""How many acts stand on a result's first screen."""

_HAD: tuple[Had, ...] = ("money", "places", "quotes", "deadline", "provider_questions")


def acts(guide: Guide, result: Recommendation, told: Explained) -> list[ActWords]:
    """Return what to do next; `told` is what the result has to show beside them."""
    has, chapters, filled = {name for name in _HAD if told[name]}, _chapters(told), everything(result.given)
    fitting = (each for each in sorted(guide.acts, key=lambda act: (act.order, act.id)) if _fits(each, result, has))
    leading = [each for each in fitting if each.entry not in filled and (each.part is None or each.part in chapters)]
    return [
        {"text": each.text, "page": each.page or "", "part": each.part or "", "entry": each.entry or ""}
        for each in leading[:MOST]
    ]


def _fits(act: Act, result: Recommendation, has: set[Had]) -> bool:
    named = {*result.models, *(part.model for part in result.parts)}
    return (
        (not act.outcomes or result.outcome in act.outcomes)
        and (not act.situations or result.given.situation in act.situations)
        and (not act.models or not named.isdisjoint(act.models))
        and has.issuperset(act.has)
        and has.isdisjoint(act.lacks)
        and holds(act, result.given.answered)
    )


def _chapters(told: Explained) -> set[Chapter]:
    """Return the parts in which this result has something."""
    chapters: dict[Chapter, bool] = {
        "money": bool(told["money"]),
        "places": bool(told["places"] or told["reached"]),
        "contract": bool(told["quotes"] or told["deadline"] or told["provider_questions"]),
        "questions": bool(told["provider_questions"]),
        "changes": True,
        "working": True,
    }
    return {name for name, filled in chapters.items() if filled}
