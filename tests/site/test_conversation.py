"""Asking step by step or all at once, starting over and taking it back, and two sets of answers side by side."""

import json

import pytest
from playwright.sync_api import Page, expect

from recommender.api import Adviser
from recommender.model import Answer, Guide
from recommender_page import RecommenderPage

ANSWERS: dict[str, Answer] = {"hr_staff": "none", "share_liability_priority": "high", "benefits_priority": "high"}
FRAGMENT = "#hr_staff=none&share_liability_priority=high&benefits_priority=high"


@pytest.fixture
def recommender(page: Page, home: str) -> RecommenderPage:
    return RecommenderPage(page, home)


def test_step_by_step_shows_one_group_and_the_way_on(recommender: RecommenderPage) -> None:
    page = recommender.open().page
    page.get_by_role("button", name="Ask me step by step").click()
    groups, way = page.locator(".step"), page.locator("[data-part=way]")
    for place in range(groups.count()):
        expect(page.locator(".step:visible")).to_have_count(1)
        expect(groups.nth(place)).to_be_visible()
        expect(way).to_contain_text(f"Step {place + 1} of {groups.count()}")
        expect(way.get_by_role("button", name="Back")).to_be_enabled(enabled=place > 0)
        if place < groups.count() - 1:
            way.get_by_role("button", name="Next").press("Enter")
            expect(groups.nth(place + 1).locator("h2, summary").first).to_be_focused()
    expect(way.get_by_role("button", name="Next")).to_be_disabled()


def test_the_way_of_asking_is_kept_and_can_be_left(recommender: RecommenderPage) -> None:
    page = recommender.open().page
    page.get_by_role("button", name="Ask me step by step").click()
    page.reload()
    expect(page.locator(".step:visible")).to_have_count(1)
    page.get_by_role("button", name="Ask me step by step").click()
    expect(page.locator(".step:visible")).to_have_count(page.locator(".step").count())


def test_an_answer_of_the_result_leads_to_its_step(recommender: RecommenderPage) -> None:
    page = recommender.open(f"{FRAGMENT}&employees=25").expect_state("ready").page
    page.get_by_role("button", name="Ask me step by step").click()
    recommender.result.locator(".given").get_by_role("link", name="Employees").click()
    expect(page.locator("input[type=number][name=employees]")).to_be_focused()


def test_starting_over_can_be_taken_back(recommender: RecommenderPage) -> None:
    recommender.open(f"{FRAGMENT}&weight_risk=2").expect_state("ready")
    headline = recommender.headline.inner_text()
    recommender.page.get_by_role("button", name="Start over").click()
    expect(recommender.note).to_have_text("Started over.")
    expect(recommender.result).to_be_empty()
    recommender.page.get_by_role("button", name="Undo").click()
    recommender.expect_headline(headline).expect_answers(**ANSWERS)
    expect(recommender.choice("weight_risk", "2")).to_be_checked()
    expect(recommender.page).to_have_url(f"{recommender.address}{FRAGMENT}&weight_risk=2")
    expect(recommender.page.get_by_role("button", name="Undo")).to_be_hidden()


def test_two_sets_of_answers_stand_side_by_side(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.open(FRAGMENT).expect_state("ready")
    recommender.result.get_by_role("button", name="Keep this result").click()
    recommender.answer(hr_staff="team")
    pair = {"before": ANSWERS, "after": {**ANSWERS, "hr_staff": "team"}}
    told = json.loads(Adviser(guide=guide).contrast(json.dumps(pair)))
    region = recommender.page.get_by_role("region", name="Comparison")
    for _ in range(2):
        expect(region.locator("tbody").first).to_contain_text(told["after"])
        expect(region.locator("tbody").first).to_contain_text(told["before"])
        change = told["changes"][0]
        expect(region.get_by_role("row", name=change["label"])).to_contain_text(change["after"])
        for model in told["models"]:
            row = region.get_by_role("row", name=f"{model['abbreviation']}, points", exact=False).first
            expect(row).to_contain_text(str(model["after"]))
        recommender.page.reload()
    region.get_by_role("link", name="Go back to the kept answers").click()
    recommender.expect_headline(told["before"])
    region.get_by_role("button", name="Stop comparing").click()
    expect(region).to_be_hidden()
    expect(recommender.page).to_have_url(recommender.address + FRAGMENT)


@pytest.mark.parametrize("kept", ["", "no", "[]", "7", "null", '{"hr_staff":'])
def test_what_cannot_be_compared_is_left_out(recommender: RecommenderPage, kept: str) -> None:
    recommender.open(f"{FRAGMENT}&compare={kept}").expect_state("ready")
    expect(recommender.headline).to_be_visible()
    expect(recommender.page.get_by_role("region", name="Comparison")).to_be_hidden()


def test_ranks_are_bars_with_words(recommender: RecommenderPage) -> None:
    recommender.open(FRAGMENT).expect_state("ready")
    meters = recommender.result.get_by_role("meter")
    expect(meters.first).to_have_accessible_name("3 + 3 + 3 = 9 points")
    values = [int(str(meter.get_attribute("value"))) for meter in meters.all()]
    assert values == sorted(values, reverse=True)
