"""Choose the questions to put to providers of the models in question; what the answers make matter comes first."""

from typing import Any

from recommender.conditions import holds
from recommender.content import Ask
from recommender.engine import Recommendation
from recommender.model import Guide

MOST = 15
"""How many questions a sheet has: as many as a page of paper holds with room to write."""

MATTERING = 7
"""How many of them the answers may put first, so that what everybody should ask is never crowded out."""


def sheet(guide: Guide, result: Recommendation) -> list[dict[str, Any]]:
    """Return the questions, best first; `matters` says that the answers put it there."""
    asks = sorted(
        (ask for ask in guide.asks if set(ask.models) & set(result.models)), key=lambda ask: (ask.order, ask.id)
    )
    mattering = [ask for ask in asks if _conditional(ask) and holds(ask, result.given.answered)]
    first = mattering[:MATTERING]
    basic = [ask for ask in asks if not _conditional(ask)]
    rest = [ask for ask in asks if ask not in first and ask not in basic]
    return [
        {"id": ask.id, "question": ask.question, "theme": ask.theme, "matters": ask in mattering}
        for ask in [*first, *basic, *rest][:MOST]
    ]


def _conditional(ask: Ask) -> bool:
    return bool(ask.when or ask.within)
