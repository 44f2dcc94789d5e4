"""Turn the guide's values into what a page shows: citations become numbered markers, ids become words."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from recommender.engine import Standing, recommend
from recommender.explain import explain
from recommender.model import NOT_SURE, Claim, Guide, Profile, Question, Rule, Source, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """The small number behind a sentence; `label` tells a person what stands behind it."""

    number: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A text of the guide with the markers of the publications that carry it."""

    text: str
    markers: tuple[Marker, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One publication in the list below a page, with the statements that the page rests on."""

    number: int
    source: Source
    statements: list[Statement] = field(default_factory=list)


class References:
    """Numbers the publications of one page in the order in which the page first cites them."""

    def __init__(self, guide: Guide) -> None:
        """Start a page: no publication has a number yet."""
        self._known = {f"{s.id}#{statement.id}": (s, statement) for s in guide.sources for statement in s.statements}
        self._listed: dict[str, Reference] = {}

    def sentence(self, cited: Claim | Rule) -> Sentence:
        """Return a claim, or a rule's reason, with its markers."""
        places: dict[str, list[str]] = {}
        for cite in cited.cites:
            source, statement = self._known[cite]
            reference = self._listed.setdefault(source.id, Reference(number=len(self._listed) + 1, source=source))
            if statement not in reference.statements:
                reference.statements.append(statement)
            places.setdefault(source.id, []).append(statement.where)
        text = cited.text if isinstance(cited, Claim) else cited.because
        return Sentence(text=text, markers=tuple(self._marker(*entry) for entry in places.items()))

    def sentences(self, claims: Iterable[Claim]) -> list[Sentence]:
        """Return several claims with their markers."""
        return [self.sentence(claim) for claim in claims]

    def listed(self) -> list[Reference]:
        """Return the publications cited so far, by number."""
        return list(self._listed.values())

    def _marker(self, source: str, places: list[str]) -> Marker:
        reference = self._listed[source]
        return Marker(number=reference.number, label=f"{reference.source.label}: {'; '.join(dict.fromkeys(places))}")


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
        points={model: rule.points.get(model, 0) for model in (model.id for model in guide.models)},
        excludes=[_abbreviation(guide, model) for model in rule.excludes],
    )


def _answer(guide: Guide, question: Question, option: str) -> str:
    if option == NOT_SURE:
        return guide.wording.not_sure
    return next(each.label for each in question.options if each.id == option)


def _abbreviation(guide: Guide, model: str) -> str:
    return next(each.abbreviation for each in guide.models if each.id == model)
