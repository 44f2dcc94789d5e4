"""Run the recommender for the pages: rules and worked examples in words, with their sums and sources."""

from dataclasses import dataclass

from generator.references import References, Sentence
from recommender.engine import Standing, recommend
from recommender.explain import explain
from recommender.model import NOT_SURE, Guide, Profile, Question, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleView:
    """A rule in words: each question it asks with the answers that count, its points and its exclusions."""

    id: str
    conditions: list[tuple[str, str]]
    reason: Sentence
    points: dict[str, int]
    excludes: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingView:
    """One model's total in a worked example, and how it came about."""

    abbreviation: str
    points: int
    sum: str
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


def judged(guide: Guide) -> list[str]:
    """Return the models that the recommender judges, in the guide's order."""
    named = {model for rule in guide.rules for model in (*rule.points, *rule.excludes)}
    return [model.id for model in guide.models if model.id in named]


def rule_views(guide: Guide, references: References) -> list[tuple[Question, list[RuleView]]]:
    """Return every rule in words, gathered under the first question that it asks."""
    groups: dict[str, list[RuleView]] = {question.id: [] for question in guide.questions}
    for rule in guide.rules:
        groups[next(iter(rule.when))].append(_rule_view(guide, rule, references))
    return [(question, groups[question.id]) for question in guide.questions]


def example(guide: Guide, profile: Profile, references: References) -> Example:
    """Run the recommender on a worked example and return what it says, in words."""
    result = recommend(guide, profile.answers)
    words = explain(guide, result)
    questions = {question.id: question for question in guide.questions}
    return Example(
        profile=profile,
        headline=words["headline"],
        detail=words["detail"],
        answers=[(questions[q].label, _answer(guide, questions[q], a)) for q, a in profile.answers.items()],
        standings=[_standing_view(guide, standing, references) for standing in result.standings],
        fragment="&".join(f"{question}={answer}" for question, answer in profile.answers.items()),
    )


def _standing_view(guide: Guide, standing: Standing, references: References) -> StandingView:
    return StandingView(
        abbreviation=_abbreviation(guide, standing.model),
        points=standing.points,
        sum=" + ".join(str(rule.points[standing.model]) for rule in standing.reasons),
        reasons=[(rule.points[standing.model], references.sentence(rule)) for rule in standing.reasons],
        excluded_by=[references.sentence(rule) for rule in standing.excluded_by],
    )


def _rule_view(guide: Guide, rule: Rule, references: References) -> RuleView:
    questions = {question.id: question for question in guide.questions}
    return RuleView(
        id=rule.id,
        conditions=[
            (questions[question].label, " or ".join(_answer(guide, questions[question], option) for option in accepted))
            for question, accepted in rule.when.items()
        ],
        reason=references.sentence(rule),
        points={model: rule.points.get(model, 0) for model in judged(guide)},
        excludes=[_abbreviation(guide, model) for model in rule.excludes],
    )


def _answer(guide: Guide, question: Question, option: str) -> str:
    if option == NOT_SURE:
        return guide.wording.not_sure
    return next(each.label for each in question.options if each.id == option)


def _abbreviation(guide: Guide, model: str) -> str:
    return next(each.abbreviation for each in guide.models if each.id == model)
