"""Where an address brings answers, what their reader waits for comes first; all else of the page comes after it."""

import json
import re
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from recommender_page import RecommenderPage

ANSWERS = {"hr_staff": "none", "employees": "38", "benefits_priority": "high", "states": "california"}
FRAGMENT = f"#{urlencode(ANSWERS)}&states=texas"
THEME = re.compile(r"/javascripts/bundle\.")
NEVER = re.compile(r"/assets/(python|adviser)/.*\.bin$")
_NOTES = """
document.addEventListener("guide:answered", () => performance.mark("answered"));
{
  const { postMessage } = Worker.prototype;
  window.said = [];
  Worker.prototype.postMessage = function (task, ...given) {
    said.push(task);
    return postMessage.call(this, task, ...given);
  };
}
"""
_BEGAN = "performance.getEntriesByType('resource').find(({ name }) => /bundle\\./.test(name))?.startTime"
_ANSWERED = "performance.getEntriesByName('answered')[0].startTime"


@pytest.fixture
def recommender(page: Page, home: str) -> RecommenderPage:
    page.add_init_script(_NOTES)
    return RecommenderPage(page, home)


def expect_the_theme(page: Page) -> None:
    page.wait_for_function("'document$' in window")
    page.keyboard.press("/")
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()
    page.keyboard.type("certified")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def test_the_theme_comes_after_the_answer_and_does_what_it_does(recommender: RecommenderPage) -> None:
    page = recommender.open(FRAGMENT).page
    recommender.expect_headline_with("PEO")
    page.wait_for_function(_BEGAN)
    assert page.evaluate(_BEGAN) >= page.evaluate(_ANSWERED)
    expect_the_theme(page)


def test_whoever_touches_the_page_does_not_wait_for_the_theme(recommender: RecommenderPage) -> None:
    page = recommender.page
    page.clock.install()
    page.route(NEVER, lambda _: None)
    recommender.open(FRAGMENT)
    expect(recommender.status).not_to_be_empty()
    assert page.evaluate(_BEGAN) is None
    with page.expect_response(THEME):
        page.keyboard.press("Tab")


def test_an_answer_that_takes_long_holds_the_theme_back_no_longer_than_a_moment(recommender: RecommenderPage) -> None:
    page = recommender.page
    page.clock.install()
    page.route(NEVER, lambda _: None)
    recommender.open(FRAGMENT)
    expect(recommender.status).not_to_be_empty()
    assert page.evaluate(_BEGAN) is None
    with page.expect_response(THEME):
        page.clock.fast_forward(1000)


def test_without_answers_the_theme_comes_at_once(recommender: RecommenderPage) -> None:
    page = recommender.page
    page.add_init_script("window.setTimeout = () => 0;")
    with page.expect_response(THEME):
        recommender.open()


def test_what_the_form_will_make_of_the_address_is_foreseen(recommender: RecommenderPage) -> None:
    recommender.open(FRAGMENT).expect_headline_with("PEO")
    said = recommender.page.evaluate("said")
    likely = next(json.loads(each["likely"]) for each in said if each.get("likely"))
    asked = next(json.loads(each["argument"]) for each in said if each.get("method") == "recommend")
    assert likely == asked == ANSWERS | {"employees": 38, "states": ["california", "texas"]}


def test_nobody_reads_the_index_until_somebody_seeks(page: Page, home: str) -> None:
    page.goto(home)
    page.wait_for_function("'document$' in window")
    assert not [worker for worker in page.workers if "/search" in worker.url]
    expect_the_theme(page)
    assert [worker for worker in page.workers if "/search" in worker.url]
