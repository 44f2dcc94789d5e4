"""Find the amount whose own number would narrow a difference most, and those that are taken to be like others."""

from collections.abc import Iterator
from fractions import Fraction

from recommender.costs import Bill
from recommender.given import Given
from recommender.model import Guide
from recommender.money import Amount
from recommender.priced import Priced
from recommender.products import NOTHING, Capped, Sum, plus
from recommender.ranges import blocks
from recommender.result_facts import Narrowing
from recommender.setting import amount_of, exactly
from recommender.spans import Gap, Span


def narrowing(guide: Guide, given: Given, priced: Priced, bill: Bill, beside: Bill) -> list[Narrowing]:
    """Return the amount that would narrow the difference most, if any would; of equals, the first of the guide."""
    free: dict[str, list[Sum]] = {}
    for part in blocks(plus((bill.first, 1), (beside.first, -1))):
        for name in priced.free(part):
            free.setdefault(name, []).append(part)
    tried = [
        (_gained(priced, free[each.id], each.id), each)
        for each in guide.amounts
        if each.id in free and each.id not in given.amounts
    ]
    gained, best = max(tried, key=lambda each: each[0], default=((0, NOTHING), None))
    if best is None or gained <= (0, NOTHING):
        return []
    return [_told(_own(guide, priced, best, bill.used | beside.used))]


def alike(guide: Guide, priced: Priced, bill: Bill, beside: Bill) -> list[Narrowing]:
    """Return the amounts of one bill that are taken to be like one of the other, until somebody gives them."""
    leads = priced.setting.leads
    return [
        _told(each)
        for each in guide.amounts
        for own, other in ((bill.used, beside.used), (beside.used, bill.used))
        if each.id in own - other and leads[each.id] != each.id and leads[each.id] in other
    ]


def _told(amount: Amount) -> Narrowing:
    return {"id": amount.id, "label": amount.label, "find": amount.find or ""}


def _own(guide: Guide, priced: Priced, amount: Amount, used: frozenset[str]) -> Amount:
    """Return the amount by the name that it has in these bills."""
    if amount.id in used:
        return amount
    named = (each for each in guide.amounts if each.id in used and priced.setting.leads[each.id] == amount.id)
    return next(named, amount)


def _gained(priced: Priced, parts: list[Sum], amount: str) -> tuple[int, Fraction]:
    """Return how many more ends are known, and how much narrower parts are on average, once the amount is known."""
    knowing = list(_knowing(priced, amount, parts))
    unknown, narrower = 0, NOTHING
    for part in parts:
        now = _width(priced.ranges.extent(part))
        then = [_width(priced.ranges.with_known(known).extent(part)) for known in knowing]
        unknown += now[0] - max(ends for ends, _ in then)
        narrower += now[1] - sum((width for _, width in then), NOTHING) / len(then)
    return unknown, narrower


def _knowing(priced: Priced, amount: str, parts: list[Sum]) -> Iterator[dict[str, Span]]:
    """Yield an amount's numbers, of each place if it is local: mid-range, and if it is a month its ends too."""
    spans = {name: span for name, span in priced.setting.box.items() if amount_of(name) == amount}
    yield {name: exactly((span.low + (span.high or span.low)) / 2) for name, span in spans.items()}
    caps = {factor for part in parts for factors in part for factor in factors if isinstance(factor, Capped)}
    if any(cap.month == amount for cap in caps):
        yield {name: exactly(span.low) for name, span in spans.items()}
        yield {name: exactly(span.high or span.low) for name, span in spans.items()}


def _width(gap: Gap) -> tuple[int, Fraction]:
    """Return how many ends are unknown, and how far apart the known ones are."""
    unknown = (gap.low is None) + (gap.high is None)
    return unknown, NOTHING if gap.low is None or gap.high is None else gap.high - gap.low
