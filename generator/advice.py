"""Run the recommender for the pages: rules and worked examples in words, with their sums and sources."""

from dataclasses import dataclass

from generator.references import References, Sentence
from recommender.content import Range
from recommender.engine import Standing, recommend
from recommender.explain import answer_words, fragment, total, words
from recommender.model import Guide, Profile, Question, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleView:
    """A rule in words: each question it asks with the answers that count, its points and its exclusions."""

    id: str
    conditions: list[tuple[str, str]]
    reason: Sentence
    points: list[tuple[str, int]]
    excludes: list[str]
    concern: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingView:
    """One model's total in a worked example, and how it came about."""

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
    fragment: str


def rule_views(guide: Guide, references: References) -> list[tuple[Question, list[RuleView]]]:
    """Return every rule in words, gathered under the first question that it asks."""
    groups: dict[str, list[RuleView]] = {question.id: [] for question in guide.questions}
    for rule in guide.rules:
        groups[next(iter({**rule.when, **rule.within}))].append(_rule_view(guide, rule, references))
    return [(question, groups[question.id]) for question in guide.questions]


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
        fragment=fragment(profile.answers),
    )


def _standing_view(guide: Guide, standing: Standing, references: References) -> StandingView:
    return StandingView(
        abbreviation=_abbreviation(guide, standing.model),
        total=total(guide, [rule.points[standing.model] for rule in standing.reasons]),
        reasons=[(rule.points[standing.model], references.sentence(rule)) for rule in standing.reasons],
        excluded_by=[references.sentence(rule) for rule in standing.excluded_by],
    )


def _rule_view(guide: Guide, rule: Rule, references: References) -> RuleView:
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
        points=[(model.abbreviation, rule.points[model.id]) for model in guide.models if model.id in rule.points],
        excludes=[_abbreviation(guide, model) for model in rule.excludes],
        concern=next(concern.label for concern in guide.concerns if concern.id == rule.concern),
    )


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
