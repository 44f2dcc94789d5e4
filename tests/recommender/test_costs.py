"""Yearly costs: exact ranges, unknown stays unknown, nothing saved unless somebody says so."""

from dataclasses import replace
from fractions import Fraction
from itertools import product

import pytest

from recommender.costs import Span, bills, counted_twice, spans, split
from recommender.model import Guide
from recommender.money import Amount, Cap, Expense, ExpenseTerm
from shared import draw_given


def span(low: int | Fraction, high: int | Fraction | None) -> Span:
    return Span(low=Fraction(low), high=None if high is None else Fraction(high))


def test_a_given_amount_replaces_its_range_and_what_follows_it(small: Guide) -> None:
    found = spans(small, 3, {"fare": Fraction(5)})
    assert (found["fare"], found["return_fare"], found["riders"]) == (span(5, 5), span(5, 5), span(3, 3))
    found = spans(small, 3, {"return_fare": Fraction(1)})
    assert (found["fare"], found["return_fare"]) == (span(2, 3), span(1, 1))


def test_a_bill_by_hand(small: Guide) -> None:
    """Two riders, ten rides a month, 2 to 3 coins there and the same back: 2 x 10 x 12 x 4 to 6."""
    (bill,) = bills(small, spans(small, 2, {"rides": Fraction(10)}), {})
    assert (bill.model, bill.total) == ("bus", span(960, 1440))


def test_a_term_counts_unless_all_of_some_answers_are_given(small: Guide) -> None:
    """Without the way back it is half: 2 x 10 x 12 x 2 to 3."""
    amounts = spans(small, 2, {"rides": Fraction(10)})
    whole, half = span(960, 1440), span(480, 720)
    for sure, total in (
        ({"now": "walk", "rain": "no"}, whole),
        ({"rain": "yes", "money": "short"}, whole),
        ({"rain": "no", "money": "short"}, half),
        ({"now": "bus"}, half),
    ):
        assert [bill.total for bill in bills(small, amounts, sure)] == [total], sure


def test_a_term_with_conditions_counts_only_where_they_hold(small: Guide) -> None:
    (tickets,) = small.expenses
    wet = replace(tickets, terms=tuple(replace(term, when={"rain": ("yes",)}) for term in tickets.terms))
    guide = replace(small, expenses=(wet,))
    amounts = spans(guide, 2, {"rides": Fraction(10)})
    assert [bill.total for bill in bills(guide, amounts, {"rain": "yes"})] == [span(960, 1440)]
    for sure in ({}, {"rain": "no"}):
        (bill,) = bills(guide, amounts, sure)
        assert (dict(bill.items), bill.total) == ({}, span(0, 0))


def test_what_is_unknown_leaves_the_most_open(small: Guide) -> None:
    (bill,) = bills(small, spans(small, 2, {}), {})
    assert bill.total == span(0, None)


def test_nothing_costs_nothing_however_dear(small: Guide) -> None:
    (bill,) = bills(small, spans(small, 2, {"fare": Fraction(0)}), {})
    assert bill.total == span(0, 0)


def test_a_cap_that_starts_anew_is_counted_twice() -> None:
    """Of 12,000 a year with a cap of 7,000: from July 6,000 are taxed on each side, 5,000 more than without."""
    assert counted_twice(Fraction(7000), Fraction(12000), 7) == 5000
    assert counted_twice(Fraction(7000), Fraction(12000), 1) == 0
    assert counted_twice(Fraction(20000), Fraction(12000), 7) == 0
    assert split(Fraction(12000), 4) == (3000, 9000)


@pytest.mark.parametrize("base", [(0, 900), (100, 100), (300, 2000)])
@pytest.mark.parametrize("pay", [(1000, 1000), (600, 1200)])
@pytest.mark.parametrize("month", [(1, 12), (3, 5), (12, 12)])
def test_a_range_of_caps_holds_every_case(
    small: Guide, base: tuple[int, int], pay: tuple[int, int], month: tuple[int, int]
) -> None:
    """Brute force: no case inside the ranges costs less or more than the range says, and the ends are reached."""
    ends = {"base": base, "pay": pay, "month": month}
    amounts = tuple(
        Amount(id=name, order=1, group="g", label=name, unit="u", most=9999, low=low, high=high)
        for name, (low, high) in ends.items()
    )
    cap = Cap(base="base", pay="pay", month="month")
    guide = replace(
        small,
        amounts=amounts,
        expenses=(
            Expense(id="e", order=1, label="e", terms=(ExpenseTerm(models=("bus",), times=("riders",), cap=cap),)),
        ),
    )
    ((_, found),) = [(bill.model, bill.total) for bill in bills(guide, spans(guide, 1, {}), {})]
    tried = [
        counted_twice(Fraction(b), Fraction(p), m)
        for b, p, m in product(
            range(base[0], base[1] + 1, 25), range(pay[0], pay[1] + 1, 50), range(month[0], month[1] + 1)
        )
    ]
    assert found.high is not None
    assert found.low <= min(tried)
    assert max(tried) <= found.high
    assert found.high - max(tried) <= 50


def test_no_saving_is_assumed(guide: Guide) -> None:
    """Until somebody gives a number for one model, all that every model has in common costs the same under each."""
    made = bills(guide, spans(guide, 20, {}), {})
    common = set.intersection(*(set(bill.items) for bill in made))
    differing = {name for name in common if len({bill.items[name] for bill in made}) > 1}
    fees = min(guide.expenses, key=lambda expense: expense.order).id
    assert differing <= {fees}


def test_costs_never_fall_as_an_amount_rises(guide: Guide) -> None:
    """But for the month and the caps, which may make less taxed twice."""
    falling = {"start_month", "suta_base", "futa_base", "pay"}
    for answers in draw_given(guide, 20, seed=12):
        headcount = answers.get(guide.headcount)
        if not isinstance(headcount, int):
            continue
        given = {each.id: Fraction(str(answers[each.id])) for each in guide.amounts if each.id in answers}
        before = bills(guide, spans(guide, headcount, given), {})
        for name in sorted(given.keys() - falling):
            for one, other in zip(
                before, bills(guide, spans(guide, headcount, {**given, name: given[name] + 1}), {}), strict=True
            ):
                assert one.total.low <= other.total.low, (given, name)
                assert one.total.high is None or other.total.high is None or one.total.high <= other.total.high
