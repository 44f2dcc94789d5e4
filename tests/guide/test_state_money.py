"""What the law of a state does to the estimate of a firm of 14, worked out by hand from what its page shows.

Everybody earns 60,000 and the change is in July, so that 30,000 are paid on each side of it and every cap below that
counts twice in whole where it starts over. Federal caps are taken to go on. FUTA on 7,000 at 0.6 percent is 588.
"""

from fractions import Fraction

import pytest

from recommender.model import Guide
from recommender.priced import Priced, price
from recommender.questions import Answer
from recommender.ranges import Span
from recommender.scoring import recommend

FUTA = 588
FIRM: dict[str, Answer] = {"employees": 14, "pay": 60_000, "start_month": 7, "restart_federal": 0}
LEAVING = ("aso", "hro", "inhouse")


def priced(guide: Guide, *states: str, **answers: Answer) -> Priced:
    found = price(guide, recommend(guide, {**FIRM, "states": states, **answers}))
    assert found
    return found


def cost(found: Priced, model: str, expense: str) -> Span:
    (bill,) = (each for each in found.bills if each.model == model)
    return found.span({**bill.every_year, **bill.once}[expense])


def between(low: float, high: float) -> Span:
    return Span(low=Fraction(str(low)), high=Fraction(str(high)))


@pytest.mark.parametrize(
    ("state", "low", "high"),
    [
        ("texas", FUTA + 3402, FUTA + 3402),  # 14 x 9,000 x 2.7 percent
        ("oklahoma", FUTA + 5922, FUTA + 5922),  # 14 x 28,200 x 1.5 percent
        ("california", 1764 + 3332, 2058 + 3332),  # FUTA at 1.8 to 2.1 percent, 14 x 7,000 x 3.4 percent
        ("pennsylvania", FUTA + 5350.8, FUTA + 5350.8),  # 14 x 10,000 x 3.822 percent
        ("new-hampshire", FUTA + 1960, FUTA + 8036),  # 14 x 14,000 x 1 to 4.1 percent: no rate was found
        ("maryland", FUTA + 1190, FUTA + 3094),  # 14 x 8,500 x 1 to 2.6 percent
        ("new-york", FUTA + 10102.4, FUTA + 10102.4),  # 14 x 17,600 x 4.1 percent
    ],
)
def test_unemployment_tax_is_the_states_own(guide: Guide, state: str, low: float, high: float) -> None:
    found = priced(guide, state, today="own_hr")
    for model in ("peo", "cpeo", "stay", *LEAVING):
        assert cost(found, model, "unemployment_tax") == between(low, high), model


@pytest.mark.parametrize(
    ("state", "joining", "leaving"),
    [
        ("texas", (0, 0), (0, 3402)),  # the law credits pay on joining, and is silent on leaving
        ("oklahoma", (0, 5922), (0, 5922)),  # credit at the client's level only, and the PEO chooses
        ("california", (0, 3332), (0, 3332)),
        ("pennsylvania", (0, 0), (0, 0)),  # the firm's own account goes on
        ("new-hampshire", (1960, 8036), (1960, 8036)),  # a new cap on joining, and again on leaving
        ("maryland", (0, 0), (0, 3094)),  # a successor on joining
        ("new-york", (0, 10102.4), (0, 10102.4)),
    ],
)
def test_a_cap_starts_over_as_the_state_says(
    guide: Guide, state: str, joining: tuple[float, float], leaving: tuple[float, float]
) -> None:
    for model in ("peo", "cpeo"):
        assert cost(priced(guide, state, today="own_hr"), model, "taxed_twice") == between(*joining), model
    for model in ("peo", "cpeo", *LEAVING):
        assert cost(priced(guide, state, today="peo"), model, "taxed_twice") == between(*leaving), model


def test_in_january_nothing_starts_over(guide: Guide) -> None:
    for state in ("new-hampshire", "new-york"):
        found = priced(guide, state, today="own_hr", start_month=1, restart_federal=100)
        assert {cost(found, model, "taxed_twice") for model in ("peo", "cpeo")} == {between(0, 0)}


def test_the_federal_part_is_smaller_than_people_think(guide: Guide) -> None:
    """In Pennsylvania only FUTA is left, 588 for 14; a certified one owes not even that, unless a PEO goes before."""
    found = priced(guide, "pennsylvania", today="payroll_service", restart_federal=100)
    assert [cost(found, model, "taxed_twice") for model in ("peo", "cpeo")] == [between(588, 588), between(0, 0)]
    found = priced(guide, "pennsylvania", today="peo", restart_federal=100)
    assert {cost(found, model, "taxed_twice") for model in ("peo", "cpeo", *LEAVING)} == {between(588, 588)}


def test_people_in_two_states_are_taxed_where_they_are(guide: Guide) -> None:
    """Ten in Texas, four in Oklahoma: 10 x 243 and 4 x 423 beside 588."""
    found = priced(guide, "texas", "oklahoma", today="own_hr", people_texas=10, people_oklahoma=4)
    assert cost(found, "peo", "unemployment_tax") == between(4710, 4710)
    assert cost(found, "peo", "taxed_twice") == between(0, 1692)
    found = priced(guide, "texas", "oklahoma", today="own_hr")
    assert cost(found, "peo", "unemployment_tax") == between(FUTA + 3402, FUTA + 5922)


@pytest.mark.parametrize(
    ("answers", "low", "high"),
    [
        ({"industry": "office"}, 924, 4788),  # 840,000 of pay at 0.11 to 0.57 percent
        ({"industry": "nonprofit", "workers_comp_risk": "low"}, 924, 4788),
        ({"industry": "health"}, 2268, 14868),  # 0.27 to 1.77
        ({"industry": "hospitality"}, 3024, 21756),  # 0.36 to 2.59
        ({"industry": "nonprofit"}, 4872, 20496),  # 0.58 to 2.44, the blend of all trades
    ],
)
def test_comp_goes_by_the_kind_of_work(guide: Guide, answers: dict[str, Answer], low: float, high: float) -> None:
    assert cost(priced(guide, "ohio", **answers), "inhouse", "workers_comp") == between(low, high)


@pytest.mark.parametrize(
    "answers",
    [{"industry": "construction"}, {"industry": "manufacturing"}, {"industry": "office", "workers_comp_risk": "high"}],
)
def test_no_average_stands_for_a_risky_trade(guide: Guide, answers: dict[str, Answer]) -> None:
    for states in (("ohio",), ("texas", "oklahoma")):
        assert cost(priced(guide, *states, **answers), "inhouse", "workers_comp") == Span(low=Fraction(0), high=None)
    found = priced(guide, "ohio", **answers, wc_rate=20)
    assert cost(found, "inhouse", "workers_comp") == between(168_000, 168_000)


def test_a_firm_in_texas_may_carry_no_comp(guide: Guide) -> None:
    assert cost(priced(guide, "texas", industry="office"), "inhouse", "workers_comp") == between(0, 4788)
    both = priced(guide, "texas", "oklahoma", industry="office", people_texas=7, people_oklahoma=7)
    assert cost(both, "inhouse", "workers_comp") == between(462, 4788)


def test_what_a_state_says_of_leaving_is_never_more_than_of_joining(guide: Guide) -> None:
    """So the one for leaving stands for a change from one PEO to another."""
    for place in guide.jurisdictions:
        joining, leaving = (place.facts[f"wage-base-{way}"].value for way in ("joining", "leaving"))
        assert leaving in ("unknown", joining), place.id


def test_a_cap_goes_on_where_the_account_does(guide: Guide) -> None:
    """Nevada is left out, where a PEO may still use its own account."""
    found = {place.id: place.facts for place in guide.jurisdictions}
    own = {name for name, facts in found.items() if facts["unemployment-tax"].value == "client-level"} - {"nevada"}
    assert {name for name, facts in found.items() if facts["wage-base-leaving"].value == "carries-on"} == own
    joining = {name for name, facts in found.items() if facts["wage-base-joining"].value == "carries-on"}
    assert joining == own | {"texas", "maryland"}
    for name in own:
        assert found[name]["wage-base-joining"].confidence in ("medium", "low")  # our reading, not the law's words
