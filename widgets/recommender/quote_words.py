"""Put quotes into words: figures that can be set side by side, what is inside of them, and what they leave open."""

from collections.abc import Iterator
from fractions import Fraction

from recommender.bundled import Opened, in_percent, opened
from recommender.filled import filled_words
from recommender.given import Given
from recommender.model import Guide
from recommender.phrases import join, number
from recommender.quote_lines import LineRole, PartTerm, QuoteLine, QuotePart
from recommender.quotes import HUNDRED, MONTHS, Quote, told_quotes, worked_out
from recommender.result_quotes import Piece, QuoteCell, QuoteFigure, QuoteRow, QuoteTerm, QuoteWords, ToSend
from recommender.scoring import Recommendation
from recommender.settled import Known, Settled, settled
from recommender.spans import Span
from recommender.sums import value_words

CENTS = 2
"""A month's cost, and a percentage, are told to so many places."""

FIGURES = ("price", "on_top", "plan", "first", "later", "over", "after_rise")
"""What quotes are compared by, in order."""

_TERMS: tuple[LineRole, ...] = ("minimum", "once", "cap", "told", "exit")


def quote_words(guide: Guide, result: Recommendation) -> list[QuoteWords]:
    """Return every quote of which something was told, in words and numbers."""
    told = told_quotes(guide, result.given)
    numbers = settled(guide, result.given) if told else Settled(known={}, places=())
    return [_Told(guide, result.given, numbers, quote).words() for quote in worked_out(guide, numbers, told)]


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


def rounded(value: Fraction, places: int = 0) -> str:
    """Return a number to so many places, halves away from 0, in groups of three digits."""
    # In whole numbers, which are much faster than fractions: a result has hundreds of these.
    scale: int = 10**places
    whole, part = divmod((2 * abs(value.numerator) * scale + value.denominator) // (2 * value.denominator), scale)
    sign = "-" if value.numerator < 0 and (whole or part) else ""
    return f"{sign}{whole:,}.{part:0{places}}" if places else f"{sign}{whole:,}"


class _Told:
    """One quote, and what its words are made of."""

    def __init__(self, guide: Guide, given: Given, numbers: Settled, quote: Quote) -> None:
        self._guide, self._wording, self._given, self._quote = guide, guide.wording, given, quote
        self._known, self._places = numbers.known, numbers.places
        self._labels = {part.id: part.label for part in guide.quote_parts}

    def words(self) -> QuoteWords:
        """Return all of it."""
        opened_words, pieces = self._inside()
        return {
            "number": self._quote.number,
            "name": self._text("name") or self._wording.quote_unnamed.format(number=self._quote.number),
            "model": self._text("model"),
            "figures": list(self._figures()),
            "opened": opened_words,
            "pieces": pieces,
            "notes": [{"note": note} for note in self._notes()],
            "terms": list(self._terms()),
            "to_send": list(self._to_send()),
        }

    def _inside(self) -> tuple[str, list[Piece]]:
        """Return what is inside of what is billed, or what comes on top of it, in a sentence and part by part."""
        pays = (self._known.get(part.terms[0].pay) for part in self._guide.quote_parts)
        pay = next((each for each in pays if each), None)
        found = opened(self._quote, pay)
        if found:
            return self._opened(found), list(self._pieces(found))
        known = in_percent(self._quote, pay) if pay and self._quote.price is not None else ()
        pieces = [self._part(name, percent, pay) for name, percent in known if pay]
        return (self._wording.quote_outside, pieces) if pieces and self._quote.bundled is None else ("", [])

    def _text(self, role: LineRole) -> str:
        """Return what was told on the line of a role: a name, or the label of an option."""
        line = next((line for line in self._guide.quote_lines if line.role == role), None)
        told = str(self._quote.filled.get(line.id, "")) if line else ""
        return next((option.label for option in line.options if option.id == told), told) if line else ""

    def _figures(self) -> Iterator[QuoteFigure]:
        quote, say = self._quote, self._wording
        inside = quote.bundled is not None
        yield self._figure("price", say.quote_price, quote.price)
        if inside:
            yield {"id": "on_top", "label": say.quote_on_top, "month": say.quote_inside, "year": "", "value": ""}
        else:
            yield self._figure("on_top", say.quote_on_top, quote.on_top)
        if quote.plan is not None:
            yield self._figure("plan", say.quote_plan, quote.plan)
        yield self._figure("first", say.quote_first, quote.first)
        yield self._figure("later", say.quote_later, quote.later)
        yield self._figure("over", say.quote_over, quote.over)
        if quote.after_rise is not None:
            yield self._figure("after_rise", say.quote_after_rise, quote.after_rise)

    def _figure(self, name: str, label: str, year: Fraction | None) -> QuoteFigure:
        if year is None:
            return {"id": name, "label": label, "month": self._wording.cost_unknown, "year": "", "value": ""}
        month = year / MONTHS
        told = self._money(month, CENTS), self._money(year)
        return {"id": name, "label": label, "month": told[0], "year": told[1], "value": number(month)}

    def _money(self, value: Fraction, places: int = 0) -> str:
        words = rounded(value, places)
        sum_ = self._wording.cost_exactly.format(low=words.removeprefix("-"))
        return f"-{sum_}" if words.startswith("-") else sum_

    def _opened(self, found: Opened) -> str:
        """Return what is inside the percentage, in a sentence."""
        pattern = self._wording.quote_misfit if found.rest < 0 else self._wording.quote_opened
        parts, rest = _percent(found.parts), _percent(abs(found.rest))
        return pattern.format(percent=_percent(found.percent), parts=parts, rest=rest)

    def _pieces(self, found: Opened) -> Iterator[Piece]:
        yield from (self._part(name, percent, found.pay) for name, percent in found.known)
        if found.rest >= 0:
            yield self._piece(self._wording.quote_rest, found.rest, found.pay, "")

    def _part(self, name: str, percent: Fraction, pay: Fraction) -> Piece:
        part = next(each for each in self._guide.quote_parts if each.id == name)
        return self._piece(part.label, percent, pay, self._how(part))

    def _piece(self, label: str, percent: Fraction, pay: Fraction, how: str) -> Piece:
        year = percent * pay / HUNDRED
        month, told = self._money(year / MONTHS, CENTS), f"{_percent(percent)}%"
        return {"label": label, "percent": told, "month": month, "year": self._money(year), "how": how}

    def _how(self, part: QuotePart) -> str:
        """Return the sum that leads to a part that is known, or nothing where it is another one in each place."""
        told = self._quote.filled.get(part.line) if part.line else None
        rates = {part.terms[0].rate: told} if isinstance(told, Fraction) else {}
        sums = {" + ".join(self._term(term, {**known, **rates}) for term in part.terms) for _, known in self._places}
        return sums.pop() if len(sums) == 1 else ""

    def _term(self, term: PartTerm, known: Known) -> str:
        pay, base, rate = known[term.pay], known[term.pay if term.base is None else term.base], known[term.rate]
        pattern = self._wording.quote_rate_below if base < pay else self._wording.quote_rate
        return pattern.format(rate=number(rate), pay=self._money(pay), base=self._money(base))

    def _notes(self) -> Iterator[str]:
        """Yield what to know of the figures: what is in them unseen, what is not, and what would complete them."""
        quote, say = self._quote, self._wording
        hidden = quote.bundled is not None
        unknown = [self._labels[each.part] for each in quote.parts if each.charged is None]
        mine = [self._labels[each.part] for each in quote.parts if each.own is None and each.charged]
        if unknown:
            yield (say.quote_unknown_inside if hidden else say.quote_not_counted).format(parts=join(unknown))
        if mine and quote.price is not None:
            yield say.quote_over_holds.format(parts=join(mine))
        if any(line.role == "share" and self._is_open(line) for line in self._guide.quote_lines):
            yield say.quote_without_plan
        if quote.floored:
            yield say.quote_floored
        if assumed := list(self._assumed()):
            yield say.quote_assumed.format(amounts=join(assumed))
        labels = {each.id: each.label for group in (self._guide.amounts, self._guide.questions) for each in group}
        if quote.lacking:
            yield say.quote_lacking.format(amounts=join(f"“{labels[name]}”" for name in quote.lacking))

    def _assumed(self) -> Iterator[str]:
        """Yield what the figures rest on that is a number of the guide and not the reader's, such as an average."""
        lines = [line for line in self._guide.quote_lines if line.id in self._quote.filled]
        used = {term.pay for part in self._guide.quote_parts for term in part.terms} | {line.times for line in lines}
        for amount in self._guide.amounts:
            value = self._known.get(amount.id)
            if amount.id in used - self._given.amounts.keys() and value is not None and self._quote.price is not None:
                yield f"“{amount.label}”, {value_words(self._guide, Span(low=value, high=value), amount.unit)}"

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
        told = {each.role for each in self._guide.quote_lines if each.id in self._quote.filled}
        if line.models and not self._models().intersection(line.models):
            return False
        if line.role in _PRICES:
            return not told & _PRICES
        if line.role == "runs":
            return "run" in told
        if line.role in _PLAN:
            return self._quote.plan is None and self._known.get(line.times or "") != 0
        return line.role != "name"

    def _models(self) -> set[str]:
        """Return what it may be a quote for: all, where it was not told."""
        told = {str(self._quote.filled.get(each.id, "")) for each in self._guide.quote_lines if each.role == "model"}
        return told - {""} or {model.id for model in self._guide.models}


_PRICES: frozenset[LineRole] = frozenset({"bundled", "percent", "month", "run"})
_PLAN: frozenset[LineRole] = frozenset({"share", "whole", "portion"})


def _percent(value: Fraction) -> str:
    """Return a percentage as people read it."""
    words = rounded(value, CENTS)
    return words.rstrip("0").rstrip(".")
