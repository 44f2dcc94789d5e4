"""Python starts when it is likely to be wanted, once for all pages, and without a word before anybody has asked."""

import pytest
from playwright.sync_api import Page, expect

import faults
from browser_fixtures import let_it_idle
from recommender.questions import Answer
from recommender_page import RecommenderPage

ANSWERS: dict[str, Answer] = {"hr_staff": "none", "control_priority": "low", "benefits_priority": "high"}
BECOME = """
(state) => new Promise((resolve) => {
  const look = (list) => list.getEntries().some(({ name }) => name === `engine:${state}`) && resolve();
  new PerformanceObserver(look).observe({ type: "mark", buffered: true });
})
"""
"""Waits until the engine has been in a state."""
NEVER_IDLE = "window.requestIdleCallback = () => 0;"


@pytest.fixture
def requested(page: Page) -> list[str]:
    """Return the addresses of what the engine asked for, as they come."""
    addresses: list[str] = []
    parts = ("/assets/python/", "/assets/plain/", "/assets/adviser/")
    page.context.on(
        "request", lambda request: addresses.append(request.url) if any(p in request.url for p in parts) else None
    )
    return addresses


def test_who_reads_finds_it_ready_and_has_seen_nothing_of_it(page: Page, home: str) -> None:
    recommender = RecommenderPage(page, home).open()
    page.evaluate(BECOME, "ready")
    recommender.expect_state("idle")
    expect(page.get_by_role("progressbar")).to_be_hidden()
    recommender.answer(**ANSWERS).expect_path("snapshot")


@pytest.mark.parametrize("sign", ["pointer", "focus"])
def test_it_starts_when_the_reader_comes_near(page: Page, home: str, requested: list[str], sign: str) -> None:
    page.add_init_script(NEVER_IDLE)
    recommender = RecommenderPage(page, home).open()
    assert requested == []
    first = recommender.element.locator("input:visible").first
    with page.expect_request("**/assets/python/**"):
        first.hover() if sign == "pointer" else first.focus()
    recommender.expect_state("idle")


def test_who_saves_data_downloads_nothing_before_the_first_answer(page: Page, home: str, requested: list[str]) -> None:
    page.add_init_script(faults.SAVES_DATA)
    recommender = RecommenderPage(page, home).open()
    recommender.element.locator("input:visible").first.hover()
    let_it_idle(page)
    assert requested == []
    recommender.answer(**ANSWERS).expect_path("compiled")
    let_it_idle(page)
    assert not [url for url in requested if url.endswith("snapshot.bin")]


@pytest.mark.parametrize("path", ["", "compare/", "states/"])
def test_pages_for_reading_load_no_engine(page: Page, home: str, path: str) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(home + path)
    let_it_idle(page)
    assert not [url for url in loaded if url.endswith(("element.js", "worker.js", ".bin", ".wasm"))]
    assert page.workers == [] or all("worker.js" not in worker.url for worker in page.workers)


@pytest.mark.complaints_expected
def test_a_start_that_nobody_asked_for_fails_in_silence(page: Page, home: str) -> None:
    page.add_init_script(faults.WATCHED_WORKERS)
    page.context.route("**/assets/{python,plain}/**", faults.gone)
    recommender = RecommenderPage(page, home).open()
    page.evaluate(BECOME, "idle")
    expect(recommender.element).to_have_attribute("data-mode", "")
    recommender.expect_state("idle")
    expect(recommender.retry).to_be_hidden()
    faults.mend(page.context)
    recommender.answer(**ANSWERS).expect_path("snapshot")


@pytest.mark.complaints_expected
def test_a_line_that_was_lost_unnoticed_is_no_later_excuse(page: Page, home: str) -> None:
    page.context.route("**/assets/{python,plain}/**", faults.cut_off)
    recommender = RecommenderPage(page, home).open()
    page.evaluate(BECOME, "idle")
    expect(recommender.element).to_have_attribute("data-mode", "")
    page.context.route("**/assets/{python,plain}/**", faults.gone)
    recommender.answer(**ANSWERS).expect_state("failed")
    expect(recommender.status).to_contain_text("is missing on this site")


def test_one_python_serves_every_page_that_is_visited(page: Page, home: str) -> None:
    page.add_init_script(faults.SAVES_DATA + faults.WATCHED_WORKERS)
    recommender = RecommenderPage(page, home).open()
    recommender.answer(**ANSWERS).expect_path("compiled")
    before = page.evaluate("workers.length")
    page.get_by_role("link", name="Compare side by side").click()
    expect(page).to_have_url(f"{home}compare/")
    page.go_back()
    recommender.expect_path("compiled")
    assert page.evaluate("workers.length") == before
