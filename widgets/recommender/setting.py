"""Settle what every amount is for one person: as given, else as answers or places have it, else as the guide says."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from recommender.change_day import month_of_change
from recommender.conditions import answered
from recommender.figures import Figure
from recommender.given import Given
from recommender.model import Guide
from recommender.money import Amount, AmountCase, Local
from recommender.places import UNKNOWN, Jurisdiction, LocalFact
from recommender.spans import Shares, Span

ALL = Fraction(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What every amount lies between (`box`, by the name of its number), and where people are.

    `stated` is what speaks for each amount, `leads` the amount of which it has the number; an amount in `local` has one
    for each of the `places`, named by `at`. Of those in `steps` something begins when the headcount reaches them; the
    number named by `step` is then 1, and 0 before.
    """

    box: Mapping[str, Span]
    leads: Mapping[str, str]
    stated: Mapping[str, Amount | AmountCase]
    local: frozenset[str]
    steps: tuple[str, ...]
    places: tuple[str, ...]
    shares: Shares


def step(amount: str) -> str:
    """Return the name of the number that says whether the headcount has reached an amount."""
    return f"{amount}+"


def at(amount: str, place: str) -> str:
    """Return the name of an amount's number in a place."""
    return f"{amount}@{place}"


def amount_of(number: str) -> str:
    """Return the amount that a number is of, wherever it is."""
    return number.partition("@")[0]


def settle(guide: Guide, given: Given, headcount: int) -> Setting:
    """Return what every amount is for this headcount and what else was given."""
    asked = next((question.id for question in guide.questions if question.kind == "places"), "")
    named = given.answered.get(asked, ())
    places = [place for place in guide.jurisdictions if isinstance(named, tuple) and place.id in named]
    stated = {amount.id: amount if amount.id in given.amounts else _speaking(amount, given) for amount in guide.amounts}
    leads = {each.id: _lead(each.id, stated, given) for each in guide.amounts}
    local = frozenset(each.id for each in guide.amounts if places and _differs(each, given))
    box = {guide.headcount: exactly(Fraction(headcount))}
    known = {**_by_the_day(guide, given), **given.amounts}
    for amount in guide.amounts:
        own = exactly(known[amount.id]) if amount.id in known else span_of(stated[amount.id])
        box[amount.id] = own
        if amount.local and amount.id in local:
            box |= {at(amount.id, place.id): _there(amount.local, place, own) for place in places}
    steps = tuple(sorted({term.reach for expense in guide.expenses for term in expense.terms if term.reach}))
    return Setting(
        box=box | reached(box, steps, Fraction(headcount)),
        steps=steps,
        leads=leads,
        stated=stated,
        local=local,
        places=tuple(place.id for place in places),
        shares=_shares([place.id for place in places], given.people, headcount),
    )


def reached(box: Mapping[str, Span], steps: tuple[str, ...], headcount: Fraction) -> dict[str, Span]:
    """Return whether a headcount has reached each of some amounts: 0, 1, or either."""
    return {
        step(name): Span(
            low=Fraction(box[name].high is not None and headcount >= (box[name].high or 0)),
            high=Fraction(headcount >= box[name].low),
        )
        for name in steps
    }


def _by_the_day(guide: Guide, given: Given) -> dict[str, Fraction]:
    """Return the month that follows from a day that was given."""
    month = month_of_change(guide, given)
    return {guide.renewal.month: month} if guide.renewal and guide.renewal.month and month is not None else {}


def _differs(amount: Amount, given: Given) -> bool:
    """Say whether places say what an amount is."""
    return amount.local is not None and (amount.local.stands or amount.id not in given.amounts)


def _speaking(amount: Amount, given: Given) -> Amount | AmountCase:
    return next((case for case in amount.cases if answered(case.when, given.answered)), amount)


def _lead(name: str, stated: Mapping[str, Amount | AmountCase], given: Given) -> str:
    """Return the amount whose number this one has: itself, or the one that it follows."""
    follows = None if name in given.amounts or name not in stated else stated[name].same_as
    return name if follows is None else _lead(follows, stated, given)


def _there(local: Local, place: Jurisdiction, otherwise: Span) -> Span:
    """Return what an amount is in a place."""
    fact = place.facts.get(local.aspect)
    found = UNKNOWN if fact is None else fact.value
    if _is_measured(found):
        low, _, high = found.partition(" to ")
        return Span(low=Fraction(low), high=Fraction(high or low))
    ends = (local.lows.get(found), local.highs.get(found))
    least, most = (None if end is None else Fraction(str(end)) for end in ends)
    return Span(low=otherwise.low if least is None else least, high=otherwise.high if most is None else most)


def speaks(local: Local, fact: LocalFact | None) -> bool:
    """Say whether an amount is another in a place because of what was found there."""
    return fact is not None and (_is_measured(fact.value) or fact.value in {*local.lows, *local.highs})


def _is_measured(found: str) -> bool:
    return found.partition(" to ")[0].replace(".", "", 1).isdigit()


def _shares(places: list[str], people: Mapping[str, int], headcount: int) -> Shares:
    """Return how people are spread: as told, and the rest among the places of which nothing was told."""
    told = {place: people[place] for place in places if place in people}
    silent = tuple(place for place in places if place not in told)
    left = headcount - sum(told.values())
    if left > 0 and len(silent) > 1:
        return Shares(
            known={place: Fraction(number, headcount) for place, number in told.items()},
            open=silent,
            rest=Fraction(left, headcount),
        )
    if left > 0 and silent:
        told = {**told, silent[0]: left}
    total = sum(told.values())
    return Shares(known={place: Fraction(number, total) for place, number in told.items()} if total else {})


def exactly(number: Fraction) -> Span:
    """Return the range of one number."""
    return Span(low=number, high=number)


def span_of(stated: Amount | AmountCase | Figure) -> Span:
    """Return the own range of an amount or a figure; without a low end nothing is known of it."""
    # Through text, so that 0.6 is six tenths and not the nearest binary number.
    low = Fraction(0) if stated.low is None else Fraction(str(stated.low))
    return Span(low=low, high=None if stated.high is None else Fraction(str(stated.high)))
