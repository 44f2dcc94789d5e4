"""Choose the questions to put to providers of the models in question; what the answers make matter comes first."""

from collections.abc import Sequence

from recommender.conditions import holds
from recommender.model import Guide
from recommender.prose import ProviderQuestion
from recommender.result_facts import Question
from recommender.result_quotes import QuoteWords
from recommender.scoring import Recommendation

MOST = 12
"""How many questions a list has: as many as two pages of paper hold with room to write."""

MATTERING = 6
"""How many of them the answers may put first, so that what everybody should ask is never crowded out."""

OF_A_THEME = 4
"""How many of one theme come first because of the answers, before others have their turn."""


def provider_questions(guide: Guide, result: Recommendation, quotes: Sequence[QuoteWords] = ()) -> list[Question]:
    """Return the questions, those first that quotes leave open or the answers make matter, which `matters` says."""
    asks, left_open = _fitting(guide, result), {each["id"] for quote in quotes for each in quote["to_send"]}
    missing = [ask for ask in asks if ask.id in left_open]
    holding = [ask for ask in asks if _conditional(ask) and ask not in missing and holds(ask, result.given.answered)]
    mattering = [*missing, *holding]
    first = [*missing, *_in_turn(holding, OF_A_THEME)][:MATTERING]
    basic = _in_turn([ask for ask in asks if not _conditional(ask) and ask not in first], 1)
    basic = basic[: MOST - len(first)]
    rest = [ask for ask in asks if _conditional(ask) and ask not in first][: MOST - len(first) - len(basic)]
    return [
        {"id": ask.id, "question": ask.question, "good": ask.good, "theme": ask.theme, "matters": ask in mattering}
        for chosen in (first, basic, rest)
        for ask in sorted(chosen, key=_order)
    ]


def about(result: Recommendation) -> set[str]:
    """Return the models that a result is about: those named, those for a part, and the qualities to insist on."""
    models = {*result.models, *(part.model for part in result.parts)}
    return models | {quality.model for quality in result.qualities if quality.insist and quality.of in models}


def _fitting(guide: Guide, result: Recommendation) -> list[ProviderQuestion]:
    """Return what fits the models in question, and what only those ask who have what there is today, in order."""
    models, today = about(result), {result.current.model} if result.current else set()
    fitting = (
        ask
        for ask in guide.provider_questions
        if models.intersection(ask.models) or (guide.today in ask.when and today.intersection(ask.models))
    )
    return sorted(fitting, key=_order)


def _in_turn(asks: list[ProviderQuestion], at_once: int) -> list[ProviderQuestion]:
    """Return questions so that after some of its theme, one waits until all other themes have had as many."""
    before = [sum(other.theme == ask.theme for other in asks[:n]) // at_once for n, ask in enumerate(asks)]
    return [asks[n] for n in sorted(range(len(asks)), key=before.__getitem__)]


def _order(ask: ProviderQuestion) -> tuple[int, str]:
    return ask.order, ask.id


def _conditional(ask: ProviderQuestion) -> bool:
    return bool(ask.when or ask.within)
