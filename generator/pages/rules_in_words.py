"""Put the rules of the recommender into words: what each asks, what follows, why, and what a move costs."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.pages.page import Edition
from generator.pages.references import References, Sentence
from recommender.advice import Move, Rule
from recommender.model import Guide
from recommender.phrases import answer_words
from recommender.questions import Question, Range
from recommender.strength import strengths


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleView:
    """A rule in words: each question it asks with the answers that count, its points and its exclusions.

    `argued` holds what the study started from where it came to other points; `strength` says whose word carries it.
    """

    id: str
    conditions: list[tuple[str, str]]
    reason: Sentence
    points: list[tuple[str, int]]
    argued: list[tuple[str, int]]
    parts: list[str]
    excludes: list[str]
    concern: str
    strength: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveView:
    """What a move costs, in words."""

    id: str
    leaving: list[str]
    to: list[str]
    points: int
    reason: Sentence


def rules_in_words(edition: Edition, references: References) -> list[tuple[Question, list[RuleView]]]:
    """Return every rule in words, gathered under the first question that it asks."""
    guide = edition.guide
    groups: dict[str, list[RuleView]] = {question.id: [] for question in guide.questions}
    told = strengths(guide)
    for rule in guide.rules:
        strength = told[rule.id].label if rule.id in told else ""
        groups[next(iter({**rule.when, **rule.within}))].append(_rule_view(edition, rule, strength, references))
    return [(question, groups[question.id]) for question in guide.questions]


def moves_in_words(edition: Edition, references: References) -> list[MoveView]:
    """Return in words what every move costs."""
    return [_move_view(edition.abbreviations, move, references) for move in edition.guide.moves]


def _rule_view(edition: Edition, rule: Rule, strength: str, references: References) -> RuleView:
    guide, names = edition.guide, edition.abbreviations
    questions = {question.id: question for question in guide.questions}
    chosen = [
        (questions[name].label, " or ".join(answer_words(guide, questions[name], option) for option in accepted))
        for name, accepted in rule.when.items()
    ]
    counted = [(questions[name].label, _range_words(accepted)) for name, accepted in rule.within.items()]
    return RuleView(
        id=rule.id,
        conditions=chosen + counted,
        reason=references.sentence(rule),
        points=_pointed(guide, rule.points),
        argued=_pointed(guide, rule.argued) if rule.argued != rule.points else [],
        parts=[names[model] for model in rule.parts],
        excludes=[names[model] for model in rule.excludes],
        concern=next(concern.label for concern in guide.concerns if concern.id == rule.concern),
        strength=strength,
        note=rule.note or "",
    )


def _move_view(names: Mapping[str, str], move: Move, references: References) -> MoveView:
    return MoveView(
        id=move.id,
        leaving=[names[model] for model in move.leaving],
        to=[names[model] for model in move.to],
        points=move.points,
        reason=references.sentence(move),
    )


def _pointed(guide: Guide, points: Mapping[str, int]) -> list[tuple[str, int]]:
    return [(model.abbreviation, points[model.id]) for model in guide.models if model.id in points]


def _range_words(accepted: Range) -> str:
    if accepted.at_most is None:
        return f"{accepted.at_least:,} or more"
    if accepted.at_least is None:
        return f"{accepted.at_most:,} or fewer"
    if accepted.at_least == accepted.at_most:
        return f"{accepted.at_least:,}"
    return f"{accepted.at_least:,} to {accepted.at_most:,}"
