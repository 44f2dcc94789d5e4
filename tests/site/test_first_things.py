"""What a reader waits for comes first: the answer is foreseen, and what nobody asks for yet waits for it."""

import json
import re
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

import faults
from faults import COMPILED
from recommender_page import RecommenderPage
from test_kept import KEPT

ANSWERS = {"hr_staff": "none", "employees": "38", "benefits_priority": "high", "states": "california"}
FRAGMENT = f"#{urlencode(ANSWERS)}&states=texas"
THEME = re.compile(r"/javascripts/bundle\.")
TIMELESS = (
    "{ const { setTimeout } = window; window.setTimeout = (work, ms) => (ms >= 1000 ? 0 : setTimeout(work, ms)); }"
)
"""A page with this waits for no second to go by, however busy the machine is."""
ENGINE = re.compile(r"/assets/(python|adviser)/.*\.bin$")
_NOTES = """
document.addEventListener("guide:answered", () => performance.mark("answered"));
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
_BEGAN = "performance.getEntriesByType('resource').find(({ name }) => /bundle\\./.test(name))?.startTime"
_ANSWERED = "performance.getEntriesByName('answered')[0].startTime"
_FOLDS = "[...document.querySelectorAll('[data-part=answer] details')].map(({ open }) => open)"
_LINKS = "[...document.querySelectorAll('[data-part=answer] a')].map((link) => link.getAttribute('href'))"


@pytest.fixture
def recommender(page: Page, home: str) -> RecommenderPage:
    page.add_init_script(_NOTES)
    return RecommenderPage(page, home)


def expect_the_theme(page: Page) -> None:
    page.wait_for_function("() => 'document$' in window")
    page.keyboard.press("/")
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()
    page.keyboard.type("certified")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


@pytest.fixture
def known(recommender: RecommenderPage) -> RecommenderPage:
    """A page that has shown an answer and has kept what the next visit takes."""
    recommender.open(FRAGMENT).expect_headline_with("PEO")
    recommender.page.evaluate(KEPT)
    return recommender


def test_the_next_visit_has_its_answer_before_the_theme_begins(known: RecommenderPage) -> None:
    page = known.page
    page.add_init_script(TIMELESS)
    page.reload()
    known.expect_headline_with("PEO")
    page.wait_for_function(f"() => {_BEGAN}")
    assert page.evaluate(_BEGAN) >= page.evaluate(_ANSWERED)
    expect_the_theme(page)


def test_what_stands_before_the_theme_begins_is_not_the_theme_s(known: RecommenderPage) -> None:
    page = known.page
    links = page.evaluate(_LINKS)
    page.add_init_script(TIMELESS)
    page.reload()
    known.expect_headline_with("PEO")
    page.wait_for_function("() => 'document$' in window")
    assert page.evaluate(_LINKS) == links
    folds = page.evaluate(_FOLDS)
    assert False in folds
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(_FOLDS) == folds
    expect(page.locator("details.why").first).to_have_attribute("open", "")


def test_the_theme_begins_while_there_is_something_to_fetch(recommender: RecommenderPage) -> None:
    page = recommender.page
    page.add_init_script(TIMELESS)
    page.route("**/snapshot.bin", lambda _: None)
    with page.expect_response(THEME):
        recommender.open(FRAGMENT)
    expect(recommender.headline).to_have_count(0)


def test_whoever_touches_the_page_does_not_wait_for_the_theme(recommender: RecommenderPage) -> None:
    page = recommender.page
    page.add_init_script(TIMELESS)
    page.route(ENGINE, lambda _: None)
    recommender.open(FRAGMENT)
    expect(recommender.status).not_to_be_empty()
    assert page.evaluate(_BEGAN) is None
    with page.expect_response(THEME):
        page.keyboard.press("Tab")


def test_an_answer_that_takes_long_holds_the_theme_back_no_longer_than_a_moment(recommender: RecommenderPage) -> None:
    page = recommender.page
    page.clock.install(time=0)
    page.clock.pause_at(1)
    page.route(ENGINE, lambda _: None)
    recommender.open(FRAGMENT)
    expect(recommender.status).not_to_be_empty()
    assert page.evaluate(_BEGAN) is None
    with page.expect_response(THEME):
        page.clock.fast_forward(1000)


def test_without_answers_the_theme_comes_at_once(recommender: RecommenderPage) -> None:
    page = recommender.page
    page.add_init_script(TIMELESS)
    with page.expect_response(THEME):
        recommender.open()


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
    page.wait_for_function("() => 'document$' in window")
    assert not [worker for worker in page.workers if "/search" in worker.url]
    expect_the_theme(page)
    assert [worker for worker in page.workers if "/search" in worker.url]
