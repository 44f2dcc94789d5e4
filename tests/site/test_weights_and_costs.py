"""What a person weighs and puts in: it counts, it can be seen and changed, and it stays."""

import pytest
from playwright.sync_api import Page, expect

from recommender.explain import explain
from recommender.model import Guide
from recommender.questions import Answer
from recommender.scoring import recommend
from recommender_page import RecommenderPage, hash_of

ANSWERS: dict[str, Answer] = {"hr_staff": "none", "share_liability_priority": "high", "benefits_priority": "high"}
FRAGMENT = "#hr_staff=none&share_liability_priority=high&benefits_priority=high"


@pytest.fixture
def recommender(page: Page, home: str) -> RecommenderPage:
    return RecommenderPage(page, home)


def test_a_weight_counts_and_stays(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.open(FRAGMENT).expect_state("ready")
    recommender.show("weight_risk").choice("weight_risk", "3").check()
    weighed = explain(guide, recommend(guide, {**ANSWERS, "weight_risk": 3}))
    for _ in range(2):
        recommender.open_working()
        for standing in weighed["standings"]:
            name = f"{standing['abbreviation']}: {standing['total']}"
            expect(recommender.result.get_by_role("heading", name=name)).to_be_visible()
        expect(recommender.page).to_have_url(recommender.address + hash_of(guide, {**ANSWERS, "weight_risk": 3}))
        recommender.page.reload()
        recommender.expect_state("ready")
        expect(recommender.choice("weight_risk", "3")).to_be_checked()


def test_start_over_takes_weights_back_too(recommender: RecommenderPage) -> None:
    recommender.open(f"{FRAGMENT}&weight_risk=3").expect_state("ready")
    recommender.page.get_by_role("button", name="Start over").click()
    expect(recommender.choice("weight_risk", "1")).to_be_checked()
    expect(recommender.page).to_have_url(recommender.address)


def test_costs_follow_the_numbers_that_are_put_in(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.open(f"{FRAGMENT}&employees=25").expect_state("ready")
    expect(recommender.result.locator(".bills summary").first).to_be_visible()
    recommender.number("fee_peo", "95.5").number("premium", "9000")
    given: dict[str, Answer] = {**ANSWERS, "employees": 25, "fee_peo": "95.5", "premium": "9000"}
    told = explain(guide, recommend(guide, given))
    for _ in range(2):
        totals = [bill["total"] for money in told["money"] for bill in money["bills"]]
        expect(recommender.result.locator(".choices summary .total")).to_have_text(totals)
        expect(recommender.page).to_have_url(recommender.address + hash_of(guide, given))
        recommender.page.reload()
        recommender.expect_state("ready")


def test_every_assumption_leads_to_where_it_is_changed(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.open(f"{FRAGMENT}&employees=25").expect_state("ready")
    recommender.result.get_by_text("Every number behind it").click()
    links = recommender.result.locator(".assumptions li > a")
    (told,) = explain(guide, recommend(guide, {**ANSWERS, "employees": 25}))["money"]
    expect(links).to_have_text([each["label"] for each in told["assumptions"]])
    links.first.click()
    expect(recommender.page.locator(f"input[name={guide.amounts[0].id}]")).to_be_focused()
    expect(recommender.result.locator(".assumptions")).to_have_attribute("open", "")


def test_without_a_headcount_no_cost_is_shown(recommender: RecommenderPage) -> None:
    recommender.open(FRAGMENT).expect_state("ready")
    expect(recommender.headline).to_be_visible()
    expect(recommender.result.locator(".bills")).to_have_count(0)


@pytest.mark.parametrize("typed", ["-5", "1e9", "0.00001", "99999999"])
def test_what_is_no_amount_is_left_out(recommender: RecommenderPage, typed: str) -> None:
    recommender.open(f"{FRAGMENT}&employees=25").expect_state("ready")
    recommender.number("fee_peo", typed)
    fee = recommender.page.locator("input[name=fee_peo]")
    fee.press("Tab")
    url = recommender.page.url
    assert f"fee_peo={typed}" not in url


def test_a_repaint_keeps_what_is_there(recommender: RecommenderPage) -> None:
    """The same heading, not a new one like it, and what the reader opened stays open."""
    recommender.open(f"{FRAGMENT}&employees=25").expect_state("ready")
    recommender.result.locator(".bills summary").first.click()
    recommender.page.evaluate("document.querySelector('[data-part=answer] h2').mine = true")
    standing = recommender.result.locator(".standing h3").first
    before = standing.inner_text()
    recommender.answer(control_priority="low")
    expect(standing).not_to_have_text(before)
    assert recommender.page.evaluate("document.querySelector('[data-part=answer] h2').mine")
    expect(recommender.result.locator(".bills details").first).to_have_attribute("open", "")


def test_trying_a_change_leads_the_keyboard_to_what_it_does(recommender: RecommenderPage) -> None:
    recommender.open(FRAGMENT).expect_state("ready")
    before = recommender.headline.inner_text()
    recommender.result.get_by_role("link", name="Try this").first.press("Enter")
    expect(recommender.headline).not_to_have_text(before)
    expect(recommender.page.locator("[data-part=contrast]")).to_be_focused()
