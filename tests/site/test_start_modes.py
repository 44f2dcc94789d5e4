"""A build may leave a shortcut out: the page starts in the first mode that is there, and falls from one to the next."""

import pytest
from playwright.sync_api import Page

import faults
from recommender.questions import Answer
from recommender_page import RecommenderPage

ANSWERS: dict[str, Answer] = {"hr_staff": "none", "control_priority": "low", "benefits_priority": "high"}
FRAGMENT = "#hr_staff=none&benefits_priority=high&control_priority=low"

SAYS_TWICE = """
const say = self.postMessage.bind(self);
self.postMessage = (message) => {
  if (message.status?.state === "ready") say(message);
  say(message);
};
"""
COUNTS = """
window.given = [];
const { postMessage } = Worker.prototype;
Worker.prototype.postMessage = function (...rest) {
  window.given.push(rest[0].type);
  return postMessage.apply(this, rest);
};
"""


def opened(reader: Page, home: str, *modes: str) -> RecommenderPage:
    reader.context.add_init_script(faults.WATCHED_WORKERS)
    reader.route("**/choose/", faults.without(*modes))
    return RecommenderPage(reader, home)


@pytest.mark.parametrize(
    ("absent", "mode"),
    [(("snapshot",), "compiled"), (("compiled",), "snapshot"), (("snapshot", "compiled"), "plain")],
)
def test_the_first_mode_that_is_there_answers_from_the_head_of_the_page(
    reader: Page, home: str, absent: tuple[str, ...], mode: str
) -> None:
    recommender = opened(reader, home, *absent)
    recommender.open(FRAGMENT).expect_path(mode).expect_answers(**ANSWERS).expect_headline_with("PEO")
    assert reader.evaluate("workers.length") == 1


@pytest.mark.complaints_expected
@pytest.mark.parametrize(("absent", "broken"), [("compiled", "**/snapshot.bin"), ("snapshot", "**/assets/python/**")])
def test_what_is_not_there_is_passed_over_when_a_start_fails(reader: Page, home: str, absent: str, broken: str) -> None:
    recommender = opened(reader, home, absent)
    reader.context.route(broken, faults.gone)
    recommender.open(FRAGMENT).expect_path("plain").expect_answers(**ANSWERS)
    assert reader.evaluate("workers.length") == 2


@pytest.mark.parametrize(
    ("absent", "mode"), [((), "compiled"), (("compiled",), "snapshot"), (("snapshot", "compiled"), "plain")]
)
def test_who_saves_data_starts_in_the_smallest_mode(page: Page, home: str, absent: tuple[str, ...], mode: str) -> None:
    page.add_init_script(faults.SAVES_DATA)
    opened(page, home, *absent).open(FRAGMENT).expect_path(mode).expect_answers(**ANSWERS)


def test_a_function_that_was_left_out_leads_past_all_that_left_it_out(reader: Page, home: str) -> None:
    recommender = opened(reader, home, "compiled")
    reader.route(faults.WORKER, faults.trapping("recommend"))
    recommender.open(FRAGMENT).expect_path("plain").expect_answers(**ANSWERS)
    assert reader.evaluate("workers.length") == 2


def test_who_hears_twice_that_it_is_ready_asks_once(page: Page, home: str) -> None:
    page.add_init_script(COUNTS)
    page.context.route(faults.WORKER, faults.with_script(SAYS_TWICE))
    RecommenderPage(page, home).open(FRAGMENT).expect_path("snapshot").expect_answers(**ANSWERS)
    page.wait_for_function("() => given.includes('rest')")
    assert page.evaluate("given.filter((type) => type === 'ask' || type === 'rest')") == ["ask", "rest"]
