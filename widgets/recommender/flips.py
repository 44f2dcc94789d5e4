"""Find the fewest changed answers that flip an outcome, exactly: what is left untried cannot flip it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from recommender.ledger import AnswerChange, Ledger, alternatives
from recommender.model import Guide
from recommender.outcome import Outcome
from recommender.questions import Answer

MOST_FLIPS = 3
"""How many alternatives are shown, and how many changed answers an alternative may take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """Answers which, changed together, lead to another outcome."""

    changes: Mapping[str, Answer]
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class _Target:
    """A way out of an outcome: the distance of `up` over `down` grows by `needed`.

    With only one of them, that one gains so many reasons, or loses so many independent ones.
    """

    up: str | None = None
    down: str | None = None
    needed: int


def smallest_flips(guide: Guide, ledger: Ledger) -> list[Flip]:
    """Return up to three flips of the smallest size that has any, those with the clearest outcome first.

    What there is today is no choice any more, so it is never among the changes.
    """
    if not ledger.terms.lead or len(ledger.answered) < guide.decision.least_answers:
        return []  # other answers to the same questions would not count either, or be too few
    changes = [
        (question.id, answer)
        for question in guide.questions
        if question.id in ledger.answered and question.id != guide.today
        for answer in alternatives(guide, question, ledger.answered[question.id])
    ]
    for size in range(1, MOST_FLIPS + 1):
        groups = ([change] for change in changes) if size == 1 else _promising(ledger, changes, size)
        # Sorted, so that a group that is found in several ways is one, and told in one order.
        unique = {tuple(sorted(group, key=_key)) for group in groups}
        found = [flip for group in unique if (flip := _flip(ledger, dict(group)))]
        if found:
            found.sort(key=lambda flip: (len(flip.outcome.models), sorted(map(_key, flip.changes.items()))))
            return found[:MOST_FLIPS]
    return []


def _flip(ledger: Ledger, change: dict[str, Answer]) -> Flip | None:
    outcome = ledger.after(change)
    if outcome.kind == "not_enough" or not outcome.differs(ledger.now):
        return None
    return Flip(changes=change, outcome=outcome)


def _key(change: AnswerChange) -> tuple[str, str]:
    return change[0], str(change[1])


def _promising(ledger: Ledger, changes: list[AnswerChange], size: int) -> Iterator[list[AnswerChange]]:
    """Yield every group of this size that could flip the outcome, given that no smaller one does.

    Answers that do more than move points are changed first, in every way; then points have to move far enough.
    """
    structural = [change for change in changes if ledger.structural(change[0])]
    plain = [change for change in changes if not ledger.structural(change[0])]
    for count in range(size + 1):
        for chosen in combinations(structural, count):
            if len(dict(chosen)) < count:
                continue
            if count == size:
                yield list(chosen)
                continue
            changed = ledger.changed(dict(chosen)) if chosen else ledger
            for group in _reaching(changed, plain, size - count):
                yield [*chosen, *group]


def _reaching(ledger: Ledger, changes: list[AnswerChange], size: int) -> Iterator[list[AnswerChange]]:
    """Yield the groups whose swings, biggest first, add up to what some way out of the outcome needs."""
    for target in _targets(ledger):
        swings = [(_swing(ledger, change, target), change) for change in changes]
        swings.sort(key=lambda each: (-each[0], _key(each[1])))
        yield from _grow(swings, [], 0, 0, size, target.needed)


def _swing(ledger: Ledger, change: AnswerChange, target: _Target) -> int:
    if target.up and target.down:
        return ledger.swing(change, target.up, target.down)
    return ledger.backing_swing(change, str(target.up or target.down), 1 if target.up else -1)


def _grow(
    swings: list[tuple[int, AnswerChange]], group: list[AnswerChange], total: int, start: int, size: int, needed: int
) -> Iterator[list[AnswerChange]]:
    left = size - len(group)
    if not left:
        yield group
        return
    for place in range(start, len(swings)):
        swing, change = swings[place]
        if total + left * swing < needed:
            return
        if change[0] not in dict(group):
            yield from _grow(swings, [*group, change], total + swing, place + 1, size, needed)


def _targets(ledger: Ledger) -> Iterator[_Target]:
    """Yield every way in which points alone can change the outcome: one of them is needed, whatever else happens."""
    left, lead, current, moves = ledger.tally.left(), ledger.terms.lead, ledger.terms.current, ledger.terms.moves
    kind, models, _ = ledger.now
    if not left or not models:
        return

    def to_reach(up: str, down: str, distance: int) -> _Target:
        return _Target(up=up, down=down, needed=distance - (left[up] - left[down]))

    if kind == "keep":
        yield from (to_reach(up, models[0], moves.get(up, lead)) for up in left if up != current)
        return
    for model in models:  # it falls behind another, or no longer pays for the move
        yield from (to_reach(up, model, lead) for up in left if up != model)
        if current in left:
            yield to_reach(str(current), model, 1 - moves.get(model, lead))
    for up in (each for each in left if each not in (*models, current)):  # it comes close, or pays for the move
        needed = moves.get(up, lead)
        pays = current not in left or left[up] - left[str(current)] >= needed
        yield to_reach(up, models[0], 1 - lead) if pays else to_reach(up, str(current), needed)
    backed = ledger.tally.backed[models[0]]
    if kind == "winner" and backed:
        yield _Target(down=models[0], needed=backed)
    if not backed:  # a first reason, or the first independent one, says something else
        yield _Target(up=models[0], needed=1)
