"""Choose the questions to put to providers of the models in question; what the answers make matter comes first."""

from typing import Any

from recommender.conditions import holds
from recommender.content import Ask
from recommender.engine import Recommendation
from recommender.model import Guide

MOST = 15
"""How many questions a sheet has: as many as a page of paper holds with room to write."""


def sheet(guide: Guide, result: Recommendation) -> list[dict[str, Any]]:
    """Return the questions, best first; `matters` says that the answers put it there."""
    asks = sorted(
        (ask for ask in guide.asks if set(ask.models) & set(result.models)),
        key=lambda ask: (_rank(ask, result), ask.order, ask.id),
    )
    return [
        {"id": ask.id, "question": ask.question, "theme": ask.theme, "matters": _rank(ask, result) == 0}
        for ask in asks[:MOST]
    ]


def _rank(ask: Ask, result: Recommendation) -> int:
    """Return 0 for what these answers make matter, 1 for what matters to all, 2 for what matters to others."""
    if not (ask.when or ask.within):
        return 1
    return 0 if holds(ask, result.given.answered) else 2
