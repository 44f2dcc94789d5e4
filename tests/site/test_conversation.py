"""Starting over and taking it back, and two sets of answers side by side."""

import json

import pytest
from playwright.sync_api import Page, expect

import faults
from faults import WORKER
from recommender.api import Adviser
from recommender.explain import explain
from recommender.model import Guide
from recommender.questions import Answer
from recommender.scoring import recommend
from recommender_page import RecommenderPage, hash_of

ANSWERS: dict[str, Answer] = {"hr_staff": "none", "share_liability_priority": "high", "benefits_priority": "high"}
FRAGMENT = "#hr_staff=none&share_liability_priority=high&benefits_priority=high"

RELEASED = """
() => new Promise((resolve) => {
  const count = ({ data }) => data.type === "released" && resolve(data.count);
  workers[0].addEventListener("message", count);
  workers[0].postMessage({ type: "release" });
})
"""
"""Lets the worker give what it kept back, and tells how much it was, once the page has it."""


@pytest.fixture
def recommender(page: Page, home: str) -> RecommenderPage:
    return RecommenderPage(page, home)


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
        expect(region.get_by_role("row", name=change["label"]).first).to_contain_text(change["after"])
        expect(region).to_contain_text(told["why"])
        for model in told["models"]:
            row = region.get_by_role("row", name=f"{model['abbreviation']}, points", exact=False).first
            expect(row).to_contain_text(str(model["after"]))
        recommender.page.reload()
    region.get_by_role("link", name="Go back to the kept answers").click()
    recommender.expect_headline(told["before"])
    region.get_by_role("button", name="Stop comparing").click()
    expect(region).to_be_hidden()
    expect(recommender.page).to_have_url(recommender.address + hash_of(guide, ANSWERS))


@pytest.mark.parametrize("button", ["Stop comparing", "Start over"])
def test_a_comparison_that_comes_too_late_is_not_shown(recommender: RecommenderPage, guide: Guide, button: str) -> None:
    page = recommender.page
    page.add_init_script(faults.WATCHED_WORKERS)
    page.context.route(WORKER, faults.with_script(faults.HOLDS_COMPARISONS))
    recommender.open(FRAGMENT).expect_state("ready")
    recommender.result.get_by_role("button", name="Keep this result").click()
    place = page.locator("[data-part=contrast]")
    expect(place.get_by_role("table")).to_be_visible()
    page.evaluate("workers[0].postMessage({ type: 'hold' })")
    turned: dict[str, Answer] = {**ANSWERS, "hr_staff": "team"}
    recommender.answer(hr_staff="team").expect_headline(explain(guide, recommend(guide, turned))["headline"])
    page.get_by_role("button", name=button).click()
    expect(place).to_be_empty()
    assert page.evaluate(RELEASED) == 1
    assert place.evaluate("(place) => place.childNodes.length") == 0


@pytest.mark.parametrize("kept", ["", "no", "[]", "7", "null", '{"hr_staff":'])
def test_what_cannot_be_compared_is_left_out(recommender: RecommenderPage, kept: str) -> None:
    recommender.open(f"{FRAGMENT}&compare={kept}").expect_state("ready")
    expect(recommender.headline).to_be_visible()
    expect(recommender.page.get_by_role("region", name="Comparison")).to_be_hidden()


def test_ranks_are_bars_with_words(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.open(FRAGMENT).expect_state("ready")
    recommender.result.get_by_role("button", name="The working").click()
    meters = recommender.result.get_by_role("meter")
    standings = explain(guide, recommend(guide, ANSWERS))["standings"]
    expect(meters).to_have_count(len(standings))
    for meter, standing in zip(meters.all(), standings, strict=True):
        expect(meter).to_have_accessible_name(standing["total"])
    values = [int(str(meter.get_attribute("value"))) for meter in meters.all()]
    assert values == sorted((standing["points"] for standing in standings), reverse=True)
    assert values[0] > values[-1]


def test_what_is_chosen_stands_open_and_the_rest_folded(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.open(FRAGMENT).expect_state("ready")
    standings = explain(guide, recommend(guide, ANSWERS))["standings"]
    chosen = [standing["model"] for standing in standings if standing["chosen"]]
    assert 0 < len(chosen) < len(standings)
    folds = recommender.result.locator("details.standing")
    expect(folds).to_have_count(len(standings))
    assert folds.evaluate_all("(all) => all.filter((fold) => fold.open).map((fold) => fold.dataset.key)") == chosen
