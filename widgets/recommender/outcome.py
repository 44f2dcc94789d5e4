"""Decide from points alone: a winner, what is there today, a close call, all still open, or not enough to say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Self

from recommender.advice import Decision, OutcomeKind, Rule


class Outcome(NamedTuple):
    """An outcome, its models, best first, and the models that answer for a part of the people."""

    kind: OutcomeKind
    models: tuple[str, ...]
    parts: tuple[str, ...]

    def differs(self, other: Self) -> bool:
        """Say whether it is another outcome; the order of close models is no difference."""
        return (self.kind, set(self.models), self.parts) != (other.kind, set(other.models), other.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How far a rival must be ahead: of the next one, and, by rival, of the one that there is today."""

    lead: int
    current: str | None
    moves: Mapping[str, int]


@dataclass(slots=True)
class Tally:
    """By rival: weighed points, how many rules rule it out, how many independent reasons it has; by part: its rules."""

    points: dict[str, int]
    against: dict[str, int]
    backed: dict[str, int]
    parts: dict[str, int]

    @classmethod
    def empty(cls, rivals: Iterable[str], parts: Iterable[str]) -> Self:
        """Return one of nothing."""
        rivals = tuple(rivals)
        return cls(
            dict.fromkeys(rivals, 0), dict.fromkeys(rivals, 0), dict.fromkeys(rivals, 0), dict.fromkeys(parts, 0)
        )

    def copy(self) -> Self:
        """Return one that can be changed without changing this one."""
        return type(self)(dict(self.points), dict(self.against), dict(self.backed), dict(self.parts))

    def turn(self, rule: Rule, way: int, weight: int, independent: bool) -> None:
        """Count a rule in (`way` 1) or out again (-1)."""
        for model, worth in rule.points.items():
            if model in self.points:
                self.points[model] += way * weight * worth
                self.backed[model] += way * (independent and weight > 0)
        for model in rule.excludes:
            self.against[model] += way
        for model in rule.parts:
            self.parts[model] += way

    def left(self) -> dict[str, int]:
        """Return the points of the rivals that nothing rules out."""
        return {model: points for model, points in self.points.items() if not self.against[model]}


def rank(points: int, model: str) -> tuple[int, str]:
    """Return what sorts rivals, best first; equal ones by id, so that the order of the data never shows."""
    return -points, model


def decide(decision: Decision, sure: int, tally: Tally, terms: Terms) -> Outcome:
    """Return the outcome for so many sure answers."""
    parts = tuple(model for model, rules in tally.parts.items() if rules)
    left = tally.left()
    if sure < decision.least_answers or not terms.lead or not (left or parts):
        return Outcome("not_enough", (), parts)
    if not left:
        return Outcome("winner", parts, parts)
    paying = _paying(left, terms)
    if not paying:
        return Outcome("keep", (str(terms.current),), parts)
    best = max(paying.values())
    close = sorted(
        (model for model, points in paying.items() if best - points < terms.lead), key=lambda m: rank(left[m], m)
    )
    return Outcome(_kind(decision, close, tally), tuple(close), parts)


def _paying(left: Mapping[str, int], terms: Terms) -> Mapping[str, int]:
    """Return the rivals far enough ahead of what there is today to pay for the move; all, if there is nothing."""
    if terms.current is None or terms.current not in left:
        return left
    now = left[terms.current]
    return {
        m: points for m, points in left.items() if m != terms.current and points - now >= terms.moves.get(m, terms.lead)
    }


def _kind(decision: Decision, close: list[str], tally: Tally) -> OutcomeKind:
    if len(close) > decision.most_close:
        return "open"
    if len(close) > 1:
        return "close_call"
    # A rival that nothing at all speaks for is the only one left.
    return "winner" if tally.backed[close[0]] or not tally.points[close[0]] else "sellers_only"
