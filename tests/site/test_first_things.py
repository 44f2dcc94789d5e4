"""What a reader waits for comes first: the likely answer is foreseen, and what nobody asks for yet is not begun."""

import json
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from recommender_page import RecommenderPage

ANSWERS = {"hr_staff": "none", "employees": "38", "benefits_priority": "high", "states": "california"}
FRAGMENT = f"#{urlencode(ANSWERS)}&states=texas"
_NOTES = """
{
  const { postMessage } = Worker.prototype;
  window.said = [];
  Worker.prototype.postMessage = function (task, ...given) {
    said.push(task);
    return postMessage.call(this, task, ...given);
  };
}
"""


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
