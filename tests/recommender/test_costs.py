"""Yearly costs: sums of amounts that count where the answers say so, once or every year, place by place."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

import pytest

from recommender.model import Guide
from recommender.money import Amount, Cap, Local
from recommender.priced import Priced, price
from recommender.scoring import recommend
from recommender.spans import Gap, Span
from shared import draw_given


def span(low: int | Fraction, high: int | Fraction | None) -> Span:
    return Span(low=Fraction(low), high=None if high is None else Fraction(high))


def priced(guide: Guide, **given: object) -> Priced:
    found = price(guide, recommend(guide, {"riders": 2, "rides": 10, **given}))
    assert found
    return found


def year(guide: Guide, **given: object) -> Span:
    """Return what a later year with the bus costs."""
    made = priced(guide, **given)
    (bill,) = made.bills
    return made.span(bill.later)


def with_terms(guide: Guide, **parts: object) -> Guide:
    (tickets,) = guide.expenses
    return replace(guide, expenses=(replace(tickets, terms=tuple(replace(t, **parts) for t in tickets.terms)),))  # type: ignore[arg-type]


def test_a_bill_by_hand(small: Guide) -> None:
    """Two riders, ten rides a month, 2 to 3 coins there and the same back: 2 x 10 x 12 x 4 to 6."""
    assert year(small) == span(960, 1440)


def test_a_term_counts_unless_all_of_some_answers_are_given(small: Guide) -> None:
    """Without the way back it is half: 2 x 10 x 12 x 2 to 3."""
    whole, half = span(960, 1440), span(480, 720)
    assert year(small, now="walk", rain="no") == year(small, rain="yes", money="short") == whole
    assert year(small, rain="no", money="short") == year(small, now="bus") == half


def test_a_model_of_which_no_term_counts_has_no_bill(small: Guide) -> None:
    wet = with_terms(small, when={"rain": ("yes",)})
    assert year(wet, rain="yes") == span(960, 1440)
    assert [priced(wet).bills, priced(wet, rain="no").bills] == [(), ()]


def test_what_is_unknown_leaves_the_most_open(small: Guide) -> None:
    assert year(small, rides=None) == span(0, None)


def test_nothing_costs_nothing_however_dear(small: Guide) -> None:
    assert year(small, fare=0, rides=None) == span(0, 0)


@pytest.mark.parametrize("answers", [{}, {"riders": "not_sure"}, {"riders": 0, "rain": "no"}, {"fare": 2, "rides": 9}])
def test_without_a_headcount_there_is_nothing_to_reckon(small: Guide, answers: dict[str, object]) -> None:
    assert price(small, recommend(small, answers)) is None


def test_without_expenses_there_is_nothing_to_reckon(small: Guide) -> None:
    assert price(replace(small, expenses=()), recommend(small, {"riders": 2})) is None


def test_what_is_paid_once_belongs_to_the_first_year(small: Guide) -> None:
    (tickets,) = small.expenses
    there, back = tickets.terms
    joining = replace(tickets, id="joining", terms=(back,), once=True)
    made = priced(replace(small, expenses=(replace(tickets, terms=(there,)), joining)))
    (bill,) = made.bills
    assert (made.span(bill.later), made.span(bill.first)) == (span(480, 720), span(960, 1440))


def test_a_difference_has_each_amount_once(small: Guide) -> None:
    """A bike ride costs a fare too, and nothing back: the bus costs the way back more, whatever a ride costs."""
    (tickets,) = small.expenses
    there, back = tickets.terms
    made = priced(replace(small, expenses=(replace(tickets, terms=(replace(there, models=("bike", "bus")), back)),)))
    bike, bus = made.bills
    assert made.gap(bus.later, bike.later) == Gap(low=Fraction(480), high=Fraction(720))
    assert made.gap(bus.later, bus.later) == Gap(low=Fraction(0), high=Fraction(0))


def test_what_every_bill_has_alike_is_equal(small: Guide) -> None:
    (tickets,) = small.expenses
    there, back = tickets.terms
    both = replace(there, models=("bike", "bus"))
    assert priced(small).equal == {}  # there is nothing beside it
    assert list(priced(replace(small, expenses=(replace(tickets, terms=(both,)),))).equal) == ["tickets"]
    assert priced(replace(small, expenses=(replace(tickets, terms=(both, back)),))).equal == {}


def test_a_local_amount_counts_for_the_people_of_each_place(small: Guide) -> None:
    """1,200 bridges in Northland and 2 to 3.5 in Southland; the way back costs as much: 2 x 10 x 12 x twice that."""
    amounts = tuple(
        replace(each, local=Local(aspect="bridges")) if each.id == "fare" else each for each in small.amounts
    )
    guide = replace(small, amounts=amounts)
    assert year(guide, regions=["northland"]) == span(480 * 1200, 480 * 1200)
    assert year(guide, regions=["northland", "southland"]) == span(480 * 2, 480 * 1200)
    some = {"regions": ["northland", "southland"], "people_northland": 1}
    assert year(guide, **some) == span(240 * 1202, 240 * 1203 + 120)
    assert year(guide, **some, fare=1) == span(480, 480)


def test_a_cap_of_known_numbers_is_a_number(small: Guide) -> None:
    """Of ten rides of 12 coins the first 7 count, and from the seventh month on 5 of them again."""
    for month, counts in ((None, 7), ("return_fare", 5)):
        guide = with_terms(small, times=("riders",), by=1, cap=Cap(base="fare", pay="rides", month=month), unless=())
        assert year(guide, fare=7, rides=12, return_fare=7) == span(2 * 2 * counts, 2 * 2 * counts)


FALLING = {"start_month", "ss_base", "hire_at"}
"""A later month leaves less of the year, a higher base less to tax twice, and a later hire is not yet paid."""


def can_rise(amount: Amount, answers: Mapping[str, object]) -> bool:
    return amount.id not in FALLING and amount.id in answers and int(str(answers[amount.id])) < amount.most


def test_costs_never_fall_as_an_amount_rises(guide: Guide) -> None:
    """But for what says how much of it is taxed twice."""
    tried = 0
    for answers in draw_given(guide, 60, seed=12):
        made = price(guide, recommend(guide, answers))
        for name in sorted(each.id for each in guide.amounts if can_rise(each, answers)):
            more = price(guide, recommend(guide, {**answers, name: int(str(answers[name])) + 1}))
            for one, other in zip(made.bills if made else (), more.bills if more else (), strict=True):
                for before, after in ((one.later, other.later), (one.first, other.first)):
                    assert made
                    assert more
                    low, high = made.span(before), more.span(after)
                    assert low.low <= high.low, (answers, name)
                    assert low.high is None or high.high is None or low.high <= high.high, (answers, name)
                    tried += 1
    assert tried > 1000
