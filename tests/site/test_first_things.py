"""What a reader waits for comes first: the likely answer is foreseen, and what nobody asks for yet is not begun."""

import json
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

import faults
from faults import COMPILED
from recommender_page import RecommenderPage

ANSWERS = {"hr_staff": "none", "employees": "38", "benefits_priority": "high", "states": "california"}
FRAGMENT = f"#{urlencode(ANSWERS)}&states=texas"
_NOTES = """
{
  const { postMessage } = Worker.prototype;
  window.said = [];
  window.heard = [];
  const begun = new WeakSet();
  Worker.prototype.postMessage = function (task, ...given) {
    if (!begun.has(this)) this.addEventListener("message", ({ data }) => heard.push(data));
    begun.add(this);
    said.push({ ...task, state: document.querySelector("guide-recommender")?.dataset.state });
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


def test_a_question_does_not_wait_until_somebody_is_there_to_answer_it(recommender: RecommenderPage) -> None:
    recommender.open(FRAGMENT).expect_headline_with("PEO")
    (asked,) = [each for each in recommender.page.evaluate("said") if each.get("method") == "recommend"]
    assert asked["state"] != "ready"


def test_of_questions_that_come_while_python_starts_the_latest_is_answered(recommender: RecommenderPage) -> None:
    page = recommender.page
    stalled = faults.Stall()
    page.route(COMPILED + "wasm.bin", stalled)
    recommender.open()
    recommender.answer(hr_staff="none", benefits_priority="high", control_priority="high")
    recommender.answer(control_priority="low")
    asked = [each["id"] for each in page.evaluate("said") if each.get("method") == "recommend"]
    stalled.release()
    recommender.expect_headline_with("PEO").answer(hr_staff="team").expect_state("ready")
    page.wait_for_function("(most) => heard.some(({ type, id }) => type === 'answer' && id > most)", arg=asked[-1])
    answered = [each["id"] for each in page.evaluate("heard") if each["type"] == "answer"]
    assert len(asked) == 4
    assert set(asked) & set(answered) == {asked[-1]}


def test_nobody_reads_the_index_until_somebody_seeks(page: Page, home: str) -> None:
    page.goto(home)
    page.wait_for_function("'document$' in window")
    assert not [worker for worker in page.workers if "/search" in worker.url]
    expect_the_theme(page)
    assert [worker for worker in page.workers if "/search" in worker.url]
