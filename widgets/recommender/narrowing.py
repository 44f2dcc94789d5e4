"""Find the one amount whose own number would narrow a difference in cost most."""

from fractions import Fraction

from recommender.costs import Bill
from recommender.given import Given
from recommender.model import Guide
from recommender.priced import Priced
from recommender.products import NOTHING, Sum, plus
from recommender.ranges import blocks
from recommender.result_facts import Narrowing
from recommender.setting import exactly
from recommender.spans import Gap, Span


def narrowing(guide: Guide, given: Given, priced: Priced, bill: Bill, beside: Bill) -> list[Narrowing]:
    """Return the amount that would narrow the difference most, if any would; of equals, the first of the guide."""
    parts = blocks(plus((bill.first, 1), (beside.first, -1)))
    free = {name: [part for part in parts if name in priced.free(part)] for part in parts for name in priced.free(part)}
    tried = [
        (_gained(priced, free[each.id], each.id), each)
        for each in guide.amounts
        if each.id in free and each.id not in given.amounts
    ]
    gained, best = max(tried, key=lambda each: each[0], default=((0, NOTHING), None))
    if best is None or gained <= (0, NOTHING):
        return []
    return [{"id": best.id, "label": best.label, "find": best.find or ""}]


def _gained(priced: Priced, parts: list[Sum], amount: str) -> tuple[int, Fraction]:
    """Return how many more ends are known, and how much narrower parts are, if the amount is in the middle."""
    known, gained = _middle(priced, amount), (0, NOTHING)
    for part in parts:
        now, then = _width(priced.ranges.extent(part)), _width(priced.ranges.with_known(known).extent(part))
        gained = (gained[0] + now[0] - then[0], gained[1] + now[1] - then[1])
    return gained


def _middle(priced: Priced, amount: str) -> dict[str, Span]:
    """Return the amount's numbers, in each place if it is local, as if they were in the middle of what is known."""
    spans = {name: span for name, span in priced.setting.box.items() if name.partition("@")[0] == amount}
    return {name: exactly((span.low + (span.high or span.low)) / 2) for name, span in spans.items()}


def _width(gap: Gap) -> tuple[int, Fraction]:
    """Return how many ends are unknown, and how far apart the known ones are."""
    unknown = (gap.low is None) + (gap.high is None)
    return unknown, NOTHING if gap.low is None or gap.high is None else gap.high - gap.low
