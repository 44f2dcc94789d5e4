"""Work out what each model may cost in a year: sums of amounts, and their exact ranges."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from recommender.conditions import answered
from recommender.model import Guide
from recommender.money import Cap, Expense, ExpenseTerm
from recommender.products import SCALE, Capped, Factor, Share, Sum, counted, plus
from recommender.questions import Answer
from recommender.setting import Setting, at, step


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """A model's cost: a sum for every expense that it has, and for the first year and for a later one.

    What is paid `once` belongs to the first year alone. `used` are the amounts of which it is made, by their own names.
    """

    model: str
    every_year: Mapping[str, Sum]
    once: Mapping[str, Sum]
    later: Sum
    first: Sum
    used: frozenset[str]


def bills(guide: Guide, setting: Setting, sure: Mapping[str, Answer]) -> tuple[Bill, ...]:
    """Return the bill of every model of which some expense speaks where these answers are sure, in its order."""
    known: dict[tuple[object, ...], Sum] = {}
    made = (_bill(guide, model.id, setting, sure, known) for model in guide.models)
    return tuple(bill for bill in made if bill.every_year or bill.once)


def _bill(
    guide: Guide, model: str, setting: Setting, sure: Mapping[str, Answer], known: dict[tuple[object, ...], Sum]
) -> Bill:
    counting = [(expense, terms) for expense in guide.expenses if (terms := list(_terms(expense, model, sure)))]
    made = [(expense, plus(*((_sum(term, setting, known), 1) for term in terms))) for expense, terms in counting]
    every_year = {expense.id: total for expense, total in made if not expense.once}
    once = {expense.id: total for expense, total in made if expense.once}
    later = plus(*((each, 1) for each in every_year.values()))
    first = plus((later, 1), *((each, 1) for each in once.values()))
    used = frozenset(name for _, terms in counting for term in terms for name in _names(term))
    return Bill(model=model, every_year=every_year, once=once, later=later, first=first, used=used)


def _names(term: ExpenseTerm) -> tuple[str, ...]:
    cap = term.cap
    others = (term.reach, *(() if cap is None else (cap.base, cap.pay, cap.month)))
    return (*term.times, *(name for name in others if name))


def _terms(expense: Expense, model: str, sure: Mapping[str, Answer]) -> Iterator[ExpenseTerm]:
    return (term for term in expense.terms if model in term.models and _counts(term, sure))


def _counts(term: ExpenseTerm, sure: Mapping[str, Answer]) -> bool:
    return answered(term.when, sure) and not any(answered(each, sure) for each in term.unless)


def _sum(term: ExpenseTerm, setting: Setting, known: dict[tuple[object, ...], Sum]) -> Sum:
    """Return the sum of a term's products; what several models have alike is made once."""
    used = tuple(setting.leads.get(name, name) for name in term.times)
    cap = term.cap and tuple(
        setting.leads.get(name, name) for name in (term.cap.base, term.cap.pay, term.cap.month or "")
    )
    key = (used, cap, term.by, term.over, term.reach)
    if key not in known:
        known[key] = term_sum(term, setting)
    return known[key]


def term_sum(term: ExpenseTerm, setting: Setting) -> Sum:
    """Return what a term comes to for one person in a year, over all places that were named."""
    return plus(*((each, 1) for each in _products(term, setting)))


def _products(term: ExpenseTerm, setting: Setting) -> Iterator[Sum]:
    """Yield a term as a product or, where an amount in it is local, one for each place and the people there."""
    if not any(setting.leads.get(name) in setting.local for name in _names(term)):
        yield _product(term, setting, "")
        return
    yield from (_product(term, setting, place) for place in setting.places)


def _product(term: ExpenseTerm, setting: Setting, place: str) -> Sum:
    count, factors = Fraction(term.by, term.over), list[Factor]()
    for name in term.times:
        part, more = _folded(number_of(name, setting, place), setting)
        count, factors = count * part, [*factors, *more]
    if term.cap:
        part, more = _cap(term.cap, setting, place)
        count, factors = count * part, [*factors, *more]
    if term.reach:
        part, more = _folded(step(term.reach), setting)
        count, factors = count * part, [*factors, *more]
    if place:
        factors.append(Share(place))
    return {tuple(sorted(factors, key=repr)): count} if count else {}


def _folded(number: str, setting: Setting) -> tuple[Fraction, list[Factor]]:
    """Return a number that is settled as one, and another as a factor."""
    found = setting.box[number]
    return (found.low, []) if found.low == found.high else (Fraction(1), [number])


def _cap(cap: Cap, setting: Setting, place: str) -> tuple[Fraction, list[Factor]]:
    found = [None if name is None else number_of(name, setting, place) for name in (cap.base, cap.pay, cap.month)]
    base, pay, month = found
    assert base is not None
    assert pay is not None
    spans = [setting.box[name] for name in found if name is not None]
    if any(span.low != span.high for span in spans):
        return Fraction(1), [Capped(base, pay, month)]
    at_base, at_pay, *at_month = (int(span.low * SCALE) for span in spans)
    return Fraction(counted(at_base, at_pay, at_month[0] if at_month else None), SCALE), []


def number_of(name: str, setting: Setting, place: str) -> str:
    """Return the name of the number that an amount has, in a place if it is another in each, or in none ("")."""
    lead = setting.leads.get(name, name)
    return at(lead, place) if place and lead in setting.local else lead
