"""Find what the parts of a quote come to for one person in a year: one's own, and as the quote charges them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from recommender.costs import term_sum
from recommender.given import Filled
from recommender.model import Guide
from recommender.money import Cap, ExpenseTerm
from recommender.products import Sum, plus
from recommender.quote_lines import PartTerm, QuotePart
from recommender.ranges import Ranges
from recommender.setting import Setting
from recommender.settled import Settled
from recommender.spans import Gap, Span

HUNDRED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What a part lies between for one person in a year: `own` without the quote, `charged` with it."""

    part: str
    own: Span
    charged: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What `each` part comes to for one person in a year, and all of them that have an upper end together.

    `dearer` is how much more is charged than is one's own, each number being the same in both.
    """

    each: tuple[Share, ...]
    own: Span
    charged: Span
    dearer: Gap


def own_sums(guide: Guide, numbers: Settled) -> list[Sum]:
    """Return what each part is the sum of as one has it, without any quote."""
    return [part_sum(part, numbers.setting) for part in guide.quote_parts]


def parts_of(guide: Guide, numbers: Settled, owned: Sequence[Sum], filled: Mapping[str, Filled]) -> Parts:
    """Return the parts as one has them (`owned`), and with the rates that the lines of a quote tell."""
    setting, ranges = numbers.setting, numbers.ranges
    rates = [_told(part, filled) for part in guide.quote_parts]
    billed = [
        own if rate is None else part_sum(part, setting, rate)
        for part, own, rate in zip(guide.quote_parts, owned, rates, strict=True)
    ]
    each = tuple(
        Share(part=part.id, own=span_of_sum(ranges, own), charged=span_of_sum(ranges, charged))
        for part, own, charged in zip(guide.quote_parts, owned, billed, strict=True)
    )
    own = plus(*((total, 1) for total, share in zip(owned, each, strict=True) if share.own.high is not None))
    charged = plus(*((total, 1) for total, share in zip(billed, each, strict=True) if share.charged.high is not None))
    return Parts(
        each=each,
        own=span_of_sum(ranges, own),
        charged=span_of_sum(ranges, charged),
        dearer=ranges.extent(plus((charged, 1), (own, -1))),
    )


def part_sum(part: QuotePart, setting: Setting, rate: Fraction | None = None) -> Sum:
    """Return what a part is the sum of, its first term at this rate if there is one."""
    terms = (_term(term, None if place else rate) for place, term in enumerate(part.terms))
    return plus(*((term_sum(term, setting), 1) for term in terms))


def span_of_sum(ranges: Ranges, total: Sum) -> Span:
    """Return what a sum of which nothing is below 0 lies between."""
    found = ranges.extent(total)
    assert found.low is not None
    return Span(low=found.low, high=found.high)


def _told(part: QuotePart, filled: Mapping[str, Filled]) -> Fraction | None:
    rate = filled.get(part.line) if part.line else None
    return rate if isinstance(rate, Fraction) else None


def _term(term: PartTerm, rate: Fraction | None) -> ExpenseTerm:
    """Return a term as expenses are made of them; a told rate is a plain number in it."""
    rates = (term.rate,) if rate is None else ()
    by, over = (1, 1) if rate is None else (rate.numerator, rate.denominator)
    if term.base is None:
        return ExpenseTerm(models=(), times=(*rates, term.pay), by=by, over=over * HUNDRED)
    return ExpenseTerm(models=(), times=rates, by=by, over=over * HUNDRED, cap=Cap(base=term.base, pay=term.pay))
