"""How likely an answer is from somebody who gave these others, by what is seen among described cases."""

from collections.abc import Mapping, Sequence

from recommender.advice import Likelihood
from recommender.conditions import size
from recommender.model import Guide
from recommender.questions import Answer, Question


class Chances:
    """The likelihoods of a guide, and what some answers make of them."""

    def __init__(self, guide: Guide, answered: Mapping[str, Answer]) -> None:
        self._known: dict[str, list[Likelihood]] = {question.id: [] for question in guide.questions}
        for likelihood in guide.likelihoods:
            self._known[likelihood.question].append(likelihood)
        met = (self._find(question, answer) for question, answer in answered.items())
        self._given = [likelihood.id for likelihood in met if likelihood]

    def of(self, question: Question, answers: Sequence[Answer]) -> list[float]:
        """Return a share for each answer, 1 in all; equal ones where nothing is known of the question.

        Each answer given raises or lowers it as if it were alone (naive Bayes). Only multiplication and one division,
        always in the same order, so that it is the same number in every runtime.
        """
        weights = [self._weight(self._find(question.id, answer)) for answer in answers]
        whole = sum(weights)
        return [weight / whole for weight in weights]

    def _weight(self, likelihood: Likelihood | None) -> float:
        if likelihood is None:
            return 1.0
        weight = float(likelihood.share)
        for other in self._given:
            weight *= likelihood.beside.get(other, 100) / 100
        return weight

    def _find(self, question: str, answer: Answer) -> Likelihood | None:
        known = self._known[question]
        if isinstance(answer, str):
            return next((each for each in known if each.answer == answer), None)
        below = [each for each in known if int(each.answer) <= size(answer)]
        return max(below, key=lambda each: int(each.answer), default=None)
