"""Find the one amount whose own number would narrow a difference in cost most."""

from dataclasses import replace
from fractions import Fraction

from recommender.costs import Bill
from recommender.given import Given
from recommender.model import Guide
from recommender.priced import Priced
from recommender.products import Sum, plus
from recommender.ranges import Gap, Ranges, Span
from recommender.result_facts import Narrowing


def narrowing(guide: Guide, given: Given, priced: Priced, bill: Bill, beside: Bill) -> list[Narrowing]:
    """Return the amount that would narrow the difference most, if any would; of equals, the first of the guide."""
    total = plus((bill.first, 1), (beside.first, -1))
    free = set(priced.free(total))
    tried = [
        (_left(priced, total, each.id), each)
        for each in guide.amounts
        if each.id in free and each.id not in given.amounts
    ]
    now = _width(priced.gap(bill.first, beside.first))
    best = min(tried, key=lambda each: each[0], default=None)
    if best is None or best[0] >= now:
        return []
    return [{"id": best[1].id, "label": best[1].label, "find": best[1].find or ""}]


def _left(priced: Priced, total: Sum, amount: str) -> tuple[int, Fraction]:
    """Return how wide the difference is on average when the amount is known to be at one of its ends."""
    wide = [
        _width(Ranges({**priced.setting.box, **each}, priced.setting.shares).extent(total))
        for each in _known(priced, amount)
    ]
    return max(unknown for unknown, _ in wide), sum((width for _, width in wide), Fraction(0)) / len(wide)


def _known(priced: Priced, amount: str) -> list[dict[str, Span]]:
    spans = {name: span for name, span in priced.setting.box.items() if name.partition("@")[0] == amount}
    lows = {name: replace(span, high=span.low) for name, span in spans.items()}
    highs = {name: Span(low=span.high, high=span.high) for name, span in spans.items() if span.high is not None}
    return [lows, {**lows, **highs}]


def _width(gap: Gap) -> tuple[int, Fraction]:
    """Return how many ends are unknown, and how far apart the known ones are."""
    unknown = (gap.low is None) + (gap.high is None)
    return unknown, Fraction(0) if gap.low is None or gap.high is None else gap.high - gap.low
