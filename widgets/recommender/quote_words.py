"""Put quotes into words: figures that can be set side by side, what is inside of them, and what they leave open."""

from collections.abc import Iterator
from fractions import Fraction

from recommender.conditions import answered
from recommender.filled import filled_words
from recommender.given import Given
from recommender.model import Guide
from recommender.phrases import join, number
from recommender.quote_lines import LineRole, PartTerm, QuoteLine
from recommender.quote_pieces import inside, year_words
from recommender.quotes import MONTHS, PRICES, Quote, read_quotes, told_quotes, worked_out
from recommender.result_quotes import QuoteCell, QuoteFigure, QuoteRow, QuoteTerm, QuoteWords, ToSend
from recommender.scoring import Recommendation
from recommender.setting import exactly
from recommender.settled import Settled, settled, spans_of
from recommender.spans import Gap, Span
from recommender.sums import value_words

FIGURES = ("price", "on_top", "first", "later", "plan", "over", "after_rise")
"""What quotes are compared by, in order."""

_TERMS: tuple[LineRole, ...] = ("minimum", "once", "cap", "told", "exit")
_PLAN: frozenset[LineRole] = frozenset({"share", "whole", "portion"})


def quote_words(guide: Guide, result: Recommendation) -> list[QuoteWords]:
    """Return every quote of which something was told, in words and numbers."""
    told = told_quotes(guide, result.given)
    if not told:
        return []
    numbers = settled(guide, result.given)
    return [_Told(guide, result.given, numbers, quote).words() for quote in worked_out(guide, numbers, told)]


def fees_per_month(guide: Guide, result: Recommendation) -> list[tuple[str, Fraction]]:
    """Return what is paid for one person and month over one's own, by the name of the quote; a range by both its ends.

    Left out are quotes of which that is not known, holds something that is not known, or is below 0.
    """
    return [
        (label, value / MONTHS)
        for quote in (read_quotes(guide, result.given) if told_quotes(guide, result.given) else ())
        if quote.over and quote.is_opened
        for label, value in _ends(guide, _name(guide, quote), quote.over)
        if value >= 0
    ]


def _ends(guide: Guide, name: str, over: Gap) -> Iterator[tuple[str, Fraction]]:
    if over.low is None or over.high is None:
        return
    if over.low == over.high:
        yield name, over.low
    else:
        yield guide.wording.quote_least.format(name=name), over.low
        yield guide.wording.quote_most.format(name=name), over.high


def _name(guide: Guide, quote: Quote) -> str:
    return _text(guide, quote, "name") or guide.wording.quote_unnamed.format(number=quote.number)


def _text(guide: Guide, quote: Quote, role: LineRole) -> str:
    """Return what was told on the line of a role: a name, or the label of an option."""
    line = next((line for line in guide.quote_lines if line.role == role), None)
    told = str(quote.filled.get(line.id, "")) if line else ""
    return next((option.label for option in line.options if option.id == told), told) if line else ""


def quote_rows(guide: Guide, quotes: list[QuoteWords]) -> list[QuoteRow]:
    """Return the figures of quotes side by side, a row for each that one of them has."""
    labels = {figure["id"]: figure["label"] for quote in quotes for figure in quote["figures"]}
    return [
        {"label": labels[figure], "cells": [_cell(guide, quote, figure) for quote in quotes]}
        for figure in FIGURES
        if figure in labels
    ]


def _cell(guide: Guide, quote: QuoteWords, figure: str) -> QuoteCell:
    found = next((each for each in quote["figures"] if each["id"] == figure), None)
    month, year = (found["month"], found["year"]) if found else (guide.wording.cost_unknown, "")
    return {"name": quote["name"], "month": month, "year": year}


class _Told:
    """One quote, and what its words are made of."""

    def __init__(self, guide: Guide, given: Given, numbers: Settled, quote: Quote) -> None:
        self._guide, self._wording, self._given, self._quote = guide, guide.wording, given, quote
        self._numbers, self._known = numbers, numbers.known
        self._labels = {part.id: part.label for part in guide.quote_parts}

    def words(self) -> QuoteWords:
        """Return all of it."""
        opened_words, pieces = inside(self._guide, self._numbers, self._quote)
        return {
            "number": self._quote.number,
            "name": _name(self._guide, self._quote),
            "model": _text(self._guide, self._quote, "model"),
            "figures": list(self._figures()),
            "opened": opened_words,
            "pieces": pieces,
            "notes": [{"note": note} for note in self._notes()],
            "terms": list(self._terms()),
            "to_send": list(self._to_send()),
        }

    def _figures(self) -> Iterator[QuoteFigure]:
        quote, say = self._quote, self._wording
        yield self._figure("price", say.quote_price, None if quote.price is None else exactly(quote.price))
        on_top = self._figure("on_top", say.quote_on_top, quote.on_top)
        if quote.bundled is not None:
            on_top |= {"month": say.quote_inside, "year": "", "value": "", "most": ""}
        yield on_top
        yield self._figure("first", say.quote_first, quote.first)
        yield self._figure("later", say.quote_later, quote.later)
        if quote.plan is not None:
            yield self._figure("plan", say.quote_plan, exactly(quote.plan))
        yield self._figure("over", say.quote_over, quote.over)
        if quote.after_rise is not None:
            yield self._figure("after_rise", say.quote_after_rise, quote.after_rise)

    def _figure(self, name: str, label: str, year: Span | Gap | None) -> QuoteFigure:
        if year is None or year.low is None or year.high is None:
            return {
                "id": name,
                "label": label,
                "month": self._wording.cost_unknown,
                "year": "",
                "value": "",
                "most": "",
            }
        month, told = year_words(self._guide, year)
        value, most = (number(end / MONTHS) for end in (year.low, year.high))
        return {"id": name, "label": label, "month": month, "year": told, "value": value, "most": most}

    def _notes(self) -> Iterator[str]:
        """Yield what to know of the figures: what is in them unseen, what is not, and what would complete them."""
        quote, say = self._quote, self._wording
        if not self._told_roles().intersection(PRICES):
            yield say.quote_no_price
        yield from self._unknown()
        if any(line.role == "share" and self._is_open(line) for line in self._guide.quote_lines):
            yield say.quote_without_plan
        if quote.floored:
            yield say.quote_floored
        labels = {each.id: each.label for group in (self._guide.amounts, self._guide.questions) for each in group}
        if assumed := list(self._assumed()):
            yield say.quote_assumed.format(amounts=join(assumed))
        if wide := list(self._wide()):
            yield say.quote_narrow.format(amounts=join(f"“{labels[name]}”" for name in wide))
        if self._is_spread():
            yield say.quote_spread
        if quote.lacking:
            yield say.quote_lacking.format(amounts=join(f"“{labels[name]}”" for name in quote.lacking))

    def _unknown(self) -> Iterator[str]:
        """Yield which parts have no end, and where they are then."""
        quote, say = self._quote, self._wording
        unknown = [self._labels[each.part] for each in quote.parts.each if each.charged.high is None]
        mine = [self._labels[each.part] for each in quote.parts.each if each.own.high is None and each.charged.high]
        if unknown:
            pattern = say.quote_not_counted if quote.bundled is None else say.quote_unknown_inside
            yield pattern.format(parts=join(unknown))
        if mine and quote.price is not None:
            yield say.quote_over_holds.format(parts=join(mine))

    def _assumed(self) -> Iterator[str]:
        """Yield what the figures rest on that is a number of the guide and not the reader's, such as an average."""
        lines = [line for line in self._guide.quote_lines if line.id in self._quote.filled]
        used = {term.pay for part in self._guide.quote_parts for term in part.terms} | {line.times for line in lines}
        for amount in self._guide.amounts:
            value = self._known.get(amount.id)
            if amount.id in used - self._given.amounts.keys() and value is not None and self._quote.price is not None:
                yield f"“{amount.label}”, {value_words(self._guide, exactly(value), amount.unit)}"

    def _wide(self) -> Iterator[str]:
        """Yield the amounts that make a range of what has an end, each once."""
        for name in self._used():
            if any(each.low != each.high for each in spans_of(self._numbers.setting, name)):
                yield name

    def _is_spread(self) -> bool:
        """Say whether it makes a range that nobody told how many people are where."""
        setting = self._numbers.setting
        return bool(setting.shares.open) and any(len(spans_of(setting, name)) > 1 for name in self._used())

    def _used(self) -> list[str]:
        """Return the amounts of which the parts are made that have an end, each once, if there is a price."""
        ended = {each.part for each in self._quote.parts.each if each.own.high is not None}
        terms = [term for part in self._guide.quote_parts if part.id in ended for term in part.terms]
        return list(dict.fromkeys(name for term in terms for name in _names(term))) if self._quote.price else []

    def _terms(self) -> Iterator[QuoteTerm]:
        for line in self._guide.quote_lines:
            value = self._quote.filled.get(line.id)
            if line.role in _TERMS and value is not None:
                yield {"label": line.label, "words": filled_words(self._guide, line, value)}

    def _to_send(self) -> Iterator[ToSend]:
        asks = {ask.id: ask.question for ask in self._guide.provider_questions}
        seen = set[str]()
        for line in self._guide.quote_lines:
            name = line.then_asks if line.id in self._quote.filled else line.asks
            text = asks[name] if name else "" if line.id in self._quote.filled else line.ask
            if text and text not in seen and (line.id in self._quote.filled or self._is_open(line)):
                seen.add(text)
                yield {"id": name or "", "question": text}

    def _is_open(self, line: QuoteLine) -> bool:
        """Say whether a line that was left empty is one that the quote should have told."""
        told = self._told_roles()
        if line.models and not self._models().intersection(line.models):
            return False
        if line.unless and answered(line.unless, self._given.answered):
            return False
        if line.role in PRICES:
            return not told.intersection(PRICES)
        if line.role == "runs":
            return "run" in told
        if line.role in _PLAN:
            return self._quote.plan is None and self._known.get(line.times or "") != 0
        return line.role != "name"

    def _told_roles(self) -> set[LineRole]:
        return {each.role for each in self._guide.quote_lines if each.id in self._quote.filled}

    def _models(self) -> set[str]:
        """Return what it may be a quote for: all, where it was not told."""
        told = {str(self._quote.filled.get(each.id, "")) for each in self._guide.quote_lines if each.role == "model"}
        return told - {""} or {model.id for model in self._guide.models}


def _names(term: PartTerm) -> Iterator[str]:
    yield from (name for name in (term.rate, term.pay, term.base) if name is not None)
