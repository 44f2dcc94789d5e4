"""Put what is inside a quote's price, or on top of it, into words: part by part, with the sum that leads to it."""

from collections.abc import Iterator
from fractions import Fraction

from recommender.bundled import Opened, in_percent, opened
from recommender.costs import number_of
from recommender.model import Guide
from recommender.phrases import number
from recommender.quote_lines import PartTerm, QuotePart
from recommender.quote_parts import HUNDRED
from recommender.quotes import MONTHS, Quote
from recommender.result_quotes import Piece
from recommender.setting import exactly
from recommender.settled import Settled
from recommender.spans import Gap, Span

CENTS = 2
"""A month's cost, and a percentage, are told to so many places."""


def rounded(value: Fraction, places: int = 0) -> str:
    """Return a number to so many places, halves away from 0, in groups of three digits."""
    # In whole numbers, which are much faster than fractions: a result has hundreds of these.
    scale: int = 10**places
    whole, part = divmod((2 * abs(value.numerator) * scale + value.denominator) // (2 * value.denominator), scale)
    sign = "-" if value.numerator < 0 and (whole or part) else ""
    return f"{sign}{whole:,}.{part:0{places}}" if places else f"{sign}{whole:,}"


def sum_words(guide: Guide, value: Fraction, places: int = 0) -> str:
    """Return a sum of money to so many places, which may be below 0."""
    words = rounded(value, places)
    sum_ = guide.wording.cost_exactly.format(low=words.removeprefix("-"))
    return f"-{sum_}" if words.startswith("-") else sum_


def year_words(guide: Guide, year: Span | Gap) -> tuple[str, str]:
    """Return what a year's cost comes to in a month and in the year; without both ends, that it is not known."""
    if year.low is None or year.high is None:
        return guide.wording.cost_unknown, ""
    month = between(guide, *(sum_words(guide, end / MONTHS, CENTS) for end in (year.low, year.high)))
    return month, between(guide, *(sum_words(guide, end) for end in (year.low, year.high)))


def between(guide: Guide, low: str, high: str) -> str:
    """Return a range in words, or the one thing that both of its ends are."""
    return low if low == high else guide.wording.amount_between.format(low=low, high=high)


def inside(guide: Guide, numbers: Settled, quote: Quote) -> tuple[str, list[Piece]]:
    """Return what is inside of what is billed, or what comes on top of it, in a sentence and part by part."""
    pays = (numbers.known.get(part.terms[0].pay) for part in guide.quote_parts)
    pay = next((each for each in pays if each), None)
    if pay is None:
        return "", []
    say = _Pieces(guide, numbers, quote, pay)
    if found := opened(quote, pay):
        return say.sentence(found), [*say.parts(found.parts), *say.rest(found)]
    pieces = [] if quote.price is None else list(say.parts(in_percent(quote, pay)))
    return (guide.wording.quote_outside, pieces) if pieces else ("", [])


class _Pieces:
    """The parts of one quote, in words."""

    def __init__(self, guide: Guide, numbers: Settled, quote: Quote, pay: Fraction) -> None:
        self._guide, self._numbers, self._quote, self._pay = guide, numbers, quote, pay

    def sentence(self, found: Opened) -> str:
        """Return what is inside the percentage, and what that leaves."""
        wording = self._guide.wording
        misfit = found.rest.high is not None and found.rest.high < 0
        pattern = wording.quote_misfit if misfit else wording.quote_opened
        percent = _percent(self._quote.bundled or Fraction(0))
        return pattern.format(percent=percent, parts=self._percents(found.together), rest=self._left(found.rest))

    def parts(self, told: tuple[tuple[str, Span], ...]) -> Iterator[Piece]:
        """Yield the parts of which there is an end."""
        parts = {part.id: part for part in self._guide.quote_parts}
        years = {each.part: each.charged for each in self._quote.parts.each}
        for name, percent in told:
            how = self._how(parts[name])
            month, year = year_words(self._guide, years[name])
            words = f"{self._percents(percent)}%"
            yield {"label": parts[name].label, "percent": words, "month": month, "year": year, "how": how}

    def rest(self, found: Opened) -> Iterator[Piece]:
        """Yield what is left, if the numbers fit together."""
        charged, percent = self._quote.parts.charged, self._quote.bundled or Fraction(0)
        most, high = found.rest.high, percent * self._pay / HUNDRED - charged.low
        if most is None or most < 0 or charged.high is None:
            return
        at_most = found.rest.low < 0
        low = high if at_most else percent * self._pay / HUNDRED - charged.high
        month, year = (self._at_most(each, at_most) for each in year_words(self._guide, Span(low=low, high=high)))
        label = self._guide.wording.quote_rest
        yield {"label": label, "percent": f"{self._left(found.rest)}%", "month": month, "year": year, "how": ""}

    def _left(self, rest: Span) -> str:
        """Return what is left or, where the parts are more for sure, by how much; ends of both signs are one end."""
        assert rest.high is not None
        if rest.high < 0:
            return self._percents(Span(low=-rest.high, high=-rest.low))
        at_most = rest.low < 0
        return self._at_most(self._percents(exactly(rest.high) if at_most else rest), at_most)

    def _at_most(self, words: str, at_most: bool) -> str:
        return self._guide.wording.quote_at_most.format(value=words) if at_most else words

    def _percents(self, span: Span) -> str:
        assert span.high is not None
        return between(self._guide, _percent(span.low), _percent(span.high))

    def _how(self, part: QuotePart) -> str:
        """Return the sum that leads to a part, or nothing where it is another one in each place."""
        told = self._quote.filled.get(part.line) if part.line else None
        rate = told if isinstance(told, Fraction) else None
        sums = {
            " + ".join(self._term(term, place, None if n else rate) for n, term in enumerate(part.terms))
            for place in self._numbers.setting.places or ("",)
        }
        return sums.pop() if len(sums) == 1 else ""

    def _term(self, term: PartTerm, place: str, told: Fraction | None) -> str:
        wording, rate = self._guide.wording, self._there(term.rate, place) if told is None else exactly(told)
        pay = self._there(term.pay, place)
        base = pay if term.base is None else _capped(self._there(term.base, place), pay)
        pattern = wording.quote_rate if base == pay else wording.quote_rate_below
        words = between(self._guide, number(rate.low), number(rate.low if rate.high is None else rate.high))
        return pattern.format(rate=words, pay=self._sums(pay), base=self._sums(base))

    def _there(self, name: str, place: str) -> Span:
        setting = self._numbers.setting
        return setting.box[number_of(name, setting, place)]

    def _sums(self, span: Span) -> str:
        ends = (span.low, span.low if span.high is None else span.high)
        return between(self._guide, *(sum_words(self._guide, end) for end in ends))


def _capped(base: Span, pay: Span) -> Span:
    """Return how far a base reaches into pay."""
    highs = [end for end in (base.high, pay.high) if end is not None]
    return Span(low=min(base.low, pay.low), high=min(highs, default=None))


def _percent(value: Fraction) -> str:
    """Return a percentage as people read it."""
    words = rounded(value, CENTS)
    return words.rstrip("0").rstrip(".")
