"""The ranges of the published guide are those of trying every end of every amount, for 2,000 drawn firms."""

import random
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product
from math import prod

import pytest

from recommender.model import Guide
from recommender.priced import Priced, price
from recommender.products import Capped, Share, Sum, all_names, plus
from recommender.scoring import recommend
from recommender.spans import Gap
from shared import value_of

MOST = 700
"""Firms with more cases than that are passed over, so that trying them all takes seconds."""


def drawn_firm(guide: Guide, drawn: random.Random) -> dict[str, object]:
    """Return answers that bear on cost, with most amounts given, so that all ends of the others can be tried."""
    options = {question.id: [option.id for option in question.options] for question in guide.questions}
    choices = ("today", "industry", "benefits_now", "benefits_priority", "workers_comp_risk", "foreign_hires")
    given: dict[str, object] = {name: drawn.choice(options[name]) for name in choices if drawn.random() < 0.8}
    given |= {each.id: drawn.randint(each.least, each.most) for each in guide.amounts if drawn.random() < 0.75}
    states = drawn.sample([place.id for place in guide.jurisdictions], drawn.randint(0, 2))
    people = {f"people_{state}": drawn.randint(0, 9) for state in states if drawn.random() < 0.5}
    return given | people | {"states": states, "employees": drawn.randint(1, 250)}


def cases(total: Sum, priced: Priced) -> Iterator[Mapping[str, Fraction]]:
    """Yield every choice of ends; of months all of them, and of a base also where a part of the pay fills it."""
    setting = priced.setting
    tried: dict[str, set[Fraction]] = {}
    for name in all_names(total) - {""}:
        span = setting.box[name]
        assert span.high is not None
        tried[name] = {span.low, span.high}
    for cap in {factor for factors in total for factor in factors if isinstance(factor, Capped)}:
        if cap.month:
            tried[cap.month] = set(map(Fraction, range(int(min(tried[cap.month])), int(max(tried[cap.month])) + 1)))
        low, high = min(tried[cap.base]), max(tried[cap.base])
        parts = {Fraction(month - 1, 12) for month in (*map(int, tried.get(cap.month or "", ())), 13)}
        bends = {pay * part for pay in tried[cap.pay] for one in parts for part in (one, 1 - one)}
        tried[cap.base] |= {bend for bend in bends if low < bend < high}
    if prod(map(len, tried.values())) <= MOST:
        yield from (dict(zip(tried, at, strict=True)) for at in product(*tried.values()))


def spreads(priced: Priced) -> list[dict[str, Fraction]]:
    """Return where people may be: as told, the rest all in one of the other places."""
    shares, nobody = priced.setting.shares, dict.fromkeys(priced.setting.places, Fraction(0))
    rest = [{place: shares.rest} for place in shares.open] or [{}]
    return [{**nobody, **shares.known, **each} for each in rest]


def is_bounded(total: Sum, priced: Priced) -> bool:
    return all(priced.setting.box[name].high is not None for name in all_names(total) - {""})


@pytest.mark.parametrize("seed", range(4))
def test_every_range_is_that_of_all_its_cases(guide: Guide, seed: int) -> None:
    drawn, tried = random.Random(seed), 0
    while tried < 500:
        priced = price(guide, recommend(guide, drawn_firm(guide, drawn)))
        assert priced
        bill, other = drawn.choice(priced.bills), drawn.choice(priced.bills)
        for total in (bill.later, bill.first, plus((bill.first, 1), (other.first, -1))):
            if not total or not is_bounded(total, priced):
                continue
            found = [value_of(total, at, spread) for at in cases(total, priced) for spread in spreads(priced)]
            assert not found or priced.ranges.extent(total) == Gap(low=min(found), high=max(found)), total
            tried += bool(found)


def test_shares_stand_for_people(guide: Guide) -> None:
    """A product with a place counts the part of the people who are there: without it the two would differ."""
    priced = price(guide, recommend(guide, {"employees": 4, "states": ["texas", "oklahoma"], "people_texas": 1}))
    assert priced
    places = {
        factor.place for bill in priced.bills for each in bill.later for factor in each if isinstance(factor, Share)
    }
    assert places == {"texas", "oklahoma"}
    assert priced.setting.shares.known == {"texas": Fraction(1, 4), "oklahoma": Fraction(3, 4)}
