"""Count how common answers are among described cases, and which ones come together."""

from collections.abc import Iterator, Sequence

from generator.evaluation.verdicts import PublishedVerdict
from recommender.advice import Likelihood
from recommender.conditions import inside
from recommender.ledger import alternatives
from recommender.model import Guide
from recommender.questions import Answer, Question

UNSEEN = 4
"""As many cases more are taken to answer each question, evenly: what is not told in print is not unheard of."""

DOUBT = 2
"""As many pairs more are taken to come together as often as chance would have it."""


NOTHING = 5
"""So many percent more or less are taken for none."""


def likelihoods(guide: Guide, verdicts: Sequence[PublishedVerdict]) -> Iterator[Likelihood]:
    """Yield one for every answer that the rules tell apart, in the order of the questions."""
    kinds = {question.id: _kinds(guide, question) for question in guide.questions}
    usual = {question.id: option.id for question in guide.questions for option in question.options if option.usual}
    cases = [usual | {name: _kind(kinds[name], answer) for name, answer in each.answers.items()} for each in verdicts]
    for question in guide.questions:
        for answer in kinds[question.id]:
            yield Likelihood(
                id=_id(question.id, answer),
                question=question.id,
                answer=answer,
                share=_share(cases, question.id, answer, len(kinds[question.id])),
                beside=_beside(kinds, cases, question.id, answer),
            )


def _kinds(guide: Guide, question: Question) -> list[str]:
    """Return the answers; of numbers and places, the smallest of every range within which no rule tells them apart."""
    if question.kind == "choice":
        return [option.id for option in question.options]
    rules = [rule for rule in guide.rules if question.id in rule.within]
    found: dict[tuple[bool, ...], int] = {}
    for number in sorted(map(_number, alternatives(guide, question))):
        met = tuple(inside(number, rule.within[question.id]) for rule in rules)
        found.setdefault(met, number)
    return [str(number) for number in sorted(found.values())]


def _number(answer: Answer) -> int:
    return answer if isinstance(answer, int) else len(answer)


def _kind(kinds: Sequence[str], answer: Answer) -> str:
    if isinstance(answer, str):
        return answer
    return max((kind for kind in kinds if int(kind) <= _number(answer)), key=int)


def _id(question: str, answer: str) -> str:
    return f"{question}-{answer}".replace("_", "-")


def _share(cases: Sequence[dict[str, str]], question: str, answer: str, kinds: int) -> int:
    """Return the share of an answer among those given to its question, in parts of 1,000."""
    given = [case[question] for case in cases if question in case]
    return round(1000 * (given.count(answer) + UNSEEN / kinds) / (len(given) + UNSEEN))


def _beside(kinds: dict[str, list[str]], cases: Sequence[dict[str, str]], question: str, answer: str) -> dict[str, int]:
    """Return, for every answer to another question, how much more likely it makes this one, in percent."""
    found = {}
    for other, told in ((other, told) for other, answers in kinds.items() if other != question for told in answers):
        both = [case for case in cases if question in case and other in case]
        one = sum(case[question] == answer for case in both)
        two = sum(case[other] == told for case in both)
        together = sum(case[question] == answer and case[other] == told for case in both)
        by_chance = one * two / len(both) if both else 0.0
        percent = round(100 * (together + DOUBT) / (by_chance + DOUBT))
        if abs(percent - 100) > NOTHING:
            found[_id(other, told)] = percent
    return found
