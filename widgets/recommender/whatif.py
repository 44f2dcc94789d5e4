"""Ask what would change: which open question to ask next, whether any could matter, and which few answers flip it."""

from collections.abc import Iterator
from dataclasses import dataclass

from recommender.conditions import is_needless
from recommender.flips import Flip, smallest_flips
from recommender.ledger import Ledger, alternatives
from recommender.likelihood import Chances
from recommender.model import Guide
from recommender.questions import Question
from recommender.scoring import Recommendation


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """What would change a recommendation.

    `next` is the open question to ask. `final` says that there is an outcome, and that no answer to any single open
    question would change it; `doubts` are questions answered "not sure" of which one answer or another would.
    """

    flips: tuple[Flip, ...]
    next: str | None
    final: bool
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Prospect:
    """What an open question is likely to do: `informative` if any answer would change the outcome.

    `worth` is the lead that is to be expected after it, and half of how far apart it can move the rivals: a question
    that may end the matter, or may turn it, is better asked early than late.
    """

    question: str
    informative: bool
    worth: float


def what_if(guide: Guide, result: Recommendation) -> WhatIf:
    """Return up to three smallest flips, and what there still is to ask."""
    ledger = Ledger(guide, result)
    prospects = list(_prospects(guide, ledger.leaning()))
    informative = [each.question for each in prospects if each.informative and each.question not in result.given.unsure]
    final = result.outcome != "not_enough" and not informative
    return WhatIf(
        flips=tuple(smallest_flips(guide, ledger)),
        next=None if final else _next(guide, result, prospects),
        final=final,
        doubts=tuple(each.question for each in prospects if each.informative and each.question in result.given.unsure),
    )


def _prospects(guide: Guide, ledger: Ledger) -> Iterator[_Prospect]:
    """Yield what every question without a sure answer is likely to do, in the order of the guide."""
    chances = Chances(guide, ledger.answered)
    for question in sorted(guide.questions, key=lambda each: (each.order, each.id)):
        if question.id in ledger.answered or is_needless(question, ledger.answered):
            continue
        answers = alternatives(guide, question)
        looks = [ledger.look({question.id: answer}) for answer in answers]
        likely = chances.of(question, answers)
        yield _Prospect(
            question=question.id,
            informative=any(look.outcome.differs(ledger.now) for look in looks),
            worth=sum(share * look.lead for share, look in zip(likely, looks, strict=True))
            + max(look.apart for look in looks) / 2,
        )


def _next(guide: Guide, result: Recommendation, prospects: list[_Prospect]) -> str | None:
    """Return the question about what there is today first of all, then the one most likely to settle the outcome.

    One that cannot change it comes after all that can.
    """
    open_ = [each for each in prospects if each.question not in result.given.unsure]
    first = next((each.question for each in open_ if each.question == guide.today), None)
    if first or not open_:
        return first
    return max(open_, key=lambda each: (each.informative, each.worth)).question


def is_open(question: Question, result: Recommendation) -> bool:
    """Say whether a question has no answer yet and still has something to tell."""
    given = result.given
    return not (question.id in given.answered or question.id in given.unsure or is_needless(question, given.answered))
