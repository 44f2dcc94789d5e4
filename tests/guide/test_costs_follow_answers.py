"""Yearly costs follow the answers: no premium where no plan is wanted, and what a move costs falls on whoever moves."""

import pytest

from recommender.explain import explain
from recommender.model import Guide
from recommender.priced import price
from recommender.questions import Answer
from recommender.result_facts import MoneyWords
from recommender.scoring import recommend
from recommender.spans import Span

ROOFERS: dict[str, Answer] = {"today": "none", "hr_staff": "none", "workers_comp_risk": "high", "benefits_now": "none"}
LEAVING = {"aso", "hro", "inhouse"}
TODAY = ["none", "payroll_service", "own_hr", "peo", "aso", "hro", "eor"]


def made(guide: Guide, **answers: Answer) -> dict[str, dict[str, Span]]:
    """Return what each expense of a firm of 14 may be, by model; a model of which no expense counts has none."""
    found = price(guide, recommend(guide, {"employees": 14, **answers}))
    assert found
    return {
        bill.model: {name: found.span(total) for name, total in {**bill.every_year, **bill.once}.items()}
        for bill in found.bills
    }


def test_a_plan_is_priced_where_there_is_one_or_one_is_wanted(guide: Guide) -> None:
    def priced(**answers: Answer) -> set[str]:
        return {model for model, bill in made(guide, today="own_hr", **answers).items() if "health" in bill}

    everywhere = {"peo", "cpeo", "aso", "hro", "inhouse"}
    assert priced() == priced(benefits_now="basic", benefits_priority="low") == {*everywhere, "stay"}
    assert priced(benefits_now="none", benefits_priority="high") == everywhere  # staying goes on without
    assert priced(benefits_now="none") == priced(benefits_now="none", benefits_priority="low") == set()


@pytest.mark.parametrize("today", ["none", "payroll_service", "own_hr", "aso", "hro", "eor"])
def test_whoever_joins_may_pay_a_tax_twice(guide: Guide, today: str) -> None:
    found = {model for model, bill in made(guide, today=today).items() if "taxed_twice" in bill}
    assert found == {"peo", "cpeo"}


def test_whoever_has_a_provider_may_pay_it_on_leaving(guide: Guide) -> None:
    found = {model for model, bill in made(guide, today="peo").items() if "taxed_twice" in bill}
    assert found == {*LEAVING, "peo", "cpeo"}  # another PEO, certified or not, is another provider


def test_staying_needs_to_know_what_stays(guide: Guide) -> None:
    assert "stay" not in made(guide)
    assert all("stay" in made(guide, today=today) for today in TODAY)


@pytest.mark.parametrize(
    ("today", "alike"),
    [("payroll_service", "inhouse"), ("own_hr", "inhouse"), ("aso", "aso"), ("hro", "hro"), ("peo", "peo")],
)
def test_staying_costs_what_its_kind_costs(guide: Guide, today: str, alike: str) -> None:
    """Each year, until a person enters their own: what is paid once belongs to who moves."""
    found = made(guide, today=today)
    once = {expense.id for expense in guide.expenses if expense.once}
    assert not once & found["stay"].keys()
    for expense in found["stay"].keys() - {"fees"}:
        assert found["stay"][expense] == found[alike][expense], expense


def test_with_nobody_there_is_no_fee(guide: Guide) -> None:
    assert "fees" not in made(guide, today="none")["stay"]


def test_a_rise_at_renewal_is_on_the_fee_and_on_the_plan_of_a_provider(guide: Guide) -> None:
    """14 x 12 x 100 is 16,800, and 14 x 9,000 is 126,000: a rise of 22 percent makes 20,496 and 153,720."""
    numbers: dict[str, Answer] = {"fee_now": 100, "premium": 9000, "premium_peo": 9000, "renewal": 22}
    of_peo, of_aso = (made(guide, today=today, **numbers)["stay"] for today in ("peo", "aso"))
    assert [(each["fees"].low, each["health"].low) for each in (of_peo, of_aso)] == [
        (20_496, 153_720),
        (20_496, 126_000),
    ]


def test_staying_costs_what_there_is_now(guide: Guide) -> None:
    """With a PEO now, its premium, rate of compensation and rate of unemployment tax are those that go on."""
    amounts: dict[str, Answer] = {"premium": 5000, "premium_peo": 4000, "wc_rate": 10, "wc_rate_peo": 8}
    with_peo, without = made(guide, today="peo", **amounts), made(guide, today="own_hr", **amounts)
    for expense in ("health", "workers_comp"):
        assert with_peo["stay"][expense] == with_peo["peo"][expense]
        assert without["stay"][expense] == without["inhouse"][expense]
        assert with_peo["peo"][expense] != without["inhouse"][expense]


def test_a_firm_at_home_is_billed_no_employer_of_record(guide: Guide) -> None:
    for away in ({}, {"foreign_hires": "none"}, {"foreign_hires": "some", "has_us_entity": "yes"}):
        assert "eor" not in made(guide, **away), away
    for away in ({"foreign_hires": "all"}, {"foreign_hires": "some", "has_us_entity": "no"}):
        assert {"fees", "health", "unemployment_tax"} <= made(guide, **away)["eor"].keys(), away


def test_both_ways_to_need_one_count_once(guide: Guide) -> None:
    found = made(guide, foreign_hires="all", has_us_entity="no", fee_eor=600)
    assert found["eor"]["fees"].high == 14 * 12 * 600


@pytest.mark.parametrize(
    ("name", "amount", "today", "models", "expense", "cost"),
    [
        ("setup_fee", 900, "none", {"peo", "cpeo", "aso", "hro"}, "setup", 900),
        ("deposit", 5000, "none", {"peo", "cpeo", "aso", "hro"}, "setup", 5000),
        ("exit_fee", 1200, "aso", {"peo", "cpeo", "aso", "hro", "inhouse"}, "exit", 1200),
        ("exit_fee", 1200, "payroll_service", set(), "exit", 0),
        ("deductible_reset", 300, "own_hr", {"peo", "cpeo"}, "deductibles", 4200),
        ("deductible_reset", 300, "peo", {"peo", "cpeo", *LEAVING}, "deductibles", 4200),
        ("tail_cover", 2500, "peo", {"peo", "cpeo", *LEAVING}, "tail", 2500),
        ("tail_cover", 2500, "aso", set(), "tail", 0),
    ],
)
def test_what_is_paid_once_is_counted_when_it_is_entered(
    guide: Guide, name: str, amount: int, today: str, models: set[str], expense: str, cost: int
) -> None:
    bare, entered = made(guide, today=today), made(guide, today=today, **{name: amount})
    assert {model for model, bill in entered.items() if expense in bill} == models
    assert {entered[model][expense].low for model in models} <= {cost}
    assert {bare[model][expense].low for model in models} <= {0}


@pytest.mark.parametrize(
    ("pay", "cost"),
    # 14 people, July: half of the pay on each side. Of 200,000 that is 100,000 twice, less the one cap of 184,500.
    [(184_500, 0), (200_000, 14 * 6.2 / 100 * 15_500), (400_000, 14 * 6.2 / 100 * 184_500)],
)
def test_social_security_starts_over_only_above_its_cap(guide: Guide, pay: int, cost: float) -> None:
    numbers: dict[str, Answer] = {"pay": pay, "start_month": 7, "futa_rate": 0, "suta_rate": 0, "restart_federal": 100}
    found = made(guide, today="none", **numbers)
    assert float(found["peo"]["taxed_twice"].low) == pytest.approx(cost)
    assert found["cpeo"]["taxed_twice"].high == 0


def headline(guide: Guide, **answers: Answer) -> MoneyWords:
    (money,) = explain(guide, recommend(guide, {"employees": 14, **answers}))["money"]
    return money


def test_what_is_taken_to_be_alike_is_said(guide: Guide) -> None:
    """A PEO's rate for comp is taken to be one's own; with its own it is another, and nothing is taken any more."""
    roofers: dict[str, Answer] = {**ROOFERS, "industry": "construction", "wc_rate": 18}
    assert "wc_rate_peo" in {each["id"] for each in headline(guide, **roofers)["alike"]}
    told = headline(guide, **roofers, wc_rate_peo=14, suta_rate_peo=2)
    assert told["alike"] == []
    assert all(each["find"] for each in headline(guide, **roofers)["alike"])


def test_the_number_to_find_is_one_s_own(guide: Guide) -> None:
    """Who has a PEO finds its fee on the invoice; a start in January, by contract, leaves nothing taxed twice."""
    (found,) = headline(guide, today="peo", benefits_now="none", industry="office")["narrow"]
    assert found["id"] == "fee_now"
    named = {each["id"] for each in headline(guide, **ROOFERS, states=("oklahoma",), fee_peo=95)["narrow"]}
    assert named == {"start_month"}


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({"today": "aso", "fee_now": 80}, "staying as you are"),
        ({"today": "own_hr"}, "staying as you are"),
        ({}, "unknown"),
        ({"foreign_hires": "all", "has_us_entity": "no"}, "ruled"),
        ({"today": "eor", "foreign_hires": "all", "has_us_entity": "no"}, "Another EOR"),
    ],
)
def test_the_headline_sets_side_by_side_what_can_be_chosen(guide: Guide, answers: dict[str, Answer], says: str) -> None:
    told = headline(guide, **answers)
    if says == "staying as you are":
        assert says in told["headline"]
        assert "unknown" not in told["headline"]
    elif says == "Another EOR":
        assert says in {bill["abbreviation"] for bill in told["bills"]}
        assert not told["headline"].startswith("A later year with an EOR costs the same")
    elif says == "unknown":
        assert says not in told["headline"]
    else:
        assert "ASO" not in told["headline"]


@pytest.mark.parametrize(
    ("day", "answers", "high"),
    [
        ("2027-12-31", {}, 0),  # the change is on January 1
        ("2027-03-31", {}, 14 * 14_000 * 0.02 + 588),  # from April on 43,180 are to come, and 14,393 were paid
        ("2027-03-31", {"start_month": 1}, 0),
    ],
)
def test_the_last_day_of_a_contract_says_when_it_would_change(
    guide: Guide, day: str, answers: dict[str, Answer], high: float
) -> None:
    """New Hampshire starts its cap anew when one leaves: 14,000 at 2 percent for each of 14, and the federal 42."""
    firm: dict[str, Answer] = {"today": "peo", "states": ("new-hampshire",), "suta_rate": 2, "renewal_date": day}
    assert made(guide, **firm, **answers)["inhouse"]["taxed_twice"].high == high
