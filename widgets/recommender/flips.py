"""Find the fewest changed answers that flip an outcome, exactly: what is left untried cannot flip it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from recommender.conditions import accepts
from recommender.engine import Recommendation
from recommender.ledger import Ledger, alternatives
from recommender.model import Answer, Guide, OutcomeKind, Rule

MOST_FLIPS = 3
"""How many alternatives are shown, and how many changed answers an alternative may take."""

type Change = tuple[str, Answer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """Answers which, changed together, lead to another outcome."""

    changes: Mapping[str, Answer]
    outcome: OutcomeKind
    models: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Target:
    """A way out of the outcome: the distance of `up` over `down` grows by `needed`, and `unless` no longer hold.

    At `needed` itself a model leaves the closest (`reached`), while to join them it takes more.
    """

    up: str
    down: str
    needed: int
    reached: bool
    unless: tuple[Rule, ...]


def smallest_flips(guide: Guide, result: Recommendation, ledger: Ledger) -> list[Flip]:
    """Return up to three flips of the smallest size that has any, those with the clearest outcome first."""
    answered = result.given.answered
    if len(answered) < guide.decision.least_answers:
        return []  # other answers to the same questions would be too few as well
    changes = [
        (question.id, answer)
        for question in guide.questions
        if question.id in answered
        for answer in alternatives(guide, question, answered[question.id])
    ]
    for size in range(1, MOST_FLIPS + 1):
        groups = ([change] for change in changes) if size == 1 else _promising(guide, result, ledger, changes, size)
        unique = {tuple(sorted(group, key=_key)): group for group in groups}
        found = [flip for group in unique.values() if (flip := _flip(ledger, dict(group)))]
        if found:
            found.sort(key=lambda flip: (flip.outcome != "winner", sorted(map(_key, flip.changes.items()))))
            return found[:MOST_FLIPS]
    return []


def _flip(ledger: Ledger, change: dict[str, Answer]) -> Flip | None:
    outcome, models, _ = ledger.after(change)
    if outcome == "not_enough" or not ledger.differs(outcome, models):
        return None
    return Flip(changes=change, outcome=outcome, models=models)


def _key(change: Change) -> tuple[str, str]:
    return change[0], str(change[1])


def _promising(
    guide: Guide, result: Recommendation, ledger: Ledger, changes: list[Change], size: int
) -> Iterator[list[Change]]:
    """Yield every group of this size that could flip the outcome, given that no smaller one does."""
    for target in _targets(result, ledger):
        swings = [(ledger.swing(*change, target.up, target.down), change) for change in changes]
        swings.sort(key=lambda each: (-each[0], _key(each[1])))
        yield from _reaching(swings, size, target, ledger)
    yield from _excluding(guide, result, changes, size)


def _targets(result: Recommendation, ledger: Ledger) -> Iterator[_Target]:
    """Yield every way in which points can change the outcome.

    One of its models falls behind another by the lead that is needed, or another comes closer to the best than that;
    if all are ruled out, one no longer is.
    """
    points, lead = ledger.points, ledger.lead
    for up, excluded_by in ledger.excluded_by.items():
        for down in result.models:
            distance = lead - points[up] + points[down]
            if up != down:
                yield _Target(up=up, down=down, needed=distance, reached=True, unless=excluded_by)
        if not result.models:
            yield _Target(up=up, down=up, needed=0, reached=True, unless=excluded_by)
        elif up not in result.models:
            behind = points[result.models[0]] - points[up] - lead
            yield _Target(up=up, down=result.models[0], needed=behind, reached=False, unless=excluded_by)


def _reaching(swings: list[tuple[int, Change]], size: int, target: _Target, ledger: Ledger) -> Iterator[list[Change]]:
    """Yield the groups whose swings, biggest first, add up to what is needed and which end what stands against it."""

    def grow(group: list[Change], total: int, start: int) -> Iterator[list[Change]]:
        left = size - len(group)
        if not left:
            if all(any(ledger.ends(*change, rule) for change in group) for rule in target.unless):
                yield group
            return
        for place in range(start, len(swings)):
            swing, change = swings[place]
            most = total + left * swing
            if most < target.needed or (most == target.needed and not target.reached):
                return
            if change[0] not in dict(group):
                yield from grow([*group, change], total + swing, place + 1)

    return grow([], 0, 0)


def _excluding(guide: Guide, result: Recommendation, changes: list[Change], size: int) -> Iterator[list[Change]]:
    """Yield the groups that make a rule hold which rules out one of the models."""
    for rule in guide.rules:
        if not set(rule.excludes) & set(result.models):
            continue
        answers = result.given.answered
        unmet = [q for q in {**rule.when, **rule.within} if q not in answers or not accepts(rule, q, answers[q])]
        if len(unmet) == size:
            meeting = ([each for each in changes if each[0] == q and accepts(rule, *each)] for q in unmet)
            yield from map(list, product(*meeting))
