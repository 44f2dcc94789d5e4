"""Run the recommender for the pages: rules and worked examples in words, with their sums and sources."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.pages.references import References, Sentence
from recommender.advice import Move, Rule
from recommender.content import Range
from recommender.model import Guide, Profile, Question
from recommender.phrases import answer_words, fragment, total
from recommender.scoring import Part, Quality, Standing, recommend
from recommender.strength import strengths
from recommender.verdict import words


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


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingView:
    """One model's total in a worked example, and how it came about; of a part or quality, what speaks for it."""

    abbreviation: str
    total: str
    reasons: list[tuple[int, Sentence]]
    excluded_by: list[Sentence]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A worked example as computed by the recommender itself; `fragment` opens it in the form."""

    profile: Profile
    headline: str
    detail: str
    answers: list[tuple[str, str]]
    standings: list[StandingView]
    beside: list[StandingView]
    decided: list[Sentence]
    fragment: str


def rule_views(guide: Guide, references: References) -> list[tuple[Question, list[RuleView]]]:
    """Return every rule in words, gathered under the first question that it asks."""
    groups: dict[str, list[RuleView]] = {question.id: [] for question in guide.questions}
    told = strengths(guide)
    for rule in guide.rules:
        strength = told[rule.id].label if rule.id in told else ""
        groups[next(iter({**rule.when, **rule.within}))].append(_rule_view(guide, rule, strength, references))
    return [(question, groups[question.id]) for question in guide.questions]


def move_views(guide: Guide, references: References) -> list[MoveView]:
    """Return in words what every move costs."""
    return [_move_view(guide, move, references) for move in guide.moves]


def example(guide: Guide, profile: Profile, references: References) -> Example:
    """Run the recommender on a worked example and return what it says, in words."""
    result = recommend(guide, profile.answers)
    told = words(guide, result)
    questions = {question.id: question for question in guide.questions}
    return Example(
        profile=profile,
        headline=told["headline"],
        detail=told["detail"],
        answers=[(questions[q].label, answer_words(guide, questions[q], a)) for q, a in profile.answers.items()],
        standings=[_standing_view(guide, standing, references) for standing in result.standings],
        beside=[_part_view(guide, part, references) for part in result.parts]
        + [_standing_view(guide, each, references) for each in result.qualities if each.of in result.models],
        decided=[_decisive(guide, name, references) for name in profile.expect.decided_by],
        fragment=fragment(profile.answers),
    )


def _decisive(guide: Guide, name: str, references: References) -> Sentence:
    reasons: tuple[Rule | Move, ...] = (*guide.rules, *guide.moves)
    return references.sentence(next(each for each in reasons if each.id == name))


def _part_view(guide: Guide, part: Part, references: References) -> StandingView:
    reasons = [references.sentence(rule) for rule in part.reasons]
    return StandingView(
        abbreviation=_abbreviation(guide, part.model), total="", reasons=[(0, each) for each in reasons], excluded_by=[]
    )


def _move_view(guide: Guide, move: Move, references: References) -> MoveView:
    return MoveView(
        id=move.id,
        leaving=[_abbreviation(guide, model) for model in move.leaving],
        to=[_abbreviation(guide, model) for model in move.to],
        points=move.points,
        reason=references.sentence(move),
    )


def _standing_view(guide: Guide, standing: Standing | Quality, references: References) -> StandingView:
    return StandingView(
        abbreviation=_abbreviation(guide, standing.model),
        total=total(guide, [rule.points[standing.model] for rule in standing.reasons]),
        reasons=[(rule.points[standing.model], references.sentence(rule)) for rule in standing.reasons],
        excluded_by=[references.sentence(r) for r in standing.excluded_by] if isinstance(standing, Standing) else [],
    )


def _rule_view(guide: Guide, rule: Rule, strength: str, references: References) -> RuleView:
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
        parts=[_abbreviation(guide, model) for model in rule.parts],
        excludes=[_abbreviation(guide, model) for model in rule.excludes],
        concern=next(concern.label for concern in guide.concerns if concern.id == rule.concern),
        strength=strength,
        note=rule.note or "",
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


def _abbreviation(guide: Guide, model: str) -> str:
    return next(each.abbreviation for each in guide.models if each.id == model)
