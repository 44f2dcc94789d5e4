"""Bring a result down to one screen: the strongest reasons, the biggest doubt, how sure it is, what would change it."""

from collections.abc import Iterable
from math import ceil

from recommender.acts import acts
from recommender.advice import Move, Rule
from recommender.flips import Flip
from recommender.model import Guide
from recommender.phrases import abbreviations, answer_words, join
from recommender.result import Explained
from recommender.result_summary import ReasonLine, Summary
from recommender.scoring import Recommendation, Standing
from recommender.verdict import calibrated, confidence, leading, tenths
from recommender.whatif import WhatIf

MOST = 3
"""How many reasons there are."""

QUITE, FAIRLY = 9, 7
"""From so many agreeing cases in 10 a result is quite sure, or fairly sure; with fewer it is not very sure."""

_WAITING = ("not_enough", "open")
"""The outcomes that wait for more answers."""


def summary(guide: Guide, result: Recommendation, found: WhatIf, told: Explained) -> Summary:
    """Return a result in brief; `told` is all else that it says."""
    sure, counted = _sure(guide, result)
    waits = result.outcome in _WAITING
    return {
        "note": told["detail"] if waits else "",
        "ways": _ways(guide, result),
        "reasons": _reasons(guide, result),
        "doubt": _doubt(guide, result, found),
        "sure": sure,
        "counted": counted,
        "change": _change(guide, result, found.flips),
        "ask": told["next"] if waits else [],
        "acts": acts(guide, result, told),
    }


def _ways(guide: Guide, result: Recommendation) -> str:
    """Return the ways on from what there is today: to keep it, and the two best of the others that are left."""
    current = result.current
    if current is None or result.outcome == "not_enough":
        return ""
    others = [each.model for each in result.standings if not each.excluded_by and each.model != current.model]
    ways = [guide.wording.keep_way.format(set_up=current.option.phrase)]
    ways += [abbreviations(guide)[model] for model in others[: MOST - 1]]
    return guide.wording.ways.format(ways=", ".join(ways))


def _reasons(guide: Guide, result: Recommendation) -> list[ReasonLine]:
    """Return the strongest reasons for what is named: by their points, then by whose word they are.

    A call between several has one for each. A model for some of the people has one beside those for the winner. What
    is kept has what it costs to leave it behind its own. Where there is room left, what rules out others fills it.
    """
    spoken = _spoken_for(result)
    first = 1 if len(result.models) > 1 else MOST - len(spoken) + 1
    shares = [first] + [1] * (len(spoken) - 1)
    lines = [
        _line(guide, result, rule, model if len(spoken) > 1 else "")
        for (model, rules), share in zip(spoken.items(), shares, strict=False)
        for rule in rules[:share]
    ]
    taken = {line["text"] for line in lines}
    out = {rule.id: rule for each in result.standings for rule in each.excluded_by if rule.short not in taken}
    more = [_line(guide, result, rule) for rule in out.values()] if len(spoken) < 2 else []
    return [*lines, *more][:MOST]


def _spoken_for(result: Recommendation) -> dict[str, list[Rule | Move]]:
    """Return the reasons for each model that the result names, the strongest first."""
    standings = {each.model: each for each in result.standings}
    moves = result.current.moves if result.current and result.outcome == "keep" else ()
    found: dict[str, list[Rule | Move]] = {
        model: [*_sorted(result, standings[model]), *moves] for model in result.models if model in standings
    }
    return found | {part.model: [*part.reasons] for part in result.parts}


def _sorted(result: Recommendation, standing: Standing) -> list[Rule]:
    """Return what counts for a rival, the strongest first; in a call, what does not count as much for another one."""
    weights, model = result.given.weights, standing.model
    beside = [each for each in result.models if each != model] if model in result.models else []

    def rank(rule: Rule) -> tuple[bool, int, int]:
        shared = any(rule.points.get(each, 0) >= rule.points[model] for each in beside)
        return shared, -weights[rule.concern] * rule.points[model], _order(result, rule.id)

    return sorted((rule for rule in standing.reasons if weights[rule.concern]), key=rank)


def _order(result: Recommendation, rule: str) -> int:
    """Return how strong the word behind a rule is, from 0; one that nobody knows comes after all others."""
    orders = sorted({each.order for each in result.strengths.values()})
    strength = result.strengths.get(rule)
    return orders.index(strength.order) if strength else len(orders)


def _doubt(guide: Guide, result: Recommendation, found: WhatIf) -> list[ReasonLine]:
    """Return the biggest doubt about an outcome, the first of these that there is.

    That only sellers speak for it; an answer "not sure" that could change it; that too little separates those named;
    the strongest reason for the best of the rivals left that does not speak for what is named, or else for the next
    one; and if there is none of all these, that there is none.
    """
    wording = guide.wording
    if result.outcome == "not_enough":
        return []
    if result.outcome == "sellers_only":
        return [_plain(wording.doubt_sellers)]
    if found.doubts:
        labels = [question.label for question in guide.questions if question.id in found.doubts]
        return [_plain(wording.doubt_unsure.format(questions=join(labels[: MOST - 1])))]
    if len(result.models) > 1:
        return [_plain(wording.doubt_close.format(lead=ceil(result.lead)))]
    against = (
        _line(guide, result, rule, rival.model)
        for rival in result.standings
        if rival.model not in result.models and not rival.excluded_by
        for rule in _sorted(result, rival)
        if not any(model in rule.points for model in result.models)
    )
    return [next(against, _plain(wording.doubt_none))]


def _sure(guide: Guide, result: Recommendation) -> tuple[str, str]:
    """Return how sure it is in words, and what was counted, or that nothing was; nothing where nothing is said."""
    wording, counted = guide.wording, calibrated(guide, result)
    if result.outcome == "not_enough":
        return "", ""
    if counted is None:
        return wording.sure_unknown, wording.sure_uncounted
    share = tenths(counted)
    words = wording.sure_most if share >= QUITE else wording.sure_fairly if share >= FAIRLY else wording.sure_little
    sure = words if counted.outcome == "winner" else wording.sure_two.format(sure=words)
    return sure, confidence(guide, result)


def _change(guide: Guide, result: Recommendation, flips: Iterable[Flip]) -> str:
    """Return a flip in a line, if one does the first that leads to another rival left, or that there is none."""
    wording = guide.wording
    if result.outcome == "not_enough":
        return ""
    for flip in sorted(flips, key=lambda each: not _to_a_rival(result, each)):
        changes = [
            f"{question.label}: {answer_words(guide, question, flip.changes[question.id])}"
            for question in guide.questions
            if question.id in flip.changes
        ]
        pattern = wording.change_one if len(changes) == 1 else wording.change_many
        return pattern.format(changes="”, “".join(changes), outcome=leading(guide, result, flip.outcome))
    return wording.change_none


def _to_a_rival(result: Recommendation, flip: Flip) -> bool:
    """Say whether answers lead to something else that can be had with the present ones."""
    left = {each.model for each in result.standings if not each.excluded_by}
    named = {*flip.outcome.models} - {*result.models}
    return bool(named) and named <= left


def _line(guide: Guide, result: Recommendation, rule: Rule | Move, model: str = "") -> ReasonLine:
    strength = result.strengths.get(rule.id)
    named = abbreviations(guide)[model] if model else ""
    return {"model": named, "text": rule.short, "strength": strength.label if strength else ""}


def _plain(text: str) -> ReasonLine:
    return {"model": "", "text": text, "strength": ""}
