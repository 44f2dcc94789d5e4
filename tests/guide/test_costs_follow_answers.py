"""Yearly costs follow the answers: no premium where no plan is wanted, and what a move costs falls on whoever moves."""

import pytest

from recommender.costs import Bill
from recommender.estimate import bills_of
from recommender.model import Guide
from recommender.questions import Answer
from recommender.scoring import recommend

LEAVING = {"aso", "hro", "eor", "inhouse"}


def made(guide: Guide, **answers: Answer) -> dict[str, Bill]:
    """Return the bills of a firm of 14 by their models."""
    return {bill.model: bill for bill in bills_of(guide, recommend(guide, {"employees": 14, **answers}))}


def test_no_plan_that_nobody_wants_is_priced(guide: Guide) -> None:
    assert all("health" in bill.items for bill in made(guide).values())
    assert all("health" in bill.items for bill in made(guide, benefits_now="none").values())
    found = made(guide, benefits_now="none", benefits_priority="low")
    assert not [model for model, bill in found.items() if "health" in bill.items]


@pytest.mark.parametrize("today", ["none", "payroll_service", "own_hr", "aso", "hro"])
def test_whoever_joins_may_pay_a_tax_twice(guide: Guide, today: str) -> None:
    found = {model for model, bill in made(guide, today=today).items() if "taxed_twice" in bill.items}
    assert found == {"peo", "cpeo"}


def test_whoever_has_a_provider_may_pay_it_on_leaving(guide: Guide) -> None:
    found = {model for model, bill in made(guide, today="peo").items() if "taxed_twice" in bill.items}
    assert found == {*LEAVING, "cpeo"}  # a certified one is another provider


def test_staying_costs_what_there_is_now(guide: Guide) -> None:
    """With a PEO now, its premium, rate of compensation and rate of unemployment tax are those that go on."""
    amounts: dict[str, Answer] = {"premium": 5000, "premium_peo": 4000, "wc_rate": 10, "wc_rate_peo": 8}
    with_peo, without = made(guide, today="peo", **amounts), made(guide, today="own_hr", **amounts)
    for expense in ("health", "workers_comp"):
        assert with_peo["stay"].items[expense] == with_peo["peo"].items[expense]
        assert without["stay"].items[expense] == without["inhouse"].items[expense]
        assert with_peo["peo"].items[expense] != without["inhouse"].items[expense]
