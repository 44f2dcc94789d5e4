"""The worked examples: run the recommender on them once a build, and put what it says into words for their page."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.pages.page import Edition, Page
from generator.pages.references import References, Sentence
from recommender.advice import Move, Rule
from recommender.axes import drawing
from recommender.explain import explain
from recommender.model import Guide
from recommender.phrases import answer_words, fragment, total
from recommender.profiles import Profile
from recommender.quote_words import quote_rows, quote_words
from recommender.result_facts import MoneyWords
from recommender.result_lines import LinesWords
from recommender.result_quotes import QuoteRow, QuoteWords
from recommender.scoring import Part, Quality, Recommendation, Standing, recommend
from recommender.verdict import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """A worked example with what the recommender makes of it; `fragment` opens its answers in the form.

    With quotes beside its answers, `quotes` are what they come to and `rows` their figures side by side; with numbers,
    `bills` are what it may cost, and `lines` where that crosses. `whole` opens all of it.
    """

    profile: Profile
    result: Recommendation
    headline: str
    detail: str
    fragment: str
    whole: str
    quotes: list[QuoteWords]
    rows: list[QuoteRow]
    answers: list[tuple[str, str]]
    bills: list[MoneyWords]
    lines: list[LinesWords]


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingView:
    """One model's total in a worked example, and how it came about; of a part or quality, what speaks for it."""

    model: str
    abbreviation: str
    total: str
    reasons: list[tuple[int, Sentence]]
    excluded_by: list[Sentence]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A worked example as its page shows it: what decided, and how each model's points came about."""

    worked: Worked
    standings: list[StandingView]
    beside: list[StandingView]
    decided: list[Sentence]


def work_out(guide: Guide, profile: Profile) -> Worked:
    """Run the recommender on a worked example."""
    everything = {**profile.answers, **profile.beside}
    result = recommend(guide, everything)
    told, quotes = words(guide, result), quote_words(guide, result)
    priced = bool(result.given.amounts)
    return Worked(
        profile=profile,
        result=result,
        headline=told["headline"],
        detail=told["detail"],
        fragment=fragment(profile.answers),
        whole=fragment(everything),
        quotes=quotes,
        rows=quote_rows(guide, quotes),
        answers=_answers(guide, profile),
        bills=explain(guide, result)["money"] if priced else [],
        lines=drawing(guide, result)["lines"] if priced else [],
    )


def examples(edition: Edition, worked: Sequence[Worked]) -> Page:
    """Return the page that shows how each came about."""
    references = edition.references("examples")
    shown = [_example(edition, each, references) for each in worked]
    return edition.page("examples", {"examples": shown}, references)


def _example(edition: Edition, worked: Worked, references: References) -> Example:
    guide, result, profile = edition.guide, worked.result, worked.profile
    references.section()
    return Example(
        worked=worked,
        standings=[_standing_view(edition, standing, references) for standing in result.standings],
        beside=[_part_view(edition, part, references) for part in result.parts]
        + [_standing_view(edition, each, references) for each in result.qualities if each.of in result.models],
        decided=[_decisive(guide, name, references) for name in profile.expect.decided_by],
    )


def _answers(guide: Guide, profile: Profile) -> list[tuple[str, str]]:
    """Return the questions that are answered, and the answers in words."""
    questions = {question.id: question for question in guide.questions}
    return [(questions[name].label, answer_words(guide, questions[name], a)) for name, a in profile.answers.items()]


def _decisive(guide: Guide, name: str, references: References) -> Sentence:
    reasons: tuple[Rule | Move, ...] = (*guide.rules, *guide.moves)
    return references.sentence(next(each for each in reasons if each.id == name))


def _part_view(edition: Edition, part: Part, references: References) -> StandingView:
    reasons = [(0, references.sentence(rule)) for rule in part.reasons]
    return StandingView(
        model=part.model, abbreviation=edition.abbreviations[part.model], total="", reasons=reasons, excluded_by=[]
    )


def _standing_view(edition: Edition, standing: Standing | Quality, references: References) -> StandingView:
    return StandingView(
        model=standing.model,
        abbreviation=edition.abbreviations[standing.model],
        total=total(edition.guide, [rule.points[standing.model] for rule in standing.reasons]),
        reasons=[(rule.points[standing.model], references.sentence(rule)) for rule in standing.reasons],
        excluded_by=[references.sentence(r) for r in standing.excluded_by] if isinstance(standing, Standing) else [],
    )
