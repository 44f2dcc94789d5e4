"""Put numbers of the guide into words: what stands in for an amount until somebody gives it, and what a figure says."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.pages.references import References, Sentence
from recommender.figures import Figure
from recommender.model import Guide
from recommender.money import Amount, AmountCase
from recommender.phrases import answer_words
from recommender.setting import span_of
from recommender.sums import signs, value_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """What stands in for an amount: its range, or what it follows, of which time it is, and what it rests on.

    `answers` are the questions and answers with which it does, of those that hold for some people alone.
    """

    answers: str
    value: str
    as_of: str
    assumed: str
    claims: list[Sentence]


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountView:
    """An amount with all that may stand in for it; `aspect` says what of places it follows, if it does."""

    amount: Amount
    usual: Preset
    cases: list[Preset]
    aspect: str


def presets(guide: Guide) -> dict[str, str]:
    """Return, for every amount, its usual range in words, or the label of what it follows."""
    return {amount.id: _value(guide, amount, amount.unit) for amount in guide.amounts}


def amount_view(guide: Guide, amount: Amount, references: References) -> AmountView:
    """Return an amount as its page shows it."""
    aspects = [each.name for each in guide.aspects if amount.local and each.id == amount.local.aspect]
    return AmountView(
        amount=amount,
        usual=_preset(guide, amount, amount, "", references),
        cases=[_preset(guide, amount, case, _answers(guide, case.when), references) for case in amount.cases],
        aspect="".join(aspects),
    )


def stated(guide: Guide, figure: Figure) -> str:
    """Return a figure with its unit, as people read it."""
    return f"{value_words(guide, span_of(figure), figure.unit)} {signs(figure.unit)[2]}".strip()


def _preset(
    guide: Guide, amount: Amount, speaking: Amount | AmountCase, answers: str, references: References
) -> Preset:
    return Preset(
        answers=answers,
        value=_value(guide, speaking, amount.unit),
        as_of=speaking.as_of or "",
        assumed=speaking.assumed or "",
        claims=references.sentences(speaking.claims),
    )


def _value(guide: Guide, speaking: Amount | AmountCase, unit: str) -> str:
    """Return a range in words, or the label of what is followed."""
    if not speaking.same_as:
        return value_words(guide, span_of(speaking), unit)
    labels = {each.id: each.label for each in guide.amounts} | {each.id: each.label for each in guide.questions}
    return f"as “{labels[speaking.same_as]}”"


def _answers(guide: Guide, when: Mapping[str, tuple[str, ...]]) -> str:
    """Return in words which answers are asked for."""
    questions = {question.id: question for question in guide.questions}
    asked = (
        f"{questions[name].label}: {' or '.join(answer_words(guide, questions[name], option) for option in accepted)}"
        for name, accepted in when.items()
    )
    return "; ".join(asked)
