"""The range of a sum of products: what trying every case finds, no more and no less."""

import random
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product

import pytest

from recommender.products import SCALE, Capped, Factor, Share, Sum, counted, plus
from recommender.ranges import within
from recommender.spans import Gap, Shares, Span
from shared import value_of

NONE = Shares(known={})


def span(low: int | Fraction, high: int | Fraction | None) -> Span:
    return Span(low=Fraction(low), high=None if high is None else Fraction(high))


def gap(low: int | Fraction | None, high: int | Fraction | None) -> Gap:
    return Gap(low=None if low is None else Fraction(low), high=None if high is None else Fraction(high))


def whole_numbers(box: Mapping[str, Span]) -> Iterator[dict[str, Fraction]]:
    """Yield every case in whole numbers."""
    each = [range(int(span.low), int(span.high or span.low) + 1) for span in box.values()]
    yield from (dict(zip(box, map(Fraction, case), strict=True)) for case in product(*each))


def test_what_starts_anew_in_the_middle_of_the_year_counts_twice() -> None:
    """Of 12,000 a year below 7,000: from July 6,000 count on each side, 5,000 more than without."""
    for base, month, more in ((7000, 7, 5000), (7000, 1, 0), (20000, 7, 0), (1000, 12, 1000), (7000, 12, 1000)):
        assert counted(base * SCALE, 12000 * SCALE, month * SCALE) == more * SCALE
    assert counted(7000 * SCALE, 12000 * SCALE, None) == 7000 * SCALE


def test_equal_products_cancel() -> None:
    one: Sum = {("a", "b"): Fraction(2), ("c",): Fraction(1)}
    other: Sum = {("a", "b"): Fraction(2), (): Fraction(5)}
    assert plus((one, 1), (other, -1)) == {("c",): 1, (): -5}


def test_a_number_that_stands_on_both_sides_is_one_number() -> None:
    """Ten to twenty hours at three, less the same hours at two: ten to twenty, and not less than nothing."""
    box = {"hours": span(10, 20)}
    difference = plus(({("hours",): Fraction(3)}, 1), ({("hours",): Fraction(2)}, -1))
    assert within(box, NONE).extent(difference) == gap(10, 20)


def test_what_is_unknown_leaves_the_end_open_on_its_side() -> None:
    ranges = within({"a": span(1, None), "b": span(0, 2)}, NONE)
    assert ranges.extent({("a",): Fraction(1)}) == gap(1, None)
    assert ranges.extent({("a",): Fraction(-1)}) == gap(None, -1)
    assert ranges.extent({("a", "b"): Fraction(1)}) == gap(0, None)
    assert within({"a": span(1, None), "b": span(0, 0)}, NONE).extent({("a", "b"): Fraction(1)}) == gap(0, 0)
    assert ranges.extent({("a",): Fraction(1), ("b",): Fraction(-1)}) == gap(-1, None)


def test_a_cap_bounds_what_is_unknown() -> None:
    ranges = within({"base": span(5, None), "pay": span(12, 24), "m": span(7, 7)}, NONE)
    assert ranges.extent({(Capped("base", "pay", None),): Fraction(1)}) == gap(5, 24)
    assert ranges.extent({(Capped("base", "pay", "m"),): Fraction(1)}) == gap(0, 12)


def test_people_who_may_be_anywhere_make_a_range() -> None:
    """A tax of 10 here and 30 there: half are here for sure, the rest in one place or the other."""
    total: Sum = {("tax@here", Share("here")): Fraction(1), ("tax@there", Share("there")): Fraction(1)}
    box = {"tax@here": span(10, 10), "tax@there": span(30, 40)}
    half = Fraction(1, 2)
    assert within(box, Shares(known={"here": half, "there": half})).extent(total) == gap(20, 25)
    assert within(box, Shares(known={}, open=("here", "there"), rest=Fraction(1))).extent(total) == gap(10, 40)
    some = Shares(known={"here": half}, open=("there", "nowhere"), rest=half)
    assert within(box, some).extent(total) == gap(5, 25)


@pytest.mark.parametrize("seed", range(8))
def test_no_case_lies_outside_and_the_ends_are_cases(seed: int) -> None:
    """250 drawn sums a seed, 2,000 in all, beside every case in whole numbers; bends lie on whole numbers there."""
    drawn = random.Random(seed)
    for _ in range(250):
        box = {name: span(low, low + drawn.randint(0, 2)) for name in "abc" if (low := drawn.randint(0, 9)) >= 0}
        box["pay"] = span(pay := 12 * drawn.randint(0, 2), pay)
        box["base"] = span(low := drawn.randint(0, 30), low + drawn.randint(0, 9))
        box["month"] = span(first := drawn.randint(1, 12), drawn.randint(first, 12))
        caps: list[Factor] = [Capped("base", "pay", None), Capped("base", "pay", "month")]
        factors = [(), ("a",), ("a", "b"), ("b", "c"), ("c",), *((cap, name) for cap in caps for name in "ab")]
        total = {each: Fraction(drawn.randint(-5, 5), 3) for each in drawn.sample(factors, 4)}
        total = {each: count for each, count in total.items() if count}
        cases = [value_of(total, at, {}) for at in whole_numbers(box)]
        assert within(box, NONE).extent(total) == Gap(low=min(cases), high=max(cases)), (box, total)


def test_sums_over_places_are_those_of_every_case() -> None:
    drawn = random.Random(5)
    for _ in range(200):
        places = ["n", "s", "e"][: drawn.randint(2, 3)]
        box = {
            f"{name}@{p}": span(low := drawn.randint(0, 5), low + drawn.randint(0, 2)) for name in "xy" for p in places
        }
        box |= {"r": span(0, drawn.randint(0, 2)), "z": span(1, 3)}
        total: dict[tuple[Factor, ...], Fraction] = {("z",): Fraction(drawn.randint(-3, 3))}
        for place in places:
            total[(f"x@{place}", "r", Share(place))] = Fraction(drawn.randint(1, 4))
            total[(f"x@{place}", f"y@{place}", Share(place))] = Fraction(drawn.randint(-4, 4))
        total = {factors: count for factors, count in total.items() if count}
        part = Fraction(drawn.randint(0, 3), 4)
        shares = Shares(known={places[0]: part}, open=tuple(places[1:]), rest=1 - part)
        spreads = [{**dict.fromkeys(places, Fraction(0)), places[0]: part, rest: 1 - part} for rest in places[1:]]
        cases = [value_of(total, at, spread) for at in whole_numbers(box) for spread in spreads]
        assert within(box, shares).extent(total) == Gap(low=min(cases), high=max(cases)), (box, total, shares)
