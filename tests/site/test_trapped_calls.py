"""A trap leads to the plain start wherever it stands, once, and nothing is lost; a refusal stops nothing."""

import json

import pytest
from playwright.sync_api import Page, expect

import faults
from recommender.api import Adviser
from recommender.model import Guide
from recommender.questions import Answer
from recommender_page import RecommenderPage

ANSWERS: dict[str, Answer] = {"hr_staff": "none", "control_priority": "low", "benefits_priority": "high"}
FRAGMENT = "#hr_staff=none&benefits_priority=high&control_priority=low"
CALLED = """
([method, argument]) =>
  document.querySelector("guide-recommender").engine.call(method, argument).catch(String)
"""


@pytest.fixture
def recommender(reader: Page, home: str) -> RecommenderPage:
    reader.context.add_init_script(faults.WATCHED_WORKERS)
    return RecommenderPage(reader, home)


def test_a_trap_while_warming_up_leads_straight_to_the_plain_start(recommender: RecommenderPage) -> None:
    recommender.page.route(faults.WORKER, faults.trapping("warming"))
    recommender.open(FRAGMENT).expect_path("plain").expect_answers(**ANSWERS).expect_headline_with("PEO")
    assert recommender.page.evaluate("workers.length") == 2
    recommender.answer(hr_staff="team", control_priority="high", benefits_priority="low").expect_headline_with("ASO")
    assert recommender.page.evaluate("workers.length") == 2


def test_a_trap_before_anything_was_asked_is_nobody_s_business(recommender: RecommenderPage) -> None:
    recommender.page.route(faults.WORKER, faults.trapping("warming"))
    recommender.open()
    expect(recommender.element).to_have_attribute("data-mode", "plain")
    recommender.expect_state("idle").answer(**ANSWERS).expect_path("plain").expect_headline_with("PEO")
    assert recommender.page.evaluate("workers.length") == 2


def test_what_is_asked_while_the_plain_start_is_on_its_way_is_answered(recommender: RecommenderPage) -> None:
    page = recommender.page
    page.route(faults.WORKER, faults.trapping("warming"))
    page.context.route("**/assets/plain/**", stall := faults.Stall())
    recommender.open(FRAGMENT).expect_state("downloading")
    expect(recommender.headline).to_contain_text("PEO")
    recommender.answer(hr_staff="team", control_priority="high", benefits_priority="low")
    page.evaluate(f"(given) => void (window.report = ({CALLED})(given))", ["report", json.dumps({"answers": ANSWERS})])
    stall.release()
    recommender.expect_path("plain").expect_headline_with("ASO")
    assert page.evaluate("window.report").startswith("# ")
    assert page.evaluate("workers.length") == 2


def test_a_report_that_traps_is_written_by_the_plain_start(recommender: RecommenderPage) -> None:
    page = recommender.page
    page.route(faults.WORKER, faults.trapping("report"))
    recommender.open(FRAGMENT).expect_path("snapshot")
    written = page.evaluate(CALLED, ["report", json.dumps({"answers": ANSWERS})])
    assert recommender.headline.inner_text() in written
    recommender.expect_path("plain")
    assert page.evaluate("workers.length") == 2


def test_a_comparison_that_traps_is_made_by_the_plain_start(recommender: RecommenderPage, guide: Guide) -> None:
    page = recommender.page
    page.route(faults.WORKER, faults.trapping("contrast"))
    recommender.open(FRAGMENT).expect_path("snapshot")
    recommender.result.get_by_role("button", name="Keep this result").click()
    recommender.answer(hr_staff="team").expect_path("plain")
    pair = {"before": ANSWERS, "after": {**ANSWERS, "hr_staff": "team"}}
    told = json.loads(Adviser(guide=guide).contrast(json.dumps(pair)))
    expect(page.get_by_role("region", name="Comparison")).to_contain_text(told["changes"][0]["label"])
    assert page.evaluate("workers.length") == 2


@pytest.mark.parametrize("method", ["report", "contrast"])
def test_what_the_recommender_cannot_take_stops_nothing(recommender: RecommenderPage, method: str) -> None:
    recommender.open(FRAGMENT).expect_path("snapshot")
    assert "RecommenderError" in recommender.page.evaluate(CALLED, [method, "no JSON"])
    recommender.answer(hr_staff="team", control_priority="high", benefits_priority="low").expect_headline_with("ASO")
    assert recommender.page.evaluate("workers.length") == 1


def test_answers_that_the_recommender_cannot_take_end_in_words_at_once(recommender: RecommenderPage) -> None:
    page = recommender.page
    recommender.open(FRAGMENT).expect_path("snapshot")
    page.evaluate("document.querySelector('guide-recommender').engine.ask([])")
    recommender.expect_state("failed")
    expect(recommender.status).to_contain_text("stopped with an error")
    assert page.evaluate("workers.length") == 1
    recommender.answer(hr_staff="team", control_priority="high", benefits_priority="low")
    recommender.retry.click()
    recommender.expect_path("snapshot").expect_headline_with("ASO")
