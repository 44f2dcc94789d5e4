"""Choose the questions to put to providers of the models in question; what the answers make matter comes first."""

from recommender.conditions import holds
from recommender.model import Guide
from recommender.prose import ProviderQuestion
from recommender.result_facts import Question
from recommender.scoring import Recommendation

MOST = 15
"""How many questions a list has: as many as a page of paper holds with room to write."""

MATTERING = 7
"""How many of them the answers may put first, so that what everybody should ask is never crowded out."""


def provider_questions(guide: Guide, result: Recommendation) -> list[Question]:
    """Return the questions, best first; `matters` says that the answers put it there."""
    models = about(result)
    asks = sorted(
        (ask for ask in guide.provider_questions if models.intersection(ask.models)),
        key=lambda ask: (ask.order, ask.id),
    )
    mattering = [ask for ask in asks if _conditional(ask) and holds(ask, result.given.answered)]
    first = mattering[:MATTERING]
    basic = [ask for ask in asks if not _conditional(ask)]
    rest = [ask for ask in asks if ask not in first and ask not in basic]
    return [
        {"id": ask.id, "question": ask.question, "theme": ask.theme, "matters": ask in mattering}
        for ask in [*first, *basic, *rest][:MOST]
    ]


def about(result: Recommendation) -> set[str]:
    """Return the models that a result is about: those named, those for a part, and the qualities to insist on."""
    models = {*result.models, *(part.model for part in result.parts)}
    return models | {quality.model for quality in result.qualities if quality.insist and quality.of in models}


def _conditional(ask: ProviderQuestion) -> bool:
    return bool(ask.when or ask.within)
