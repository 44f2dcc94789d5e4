"""What the schema cannot say about money: amounts rest on something, and expenses are made of amounts that exist."""

from collections.abc import Iterator

from generator.problems import Finding, one_of, quote
from generator.reading.checks.advice import check_conditions, check_options
from generator.reading.yaml_lines import Loc
from recommender.given import WEIGHT
from recommender.model import Guide
from recommender.money import Amount, AmountCase, ExpenseTerm


def check_amounts(guide: Guide) -> Iterator[Finding]:
    """Yield amounts whose name is taken, whose range makes no sense or rests on nothing, or that follow in a circle."""
    taken = {question.id for question in guide.questions} | {f"{WEIGHT}{concern.id}" for concern in guide.concerns}
    leading = {each.id for each in guide.amounts if each.same_as is None} | {guide.headcount}
    for index, each in enumerate(guide.amounts):
        loc: Loc = ("amounts", index)
        if each.id in taken:
            why = "a link could not tell the two apart"
            yield Finding((*loc, "id"), f"{quote(each.id)} is also a question", why, "give it another id")
        if each.least == each.most:
            what, why = f"is {each.most}, as `least` is", "nobody could give another amount"
            yield Finding((*loc, "most"), what, why, "write a larger number")
        yield from _local(guide, each, loc)
        yield from _range(each, each.most, leading, loc)
        if each.whole:
            yield from _fractions(each, loc)
        for n, case in enumerate(each.cases):
            yield from check_options(guide, case.when, (*loc, "cases", n, "when"))
            yield from _range(case, each.most, leading, (*loc, "cases", n))


def check_rulers(guide: Guide) -> Iterator[Finding]:
    """Yield figures whose way to the ruler names an amount that has no range."""
    amounts = {each.id for each in guide.amounts if each.low is not None and each.high is not None}
    for index, figure in enumerate(guide.figures):
        if figure.ruler and figure.ruler.times is not None and figure.ruler.times not in amounts:
            what = f"{quote(figure.ruler.times)} is no amount with a range"
            yield Finding(("figures", index, "ruler", "times"), what, "nothing could be worked out", one_of(amounts))


def check_expenses(guide: Guide) -> Iterator[Finding]:
    """Yield terms of expenses that name an amount, a model or an answer that does not exist."""
    amounts = {each.id for each in guide.amounts} | {guide.headcount}
    models = {model.id for model in guide.models}
    for index, expense in enumerate(guide.expenses):
        for n, term in enumerate(expense.terms):
            loc: Loc = ("expenses", index, "terms", n)
            for place, name in _named(term):
                if name not in amounts:
                    what, why = f"{quote(name)} is no amount", "nothing could be worked out"
                    yield Finding((*loc, *place), what, why, one_of(amounts))
            yield from check_options(guide, term.when, (*loc, "when"))
            for m, options in enumerate(term.unless):
                yield from check_options(guide, options, (*loc, "unless", m))
            for m, model in enumerate(term.models):
                if model not in models:
                    yield Finding(
                        (*loc, "models", m), f"{quote(model)} is no model", "nothing would show it", one_of(models)
                    )


def check_provider_questions(guide: Guide) -> Iterator[Finding]:
    """Yield conditions of questions for providers that no answer could meet."""
    for index, ask in enumerate(guide.provider_questions):
        yield from check_conditions(guide, ask, ("provider_questions", index))


def _local(guide: Guide, each: Amount, loc: Loc) -> Iterator[Finding]:
    if each.local is None:
        return
    aspects = {aspect.id: aspect for aspect in guide.aspects}
    aspect = aspects.get(each.local.aspect)
    if aspect is None:
        what = f"{quote(each.local.aspect)} is no aspect"
        yield Finding((*loc, "local", "aspect"), what, "no place could speak of it", one_of(aspects))
        return
    values = {value.id for value in aspect.values}
    for end, worth in (("lows", each.local.lows), ("highs", each.local.highs)):
        for value in worth:
            if value not in values:
                what = f"{quote(value)} is no value of `{aspect.id}`"
                yield Finding((*loc, "local", end, value), what, "no place could have it", one_of(values))


def _fractions(each: Amount, loc: Loc) -> Iterator[Finding]:
    """Yield the ends of an amount, and of its cases, that nobody could give since it is whole."""
    stated: list[tuple[Loc, Amount | AmountCase]] = [
        ((), each),
        *((("cases", n), case) for n, case in enumerate(each.cases)),
    ]
    for place, part in stated:
        for name, end in (("low", part.low), ("high", part.high)):
            if end is not None and end % 1:
                what, why = f"is {end}, and the amount is `whole`", "nobody could give what is assumed"
                yield Finding((*loc, *place, name), what, why, "write a whole number, or remove `whole:`")


def _range(each: Amount | AmountCase, most: int, leading: set[str], loc: Loc) -> Iterator[Finding]:
    low, high = each.low, each.high
    if each.same_as is not None and each.same_as not in leading:
        what, why = f"{quote(each.same_as)} is no amount with a range of its own", "nothing would come of it"
        yield Finding((*loc, "same_as"), what, why, one_of(leading))
    for name, end in (("low", low), ("high", high)):
        if end is not None and end > most:
            what, why = f"is {end}, above `most`", "nobody could give what is assumed"
            yield Finding((*loc, name), what, why, f"write at most {most:,}, or correct `most:`")
    if high is not None and low is None:
        yield Finding((*loc, "high"), "has no low end", "a range has two ends", "add `low:`, 0 if need be")
    if each.same_as is not None and low is not None:
        why = "it cannot have a range and follow another"
        yield Finding((*loc, "same_as"), "stands beside a range", why, "remove one of the two")
    if (low is not None or each.same_as is not None) and not (each.claims or each.assumed):
        why = "readers see what every number rests on"
        yield Finding(
            loc, "rests on nothing", why, "add `claims:` with citations, or say in `assumed:` that we assume it"
        )


def _named(term: ExpenseTerm) -> Iterator[tuple[Loc, str]]:
    yield from ((("times", index), name) for index, name in enumerate(term.times))
    if term.reach is not None:
        yield ("reach",), term.reach
    if term.cap:
        yield from ((("cap", key), getattr(term.cap, key)) for key in ("base", "pay"))
        if term.cap.month is not None:
            yield ("cap", "month"), term.cap.month
