"""Each way in which the start can fail ends in plain words and a retry that works; the answers stay."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from recommender.model import Answer
from recommender_page import RecommenderPage

ANSWERS: dict[str, Answer] = {"hr_staff": "none", "control_priority": "low", "benefits_priority": "high"}


def gone(route: Route) -> None:
    route.fulfill(status=404, body="not here")


def truncated(route: Route) -> None:
    response = route.fetch()
    route.fulfill(status=200, content_type=response.headers["content-type"], body=response.body()[:100_000])


def altered(route: Route) -> None:
    response = route.fetch()
    body = response.body()
    route.fulfill(status=200, content_type=response.headers["content-type"], body=body[:-1] + bytes([body[-1] ^ 1]))


def cut_off(route: Route) -> None:
    route.abort("connectionreset")


@pytest.mark.complaints_expected
@pytest.mark.parametrize(
    ("file", "sabotage", "words"),
    [
        ("**/pyodide.asm.wasm", gone, "is missing on this site"),
        ("**/pyodide.asm.wasm", truncated, "arrived incomplete or altered"),
        ("**/pyodide.asm.wasm", altered, "arrived incomplete or altered"),
        ("**/pyodide.asm.wasm", cut_off, "Check your connection"),
        ("**/python_stdlib.zip", gone, "is missing on this site"),
        ("**/python_stdlib.zip", truncated, "arrived incomplete or altered"),
        ("**/recommender.whl", gone, "is missing on this site"),
        ("**/recommender.whl", altered, "arrived incomplete or altered"),
        ("**/guide.json", gone, "is missing on this site"),
        ("**/guide.json", altered, "arrived incomplete or altered"),
        ("**/pyodide.mjs", gone, "is missing on this site"),
        ("**/pyodide.asm.js", gone, "is missing on this site"),
        ("**/worker.js", gone, "could not start the recommender"),
        ("**/download.js", gone, "could not start the recommender"),
    ],
)
def test_a_failure_is_told_and_can_be_retried(
    page: Page, home: str, file: str, sabotage: Callable[[Route], None], words: str
) -> None:
    recommender = RecommenderPage(page, home).open()
    page.context.route(file, sabotage)
    recommender.answer(**ANSWERS).expect_state("failed")
    expect(recommender.status).to_contain_text(words)
    expect(page.locator("ul.examples li").first).to_be_visible()
    recommender.expect_answers(**ANSWERS)
    page.context.unroute(file)
    recommender.retry.click()
    recommender.expect_state("ready").expect_answers(**ANSWERS)
    expect(recommender.headline).to_contain_text("PEO", timeout=60_000)
    expect(recommender.retry).to_be_hidden()


@pytest.mark.parametrize("file", ["**/pyodide.asm.wasm", "**/pyodide.mjs", "**/worker.js"])
@pytest.mark.complaints_expected
def test_a_download_that_stalls_is_ended_by_the_watchdog(page: Page, home: str, file: str) -> None:
    page.clock.install()
    recommender = RecommenderPage(page, home).open()
    stalled: list[Route] = []
    page.context.route(file, lambda route: stalled.append(route))
    with page.expect_request(file):
        recommender.answer(**ANSWERS)
    recommender.expect_state("downloading")
    page.clock.fast_forward(29_000)
    recommender.expect_state("downloading")
    page.clock.fast_forward(31_000)
    recommender.expect_state("failed")
    expect(recommender.status).to_contain_text("stopped responding")
    page.context.unroute(file)
    recommender.retry.click()
    recommender.expect_state("ready").expect_answers(**ANSWERS)


@pytest.mark.complaints_expected
def test_answers_changed_after_a_failure_are_the_ones_that_count(page: Page, home: str) -> None:
    recommender = RecommenderPage(page, home).open()
    page.context.route("**/recommender.whl", gone)
    recommender.answer(**ANSWERS).expect_state("failed")
    page.context.unroute("**/recommender.whl")
    recommender.answer(
        hr_staff="team", control_priority="high", benefits_priority="low", share_liability_priority="low"
    )
    recommender.retry.click()
    expect(recommender.headline).to_contain_text("ASO", timeout=60_000)


def test_without_webassembly_the_page_says_so(page: Page, home: str) -> None:
    def no_webassembly(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body="delete self.WebAssembly;\n" + response.text())

    recommender = RecommenderPage(page, home).open()
    page.context.route("**/worker.js", no_webassembly)
    recommender.answer(**ANSWERS).expect_state("failed")
    expect(recommender.status).to_contain_text("WebAssembly switched off")
