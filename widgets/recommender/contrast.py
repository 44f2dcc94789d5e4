"""Set two results of the same guide side by side: which answers differ, and what that does to models and costs."""

from fractions import Fraction

from recommender.filled import filled_labels, filled_words
from recommender.given import entries
from recommender.model import Guide
from recommender.money import Amount
from recommender.moved import moved, moved_words, why
from recommender.phrases import abbreviations, answer_words, everything, fragment
from recommender.priced import price
from recommender.result_contrast import ChangedAnswer, ChangedBill, ChangedPoints, Contrast
from recommender.scoring import Recommendation
from recommender.setting import exactly
from recommender.spans import Span
from recommender.sums import money, value_words
from recommender.verdict import words


def contrast(guide: Guide, before: Recommendation, after: Recommendation) -> Contrast:
    """Return what differs between two results: values are compared, and put into words last."""
    changes = [each for changed in _CHANGES for each in changed(guide, before, after)]
    return {
        "why": why(guide, before, after) if changes else guide.wording.why_kept,
        "before": words(guide, before)["headline"],
        "after": words(guide, after)["headline"],
        "before_fragment": fragment(everything(before.given)),
        "changes": changes,
        "models": _models(guide, before, after),
        "bills": _bills(guide, before, after),
    }


def _answers(guide: Guide, before: Recommendation, after: Recommendation) -> list[ChangedAnswer]:
    """Return answers that differ; a missing one is empty text."""
    one, other = ({**result.given.needless, **result.given.answered} for result in (before, after))
    return [
        {
            "label": question.label,
            "before": answer_words(guide, question, one[question.id]) if question.id in one else "",
            "after": answer_words(guide, question, other[question.id]) if question.id in other else "",
        }
        for question in guide.questions
        if one.get(question.id) != other.get(question.id)
    ]


def _weights(guide: Guide, before: Recommendation, after: Recommendation) -> list[ChangedAnswer]:
    one, other, names = before.given.weights, after.given.weights, guide.wording.weights
    return [
        {"label": concern.label, "before": names[one[concern.id]], "after": names[other[concern.id]]}
        for concern in guide.concerns
        if one[concern.id] != other[concern.id]
    ]


def _amounts(guide: Guide, before: Recommendation, after: Recommendation) -> list[ChangedAnswer]:
    one, other = before.given.amounts, after.given.amounts
    return [
        {
            "label": amount.label,
            "before": _amount(guide, amount, one.get(amount.id)),
            "after": _amount(guide, amount, other.get(amount.id)),
        }
        for amount in guide.amounts
        if one.get(amount.id) != other.get(amount.id)
    ]


def _entries(guide: Guide, before: Recommendation, after: Recommendation) -> list[ChangedAnswer]:
    one, other, labels = before.given.entries, after.given.entries, filled_labels(guide)
    return [
        {
            "label": labels[name],
            "before": filled_words(guide, entry, one[name]) if name in one else "",
            "after": filled_words(guide, entry, other[name]) if name in other else "",
        }
        for name, entry in entries(guide).items()
        if one.get(name) != other.get(name)
    ]


_CHANGES = (_answers, _weights, _amounts, _entries)


def _amount(guide: Guide, amount: Amount, value: Fraction | None) -> str:
    return "" if value is None else value_words(guide, exactly(value), amount.unit)


def _models(guide: Guide, before: Recommendation, after: Recommendation) -> list[ChangedPoints]:
    names = abbreviations(guide)
    old = {standing.model: standing for standing in before.standings}
    return [
        {
            "abbreviation": names[new.model],
            "before": old[new.model].points,
            "after": new.points,
            "ruled_out_before": bool(old[new.model].excluded_by),
            "ruled_out_after": bool(new.excluded_by),
            "moved": [moved_words(each) for each in moved(before, after, new.model)],
        }
        for new in after.standings
    ]


def _bills(guide: Guide, before: Recommendation, after: Recommendation) -> list[ChangedBill]:
    names, old, new = abbreviations(guide), _years(guide, before), _years(guide, after)
    return [
        {"abbreviation": names[model], "before": money(guide, old[model]), "after": money(guide, span)}
        for model, span in new.items()
        if model in old and span != old[model]
    ]


def _years(guide: Guide, result: Recommendation) -> dict[str, Span]:
    """Return what a later year may cost under each model."""
    priced = price(guide, result)
    return {} if priced is None else {bill.model: priced.span(bill.later) for bill in priced.bills}
