"""A result that can be asked what other answers would make of it, touching only the rules that they touch."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from recommender.advice import Rule
from recommender.conditions import accepts, holds, is_needless
from recommender.model import Guide
from recommender.outcome import Outcome, Tally, Terms, decide
from recommender.questions import Answer, Question
from recommender.scoring import Recommendation, add_up, set_up, terms

type AnswerChange = tuple[str, Answer]
"""A question and another answer to it."""


class Look(NamedTuple):
    """What a change leads to: the outcome, the lead of the best rival, and how far apart the change moves rivals."""

    outcome: Outcome
    lead: int
    apart: int


def alternatives(guide: Guide, question: Question, given: Answer | None = None) -> list[Answer]:
    """Return an answer for every way in which the rules tell answers to this question apart.

    Of places that were named, only fewer are offered: nobody can say where else people might work. Where none were, the
    first ones of the guide stand for their number.
    """
    if question.kind == "choice":
        return [option.id for option in question.options if option.id != given]
    bounds = sorted({1, *(number for rule in guide.rules for number in _edges(rule, question.id))})
    if question.kind == "number":
        return [number for number in bounds if number >= 1 and number != given]
    places = given if isinstance(given, tuple) else tuple(place.id for place in guide.jurisdictions)
    most = len(places) - 1 if given else len(places)
    return [places[:number] for number in bounds if 1 <= number <= most]


def _edges(rule: Rule, question: str) -> Iterator[int]:
    """Yield the numbers on both sides of the bounds that a rule sets."""
    if question not in rule.within:
        return
    accepted = rule.within[question]
    if accepted.at_least is not None:
        yield from (accepted.at_least - 1, accepted.at_least)
    if accepted.at_most is not None:
        yield from (accepted.at_most, accepted.at_most + 1)


class Ledger:
    """What answers add up to, and what changed answers would make of it."""

    def __init__(
        self, guide: Guide, result: Recommendation, answered: Mapping[str, Answer] | None = None, taken: int = 0
    ) -> None:
        """Take the answers of the result, or others with the same weights; those that are needless do not count.

        `taken` is a number of further answers that are taken to be there, to see where few answers lead.
        """
        self.guide, self._result, self._taken = guide, result, taken
        self._all = {**result.given.needless, **result.given.answered} if answered is None else dict(answered)
        self.answered = counting(guide, self._all)
        self.weights = result.given.weights
        fired = [rule for rule in guide.rules if holds(rule, self.answered)]
        self._fired = {rule.id for rule in fired}
        self.tally = add_up(guide, fired, self.weights, result.backing)
        option = set_up(guide, self.answered)
        self.terms: Terms = terms(guide, self.weights, option.model if option else None)
        self._rules: dict[str, list[Rule]] = {question.id: [] for question in guide.questions}
        for rule in guide.rules:
            for question in {**rule.when, **rule.within}:
                self._rules[question].append(rule)
        self._sweeping = {guide.today, *(name for question in guide.questions for name in question.unless)}
        self.now = self._decide(len(self.answered), self.tally)

    def changed(self, change: Mapping[str, Answer]) -> "Ledger":
        """Return the ledger of the answers so changed."""
        return Ledger(self.guide, self._result, {**self._all, **change}, self._taken)

    def after(self, change: Mapping[str, Answer]) -> Outcome:
        """Return the outcome with these answers changed."""
        return self.look(change).outcome

    def look(self, change: Mapping[str, Answer]) -> Look:
        """Return what these answers changed would lead to."""
        if not self._sweeping.isdisjoint(change):
            changed = self.changed(change)
            return self._look(changed.now, changed.tally)
        tally = self.tally.copy()
        for rule, way in self._turns(change):
            tally.turn(rule, way, self.weights[rule.concern], rule.id in self._result.backing)
        return self._look(self._decide(len({**self.answered, **change}), tally), tally)

    def _look(self, outcome: Outcome, tally: Tally) -> Look:
        best, *rest = sorted(tally.left().values(), reverse=True) or [0]
        moves = [tally.points[model] - points for model, points in self.tally.points.items()]
        return Look(outcome, best - rest[0] if rest else best, max(moves, default=0) - min(moves, default=0))

    def leaning(self) -> "Ledger":
        """Return this ledger as if enough had been answered, to see where few answers lead."""
        missing = max(0, self.guide.decision.least_answers - len(self.answered))
        return Ledger(self.guide, self._result, self._all, missing) if missing else self

    def _decide(self, sure: int, tally: Tally) -> Outcome:
        return decide(self.guide.decision, sure + self._taken, tally, self.terms)

    def _turns(self, change: Mapping[str, Answer]) -> Iterator[tuple[Rule, int]]:
        """Yield the rules that a change makes hold, with 1, and those that it ends, with -1."""
        answers = {**self.answered, **change}
        touched = {rule.id: rule for question in change for rule in self._rules[question]}
        for rule in touched.values():
            now = holds(rule, answers)
            if now != (rule.id in self._fired):
                yield rule, 1 if now else -1

    def structural(self, question: str) -> bool:
        """Say whether answers to a question can do more than move points."""
        return question in self._sweeping or any(rule.excludes or rule.parts for rule in self._rules[question])

    def swing(self, change: AnswerChange, up: str, down: str) -> int:
        """Return the most that changing one answer can add to the distance of `up` over `down`, alone or with others.

        Exact where rules ask one question each; those that it can only end, or only begin if other answers agree, count
        as if they did.
        """
        return sum(
            self._gain(rule, change, self._worth(rule, up) - self._worth(rule, down)) for rule in self._rules[change[0]]
        )

    def backing_swing(self, change: AnswerChange, model: str, way: int) -> int:
        """Return how many reasons changing an answer can give a model (`way` 1), or independent ones take (-1)."""
        return sum(
            max(0, self._gain(rule, change, way))
            for rule in self._rules[change[0]]
            if model in rule.points and (way > 0 or rule.id in self._result.backing)
        )

    def _gain(self, rule: Rule, change: AnswerChange, ahead: int) -> int:
        fired, accepted = rule.id in self._fired, accepts(rule, *change)
        gained = ahead if accepted and not fired else -ahead if fired and not accepted else 0
        alone = len(rule.when) + len(rule.within) == 1
        return gained if alone else max(0, gained)

    def _worth(self, rule: Rule, model: str) -> int:
        return self.weights[rule.concern] * rule.points.get(model, 0)


def counting(guide: Guide, answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """Return the answers without those that others leave nothing to tell."""
    questions = {question.id: question for question in guide.questions}
    return {name: answer for name, answer in answers.items() if not is_needless(questions[name], answers)}
