"""The same faults end in the same way in Firefox; its Python is the same, its streams and workers are not."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright, expect

import faults
from browser import find_firefox
from faults import Sabotage
from recommender_page import RecommenderPage

FRAGMENT = "#hr_staff=none&benefits_priority=high&control_priority=low"
# Firefox says nothing of a worker that cannot import a script of its own; there it is the watchdog that ends the wait.
HEARD = [fault for fault in faults.OF_EVERY_START if fault[0] != "**/boot.js"]


@pytest.fixture(scope="module")
def firefox(playwright: Playwright) -> Iterator[Browser]:
    """Return the Firefox of this machine, driven as it comes."""
    path = find_firefox(playwright.firefox.executable_path)
    # One of the system's own is driven by another protocol than Playwright's.
    browser = playwright.firefox.launch(channel="moz-firefox" if path else None, executable_path=path)
    yield browser
    browser.close()


@pytest.fixture
def recommender(firefox: Browser, home: str) -> Iterator[RecommenderPage]:
    context = firefox.new_context()
    yield RecommenderPage(context.new_page(), home)
    context.close()


def test_the_memory_answers_the_first_visit_and_the_next(recommender: RecommenderPage) -> None:
    recommender.open(FRAGMENT).expect_path("snapshot").expect_headline_with("PEO")
    recommender.page.reload()
    recommender.expect_path("snapshot").expect_headline_with("PEO")


@pytest.mark.parametrize(("file", "sabotage"), faults.OF_THE_MEMORY)
def test_when_the_memory_fails_the_compiled_library_answers(
    recommender: RecommenderPage, file: str, sabotage: Sabotage
) -> None:
    recommender.page.route(file, sabotage)
    recommender.open(FRAGMENT).expect_path("compiled").expect_headline_with("PEO")


@pytest.mark.parametrize(("file", "sabotage"), faults.OF_THE_COMPILED_START)
def test_when_the_small_start_fails_the_plain_one_answers(
    recommender: RecommenderPage, file: str, sabotage: Sabotage
) -> None:
    recommender.page.route(file, sabotage)
    recommender.page.add_init_script(faults.THRIFTY)
    recommender.open(FRAGMENT).expect_path("plain").expect_headline_with("PEO")
    expect(recommender.retry).to_be_hidden()


@pytest.mark.parametrize(("file", "sabotage", "words"), HEARD)
def test_when_every_start_fails_the_page_says_so_and_can_retry(
    recommender: RecommenderPage, file: str, sabotage: Sabotage, words: str
) -> None:
    recommender.page.route(file, sabotage)
    recommender.open(FRAGMENT).expect_state("failed")
    expect(recommender.status).to_contain_text(words)
    recommender.page.unroute(file)
    recommender.retry.click()
    recommender.expect_path("snapshot").expect_headline_with("PEO")
