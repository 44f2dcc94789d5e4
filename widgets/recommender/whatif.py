"""Ask what would change: which open question matters most, and which few changed answers flip the outcome."""

from dataclasses import dataclass

from recommender.engine import Recommendation
from recommender.flips import Flip, smallest_flips
from recommender.ledger import Ledger, alternatives
from recommender.model import Guide


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """The open question that can change most: of its `answers`, so many would change the outcome."""

    question: str
    changing: int
    answers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """What would change a recommendation."""

    flips: tuple[Flip, ...]
    next: Next | None


def what_if(guide: Guide, result: Recommendation) -> WhatIf:
    """Return up to three smallest flips, and the open question that matters most."""
    ledger = Ledger(guide, result)
    return WhatIf(flips=tuple(smallest_flips(guide, result, ledger)), next=_next(guide, result, ledger))


def _next(guide: Guide, result: Recommendation, ledger: Ledger) -> Next | None:
    best: tuple[tuple[float, int, int], Next] | None = None
    for place, question in enumerate(guide.questions):
        answers = alternatives(guide, question)
        if not answers or question.id in result.given.answered or question.id in result.given.unsure:
            continue
        outcomes = [ledger.after({question.id: answer}) for answer in answers]
        changing = sum(ledger.differs(outcome, models) for outcome, models, _ in outcomes)
        rank = (changing / len(answers), max(moved for _, _, moved in outcomes), -place)
        if best is None or rank > best[0]:
            best = (rank, Next(question=question.id, changing=changing, answers=len(answers)))
    return best[1] if best else None
