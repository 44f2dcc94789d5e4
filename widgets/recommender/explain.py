"""Put a recommendation into words and citations: the value that pages, command line and browser all show."""

from recommender.citing import Citations
from recommender.code import code_of
from recommender.deadline_words import deadline
from recommender.estimate import estimate
from recommender.flips import Flip
from recommender.local_facts import places, reached
from recommender.model import SCHEMA_VERSION, Guide
from recommender.paper import paper
from recommender.phrases import abbreviations, answer_words, everything, fragment, join, kept
from recommender.priced import price
from recommender.provider_questions import provider_questions
from recommender.quote_words import fees_per_month, quote_rows, quote_words
from recommender.reasons import Reasons
from recommender.result import Explained, Named
from recommender.result_answers import Answered, Asked, FlipWords, Open, SensitivityWords, Weighed
from recommender.result_facts import MoneyWords
from recommender.scoring import Recommendation
from recommender.sensitivity import Sensitivity, sensitivity
from recommender.summary import summary
from recommender.verdict import confidence, decisions, headline, words
from recommender.whatif import WhatIf, is_open, what_if


def explain(guide: Guide, result: Recommendation, on: str = "") -> Explained:
    """Return the result as plain JSON values; every sentence and citation in it comes from the guide.

    `on` is the ISO day of asking, by which days are past or still ahead; without one, none is past.
    """
    found = what_if(guide, result)
    explained = _explained(guide, result, found, on)
    explained["paper"] = paper(explained["standings"], explained["parts"], explained["sources"])
    explained["summary"] = [summary(guide, result, found, explained)]
    return explained


def _explained(guide: Guide, result: Recommendation, found: WhatIf, on: str) -> Explained:
    """Return all but the sheet for paper and the summary, which are made of the rest."""
    sources = Citations(guide)
    reasons = Reasons(guide, result, sources)
    told, quotes = words(guide, result), quote_words(guide, result)
    return {
        "schema_version": SCHEMA_VERSION,
        "guide": guide.title,
        "version": guide.version,
        "reviewed_on": guide.reviewed_on,
        "disclaimer": guide.disclaimer,
        "outcome": result.outcome,
        "models": list(result.models),
        "headline": told["headline"],
        "detail": guide.wording.open_end_detail if result.outcome == "open" and found.final else told["detail"],
        "confidence": confidence(guide, result),
        "summary": [],
        "chosen": _chosen(guide, result),
        "parts": reasons.parts(),
        "decisions": decisions(guide, result),
        "moves": reasons.moves(),
        "qualities": reasons.qualities(),
        "standings": [reasons.standing(each) for each in result.standings],
        "paper": [],
        "answered": _answered(guide, result),
        "needless": _listed(guide, guide.wording.needless, tuple(result.given.needless)),
        "weights": _weights(guide, result),
        "unanswered": _unanswered(guide, result),
        "fragment": fragment(everything(result.given)),
        "code": code_of(guide, result.given),
        "uncoded": bool(result.given.amounts or result.given.people or result.given.entries),
        "flips": [_flip(guide, result, flip) for flip in found.flips],
        "next": _next(guide, result, found),
        "final": guide.wording.final if found.final else "",
        "doubts": _listed(guide, guide.wording.doubts, found.doubts),
        "places": places(guide, result),
        "reached": reached(guide, result),
        "sensitivity": [_sensitivity(guide, each) for each in sensitivity(guide, result)],
        "money": _money(guide, result, sources),
        "quotes": quotes,
        "quote_rows": quote_rows(guide, quotes),
        "provider_questions": provider_questions(guide, result, quotes),
        "deadline": deadline(guide, result, sources, on),
        "ignored": sorted(result.given.ignored),
        "sources": sources.described(),  # last, when all that is cited has been gathered
    }


def _chosen(guide: Guide, result: Recommendation) -> list[Named]:
    names = abbreviations(guide)
    models = dict.fromkeys([*(part.model for part in result.parts), *result.models])
    return [{"model": model, "abbreviation": names[model]} for model in models]


def _money(guide: Guide, result: Recommendation, sources: Citations) -> list[MoneyWords]:
    priced = price(guide, result)
    if priced is None or not priced.bills:
        return []
    return [estimate(guide, result, priced, sources, fees_per_month(guide, result))]


def _answered(guide: Guide, result: Recommendation) -> list[Answered]:
    questions = {question.id: question for question in guide.questions}
    given = {**result.given.answered, **result.given.needless}
    return [
        {"question": name, "label": questions[name].label, "answer": answer_words(guide, questions[name], answer)}
        for name, answer in given.items()
    ]


def _unanswered(guide: Guide, result: Recommendation) -> list[Open]:
    return [
        {"question": question.id, "label": question.label} for question in guide.questions if is_open(question, result)
    ]


def _listed(guide: Guide, pattern: str, questions: tuple[str, ...]) -> str:
    """Return a sentence about some questions, or nothing about none."""
    labels = [question.label for question in guide.questions if question.id in questions]
    return pattern.format(questions=join(labels)) if labels else ""


def _next(guide: Guide, result: Recommendation, found: WhatIf) -> list[Asked]:
    why = guide.wording.next_tells_apart if len(result.models) > 1 else guide.wording.next_settles
    return [
        {"question": question.id, "text": question.text, "help": question.help, "why": why}
        for question in guide.questions
        if question.id == found.next
    ]


def _sensitivity(guide: Guide, tried: Sensitivity) -> SensitivityWords:
    concern = next(each.label for each in guide.concerns if each.id == tried.concern)
    names = [guide.wording.weights[weight] for weight in tried.changing]
    pattern = guide.wording.holds_unless if names else guide.wording.holds_always
    return {"concern": tried.concern, "words": pattern.format(concern=concern, weights="”, “".join(names))}


def _flip(guide: Guide, result: Recommendation, flip: Flip) -> FlipWords:
    questions = {question.id: question for question in guide.questions}
    return {
        "changes": [
            {"label": questions[name].label, "answer": answer_words(guide, questions[name], answer)}
            for name, answer in flip.changes.items()
        ],
        "headline": headline(guide, result, flip.outcome),
        "fragment": fragment({**(given := everything(result.given)), **flip.changes, **kept(given)}),
    }


def _weights(guide: Guide, result: Recommendation) -> list[Weighed]:
    """Return the concerns that count otherwise than in the guide."""
    return [
        {"concern": concern.id, "label": concern.label, "words": guide.wording.weights[weight]}
        for concern in guide.concerns
        if (weight := result.given.weights[concern.id]) != 1
    ]
