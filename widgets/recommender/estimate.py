"""Put costs into words: what a choice costs beside what there is today, each bill, and every assumption behind it."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import ceil, floor

from recommender.citing import Citations
from recommender.costs import Bill
from recommender.model import Guide
from recommender.money import Amount
from recommender.narrowing import alike, narrowing
from recommender.phrases import abbreviations
from recommender.priced import Priced
from recommender.products import NOTHING, Sum
from recommender.result_facts import Assumption, BillWords, Item, MoneyWords, There
from recommender.ruler import own, ruler
from recommender.scoring import Recommendation
from recommender.setting import at, speaks
from recommender.spans import Gap, Span
from recommender.sums import difference, money, signs, value_words

NO_GAP = Gap(low=NOTHING, high=NOTHING)


def estimate(
    guide: Guide,
    result: Recommendation,
    priced: Priced,
    sources: Citations,
    fees: Sequence[tuple[str, Fraction]] = (),
) -> MoneyWords:
    """Return the yearly costs in words; `fees` stand on the ruler by their labels."""
    subject, beside = compared(guide, result, priced)
    names = names_of(guide, result, priced)
    later, first = (priced.gap(*each) for each in ((subject.later, beside.later), (subject.first, beside.first)))
    straddles = (
        later.low != later.high and (later.low is None or later.low < 0) and (later.high is None or later.high > 0)
    )
    return {
        "headline": _headline(guide, subject, beside, later, guide.wording.cost_versus),
        "first": _headline(guide, subject, beside, first, guide.wording.cost_versus_first) if first != later else "",
        "overlaps": guide.wording.cost_overlaps if straddles else "",
        "narrow": narrowing(guide, result.given, priced, subject, beside),
        "alike": alike(guide, priced, subject, beside),
        "equal": list(_items(guide, priced, priced.equal, once=False)),
        "bills": [_bill(guide, priced, bill, beside, names[bill.model]) for bill in priced.bills],
        "ruler": ruler(guide, [*own(guide, result.given.amounts), *fees], result.given.amounts),
        "assumptions": [_assumption(guide, result, priced, each, sources) for each in _behind(guide, result, priced)],
    }


def compared(guide: Guide, result: Recommendation, priced: Priced) -> tuple[Bill, Bill]:
    """Return the bill that the headline is about, and the one beside it: today's, else that of the next best model.

    No model that is ruled out is set beside another; one of which the most is unknown comes after the others.
    """
    ranked = list(dict.fromkeys([*result.models, *(standing.model for standing in result.standings)]))
    out = {standing.model for standing in result.standings if standing.excluded_by}
    out |= {model.id for model in guide.models if model.counts_as in out} | {_there(guide, result)}

    def comes(bill: Bill) -> tuple[bool, int]:
        unknown = priced.span(bill.later).high is None and bill.model not in result.models
        return unknown, ranked.index(bill.model) if bill.model in ranked else len(ranked)

    found = sorted((bill for bill in priced.bills if bill is not priced.today and bill.model not in out), key=comes)
    beside = priced.today or next(iter(found[1:]), None)
    subject, *_ = [*found, beside or priced.bills[0]]
    return subject, beside or subject


def _there(guide: Guide, result: Recommendation) -> str:
    """Return the model that there is today, of which the bill of the same name would be another."""
    question = next((each for each in guide.questions if each.id == guide.today), None)
    given = result.given.answered.get(guide.today or "")
    return next((each.model or "" for each in (question.options if question else ()) if each.id == given), "")


def names_of(guide: Guide, result: Recommendation, priced: Priced) -> dict[str, str]:
    """Return the short name of every model; of the one that there is today, a bill is that of another."""
    names = abbreviations(guide)
    today = {bill.model: bill for bill in priced.bills}.get(_there(guide, result))
    if today and priced.today and today.used != priced.today.used:  # else it is the very same
        names[today.model] = guide.wording.cost_another.format(model=names[today.model])
    return names


def _headline(guide: Guide, subject: Bill, beside: Bill, gap: Gap, pattern: str) -> str:
    if subject is beside:
        return ""
    return pattern.format(model=_phrase(guide, subject), gap=difference(guide, gap), other=_phrase(guide, beside))


def _than(guide: Guide, beside: Bill, gap: Gap) -> str:
    """Return how much more or less than what it is compared with."""
    return f"{difference(guide, gap)} {_phrase(guide, beside)}"


def _phrase(guide: Guide, bill: Bill) -> str:
    return next(model.phrase for model in guide.models if model.id == bill.model)


def _bill(guide: Guide, priced: Priced, bill: Bill, beside: Bill, name: str) -> BillWords:
    later, first = priced.span(bill.later), priced.span(bill.first)
    is_beside, differs = bill is beside, priced.gap(bill.first, bill.later) != NO_GAP
    return {
        "model": bill.model,
        "abbreviation": name,
        "today": bill is priced.today,
        "total": money(guide, later),
        "low": floor(later.low),
        "high": None if later.high is None else ceil(later.high),
        "first": money(guide, first) if differs else "",
        "than": "" if is_beside else _than(guide, beside, priced.gap(bill.later, beside.later)),
        "first_than": "" if is_beside or not differs else _than(guide, beside, priced.gap(bill.first, beside.first)),
        "items": [
            *_items(guide, priced, _beside(bill.every_year, priced.equal), once=False),
            *_items(guide, priced, _beside(bill.once, priced.equal), once=True),
        ],
    }


def _beside(totals: Mapping[str, Sum], equal: Mapping[str, Sum]) -> dict[str, Sum]:
    return {name: total for name, total in totals.items() if name not in equal}


def _items(guide: Guide, priced: Priced, totals: Mapping[str, Sum], *, once: bool) -> Iterator[Item]:
    """Yield the expenses that may cost anything, in words."""
    labels = {expense.id: expense.label for expense in guide.expenses}
    for name, total in totals.items():
        span = priced.span(total)
        if span.high != 0:
            yield {"id": name, "label": labels[name], "amount": money(guide, span), "once": once}


def _behind(guide: Guide, result: Recommendation, priced: Priced) -> list[Amount]:
    """Return the amounts of which some bill is made, with those that they follow, and all that were given."""
    used = frozenset[str]().union(*(bill.used for bill in priced.bills))
    leads = {priced.setting.leads.get(name, name) for name in used}
    return [each for each in guide.amounts if each.id in used | leads | set(result.given.amounts)]


def _assumption(guide: Guide, result: Recommendation, priced: Priced, amount: Amount, sources: Citations) -> Assumption:
    given, stated = amount.id in result.given.amounts, priced.setting.stated[amount.id]
    span, there = span_here(priced, amount.id), _in_places(guide, priced, amount)
    cites = () if given or there else tuple(cite for claim in stated.claims for cite in claim.cites)
    known = bool(span.low) or span.high is not None
    return {
        "id": amount.id,
        "label": amount.label,
        "unit": signs(amount.unit)[2] if known else "",
        "value": value_words(guide, span, amount.unit),
        "given": given,
        "find": amount.find or "",
        "why": "" if given or there else stated.assumed or "",
        "as_of": "" if given or there else stated.as_of or "",
        "there": there,
        "citations": sources.describe(cites),
    }


def _in_places(guide: Guide, priced: Priced, amount: Amount) -> list[There]:
    """Return what an amount is in each place, if places say so."""
    setting, local = priced.setting, amount.local
    if local is None or amount.id not in setting.local:
        return []
    named = (place for place in guide.jurisdictions if place.id in setting.places)
    return [
        {
            "id": place.id,
            "name": place.name,
            "value": value_words(guide, setting.box[at(amount.id, place.id)], amount.unit),
            "as_of": fact.as_of or "" if speaks(local, fact := place.facts.get(local.aspect)) and fact else "",
        }
        for place in named
    ]


def span_here(priced: Priced, amount: str) -> Span:
    """Return what an amount lies between, over all places that were named."""
    setting = priced.setting
    lead = setting.leads[amount]
    if lead not in setting.local:
        return setting.box[lead]
    each = [setting.box[at(lead, place)] for place in setting.places]
    highs = [span.high for span in each if span.high is not None]
    return Span(low=min(span.low for span in each), high=max(highs) if len(highs) == len(each) else None)
