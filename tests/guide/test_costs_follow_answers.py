"""Yearly costs follow the answers: no premium where no plan is wanted, and what a move costs falls on whoever moves."""

import pytest

from recommender.model import Guide
from recommender.priced import Priced, price
from recommender.questions import Answer
from recommender.scoring import recommend

LEAVING = {"aso", "hro", "inhouse"}


def made(guide: Guide, **answers: Answer) -> Priced:
    """Return what a firm of 14 may pay."""
    found = price(guide, recommend(guide, {"employees": 14, **answers}))
    assert found
    return found


def expenses(guide: Guide, **answers: Answer) -> dict[str, set[str]]:
    """Return the expenses of a firm of 14 under each model."""
    return {bill.model: {*bill.every_year, *bill.once} for bill in made(guide, **answers).bills}


def test_no_plan_that_nobody_wants_is_priced(guide: Guide) -> None:
    assert all("health" in found for found in expenses(guide).values())
    assert all("health" in found for found in expenses(guide, benefits_now="none").values())
    found = expenses(guide, benefits_now="none", benefits_priority="low")
    assert not [model for model, names in found.items() if "health" in names]


@pytest.mark.parametrize("today", ["none", "payroll_service", "own_hr", "aso", "hro"])
def test_whoever_joins_may_pay_a_tax_twice(guide: Guide, today: str) -> None:
    found = {model for model, names in expenses(guide, today=today).items() if "taxed_twice" in names}
    assert found == {"peo", "cpeo"}


def test_whoever_has_a_provider_may_pay_it_on_leaving(guide: Guide) -> None:
    found = {model for model, names in expenses(guide, today="peo").items() if "taxed_twice" in names}
    assert found >= LEAVING
    assert "stay" not in found


def test_staying_costs_what_there_is_now(guide: Guide) -> None:
    """With a PEO now, its premium, rate of compensation and rate of unemployment tax are those that go on."""
    amounts: dict[str, Answer] = {"premium": 5000, "premium_peo": 4000, "wc_rate": 10, "wc_rate_peo": 8}
    with_peo, without = (
        {bill.model: bill.every_year for bill in made(guide, today=today, **amounts).bills}
        for today in ("peo", "own_hr")
    )
    for expense in ("health", "workers_comp"):
        assert with_peo["stay"][expense] == with_peo["peo"][expense]
        assert without["stay"][expense] == without["inhouse"][expense]
        assert with_peo["peo"][expense] != without["inhouse"][expense]
