"""A result that can be asked what other answers would make of it, touching only the rules that they touch."""

from collections.abc import Iterator, Mapping
from math import ceil

from recommender.conditions import accepts, holds
from recommender.engine import Recommendation, decide
from recommender.model import Answer, Guide, OutcomeKind, Question, Rule


def alternatives(guide: Guide, question: Question, given: Answer | None = None) -> list[Answer]:
    """Return an answer for every way in which the rules tell answers to this question apart.

    Of places, only fewer of those given are offered: nobody can say where else people might work.
    """
    if question.kind == "choice":
        return [option.id for option in question.options if option.id != given]
    bounds = {
        number
        for rule in guide.rules
        if question.id in rule.within
        for number in _edges(rule.within[question.id].at_least, rule.within[question.id].at_most)
    }
    if question.kind == "number":
        return [number for number in sorted(bounds) if number >= 1 and number != given]
    named = given if isinstance(given, tuple) else ()
    return [named[:number] for number in sorted(bounds) if 1 <= number < len(named)]


def _edges(at_least: int | None, at_most: int | None) -> Iterator[int]:
    if at_least is not None:
        yield from (at_least - 1, at_least)
    if at_most is not None:
        yield from (at_most, at_most + 1)


class Ledger:
    """The points, exclusions and outcome of a result, and what changed answers would make of them."""

    def __init__(self, guide: Guide, result: Recommendation) -> None:
        self._guide = guide
        self._answered = dict(result.given.answered)
        self._rules: dict[str, list[Rule]] = {question.id: [] for question in guide.questions}
        for rule in guide.rules:
            for question in {**rule.when, **rule.within}:
                self._rules[question].append(rule)
        self._fired = {rule.id for standing in result.standings for rule in (*standing.reasons, *standing.excluded_by)}
        self._weights = result.given.weights
        self.lead = ceil(result.lead)  # points are whole, so a lead reaches it when it reaches the next whole number
        self.points = {standing.model: standing.points for standing in result.standings}
        self.excluded_by = {standing.model: standing.excluded_by for standing in result.standings}
        self._exclusions = {model: len(rules) for model, rules in self.excluded_by.items()}
        self._now = (result.outcome, frozenset(result.models))
        self._hinges: dict[str, list[Rule]] = {}
        self._still: dict[int, tuple[OutcomeKind, tuple[str, ...], int]] = {}

    def after(self, change: Mapping[str, Answer]) -> tuple[OutcomeKind, tuple[str, ...], int]:
        """Return the outcome with these answers changed, its models, best first, and how many points moved."""
        sure = len({**self._answered, **change})
        turns = self._turns(change)
        if not turns:
            return self._unmoved(sure)
        points, exclusions, moved = dict(self.points), dict(self._exclusions), 0
        for rule, turn in turns:
            weight = self._weights[rule.concern]
            for model, worth in rule.points.items():
                points[model] += turn * weight * worth
                moved += weight * worth
            for model in rule.excludes:
                exclusions[model] += turn
        left = {model: total for model, total in points.items() if not exclusions[model]}
        return *decide(self._guide, sure, left, self.lead), moved

    def _turns(self, change: Mapping[str, Answer]) -> list[tuple[Rule, int]]:
        """Return the rules that a change makes hold, with 1, and those that it ends, with -1."""
        if len(change) == 1:
            [(question, answer)] = change.items()
            found = [(rule, accepts(rule, question, answer)) for rule in self._hinging(question)]
        else:
            answers = {**self._answered, **change}
            touched = {rule.id: rule for question in change for rule in self._rules[question]}
            found = [(rule, holds(rule, answers)) for rule in touched.values()]
        return [(rule, 1 if now else -1) for rule, now in found if now != (rule.id in self._fired)]

    def _hinging(self, question: str) -> list[Rule]:
        """Return the rules that wait for this question alone: whatever else they ask is answered as they want it."""
        if question not in self._hinges:
            self._hinges[question] = [rule for rule in self._rules[question] if _met(rule, question, self._answered)]
        return self._hinges[question]

    def _unmoved(self, sure: int) -> tuple[OutcomeKind, tuple[str, ...], int]:
        """Return the outcome for so many answers where no points move."""
        if sure not in self._still:
            left = {model: total for model, total in self.points.items() if not self.excluded_by[model]}
            self._still[sure] = (*decide(self._guide, sure, left, self.lead), 0)
        return self._still[sure]

    def differs(self, outcome: OutcomeKind, models: tuple[str, ...]) -> bool:
        """Say whether an outcome is another than the present one; the order of close models is no difference."""
        return (outcome, frozenset(models)) != self._now

    def swing(self, question: str, answer: Answer, up: str, down: str) -> int:
        """Return the most that changing one answer can add to the distance of `up` over `down`, alone or with others.

        Rules that it can only end, or only begin if other answers agree, count as if they did.
        """
        return sum(self._gain(rule, question, answer, up, down) for rule in self._rules[question])

    def ends(self, question: str, answer: Answer, rule: Rule) -> bool:
        """Say whether changing one answer ends a rule that holds."""
        return question in {**rule.when, **rule.within} and not accepts(rule, question, answer)

    def _gain(self, rule: Rule, question: str, answer: Answer, up: str, down: str) -> int:
        ahead = self._worth(rule, up) - self._worth(rule, down)
        if rule.id in self._fired:
            return 0 if accepts(rule, question, answer) else max(0, -ahead)
        return max(0, ahead) if accepts(rule, question, answer) else 0

    def _worth(self, rule: Rule, model: str) -> int:
        return self._weights[rule.concern] * rule.points.get(model, 0)


def _met(rule: Rule, apart: str, answers: Mapping[str, Answer]) -> bool:
    """Say whether a rule has all that it asks, apart from one question."""
    asked = (name for name in {**rule.when, **rule.within} if name != apart)
    return all(name in answers and accepts(rule, name, answers[name]) for name in asked)
