"""Ask what would change: which open question matters most, and which few changed answers flip the outcome."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from recommender.conditions import holds
from recommender.engine import Recommendation, decide
from recommender.model import Answer, Guide, OutcomeKind, Question, Rule

MOST_FLIPS = 3
"""How many alternatives are shown, and how many changed answers an alternative may take."""

STRONGEST = 12
"""How many single changes are tried together; 12 give 286 groups of two or three."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """Answers which, changed together, lead to another outcome."""

    changes: Mapping[str, Answer]
    outcome: OutcomeKind
    models: tuple[str, ...]


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
    ledger = _Ledger(guide, result)
    return WhatIf(flips=tuple(_flips(guide, result, ledger)), next=_next(guide, result, ledger))


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


class _Ledger:
    """A result that can be asked what other answers would make of it, touching only the rules that they touch."""

    def __init__(self, guide: Guide, result: Recommendation) -> None:
        self._guide = guide
        self._answered = dict(result.answered)
        self._rules: dict[str, list[Rule]] = {question.id: [] for question in guide.questions}
        for rule in guide.rules:
            for question in {**rule.when, **rule.within}:
                self._rules[question].append(rule)
        self._points = {standing.model: standing.points for standing in result.standings}
        self._exclusions = {standing.model: len(standing.excluded_by) for standing in result.standings}
        self._now = (result.outcome, frozenset(result.models))

    def after(self, change: Mapping[str, Answer]) -> tuple[OutcomeKind, tuple[str, ...], int]:
        """Return the outcome with these answers changed, its models, best first, and how many points moved."""
        answers = {**self._answered, **change}
        points, exclusions, moved = dict(self._points), dict(self._exclusions), 0
        touched = {rule.id: rule for question in change for rule in self._rules[question]}
        for rule in touched.values():
            turn = holds(rule, answers) - holds(rule, self._answered)
            for model, each in rule.points.items():
                points[model] += turn * each
                moved += abs(turn) * each
            for model in rule.excludes:
                exclusions[model] += turn
        left = {model: total for model, total in points.items() if not exclusions[model]}
        outcome, models = decide(self._guide, len(answers), left)
        return outcome, models, moved

    def differs(self, outcome: OutcomeKind, models: tuple[str, ...]) -> bool:
        """Say whether an outcome is another than the present one; the order of close models is no difference."""
        return (outcome, frozenset(models)) != self._now


def _next(guide: Guide, result: Recommendation, ledger: _Ledger) -> Next | None:
    best: tuple[tuple[float, int, int], Next] | None = None
    for place, question in enumerate(guide.questions):
        answers = alternatives(guide, question)
        if not answers or question.id in result.answered or question.id in result.unsure:
            continue
        outcomes = [ledger.after({question.id: answer}) for answer in answers]
        changing = sum(ledger.differs(outcome, models) for outcome, models, _ in outcomes)
        rank = (changing / len(answers), max(moved for _, _, moved in outcomes), -place)
        if best is None or rank > best[0]:
            best = (rank, Next(question=question.id, changing=changing, answers=len(answers)))
    return best[1] if best else None


def _flips(guide: Guide, result: Recommendation, ledger: _Ledger) -> list[Flip]:
    """Return the flips of the smallest size that has any, those with the clearest outcome first."""
    changes = [
        (question.id, answer)
        for question in guide.questions
        if question.id in result.answered
        for answer in alternatives(guide, question, result.answered[question.id])
    ]
    # Larger groups are made of the strongest changes only: a flip that needs weak ones needs more than three.
    strongest = sorted(changes, key=lambda change: -ledger.after(dict([change]))[2])[:STRONGEST]
    for size in range(1, MOST_FLIPS + 1):
        groups = combinations(changes if size == 1 else strongest, size)
        found = [flip for group in groups if len(dict(group)) == size and (flip := _flip(ledger, dict(group)))]
        if found:
            found.sort(key=lambda flip: (flip.outcome != "winner", sorted(flip.changes)))
            return found[:MOST_FLIPS]
    return []


def _flip(ledger: _Ledger, change: dict[str, Answer]) -> Flip | None:
    outcome, models, _ = ledger.after(change)
    if outcome == "not_enough" or not ledger.differs(outcome, models):
        return None
    return Flip(changes=change, outcome=outcome, models=models)
