"""A line that dies at any stage of a start and comes back: words at once, answers that are kept, a retry that works."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

import faults
from breaking import BreakingServer
from browser_fixtures import PATH
from faults import ADVISER, COMPILED, WORKER
from recommender_page import RecommenderPage
from shared import started
from test_kept import ANSWERS, FRAGMENT, KEPT, NATIVE

FAST = [COMPILED + "pyodide.js", COMPILED + "pyodide.asm.js", COMPILED + "wasm.bin", "**/snapshot.bin"]
THRIFTY = [COMPILED + "wasm.bin", COMPILED + "data.bin", ADVISER + "recommender.bin", ADVISER + "guide.bin"]

pytestmark = pytest.mark.complaints_expected


@pytest.fixture
def server(site: Path) -> Iterator[BreakingServer]:
    with started(BreakingServer(site, PATH)) as server:
        yield server
        server.mend()


def start_until(page: Page, server: BreakingServer, stage: str) -> RecommenderPage:
    """Begin a start that waits for the file of this stage, and cut the line in the middle of it."""
    asked = faults.Stall()
    server.route(stage, asked)
    with page.expect_request(stage):
        recommender = RecommenderPage(page, server.address).open(FRAGMENT)
    expect(recommender.element).to_have_attribute("data-state", re.compile("downloading|starting"))
    server.die()
    return recommender


def come_back(recommender: RecommenderPage, server: BreakingServer, way: str) -> None:
    recommender.expect_answers(**ANSWERS)
    server.mend()
    recommender.retry.click()
    recommender.expect_path(way).expect_answers(**ANSWERS).expect_headline_with("PEO")
    expect(recommender.retry).to_be_hidden()


@pytest.mark.parametrize("stage", FAST)
def test_while_a_memory_comes(page: Page, server: BreakingServer, stage: str) -> None:
    recommender = start_until(page, server, stage).expect_state("failed")
    expect(recommender.status).to_contain_text("Check your connection")
    come_back(recommender, server, "snapshot")


@pytest.mark.parametrize("stage", THRIFTY)
def test_while_the_fewest_bytes_come(page: Page, server: BreakingServer, stage: str) -> None:
    page.add_init_script(faults.SAVES_DATA)
    recommender = start_until(page, server, stage).expect_state("failed")
    expect(recommender.status).to_contain_text("Check your connection")
    come_back(recommender, server, "compiled")


def test_before_anything_of_the_engine_has_come(page: Page, server: BreakingServer) -> None:
    recommender = start_until(page, server, WORKER).expect_state("failed")
    expect(recommender.status).to_contain_text("Your answers are kept")
    come_back(recommender, server, "snapshot")


def test_while_what_the_next_visit_takes_comes(page: Page, server: BreakingServer) -> None:
    server.route(NATIVE, faults.Stall())
    with page.expect_request(NATIVE):
        recommender = RecommenderPage(page, server.address).open(FRAGMENT).expect_path("snapshot")
    server.die()
    recommender.expect_path("snapshot").answer(hr_staff="team").expect_state("ready")
    server.mend()
    page.reload()
    recommender.expect_path("snapshot").expect_headline_with("PEO")
    page.evaluate(KEPT)


def test_while_the_offline_copy_comes(keeping: BrowserContext, server: BreakingServer) -> None:
    server.route("**/how-it-works/", faults.Stall())
    page = keeping.new_page()
    with keeping.expect_event("request", lambda request: request.url.endswith("/how-it-works/")):
        recommender = RecommenderPage(page, server.address).open(FRAGMENT).expect_path("snapshot")
    server.die()
    recommender.expect_state("ready").expect_headline_with("PEO")
    server.mend()
    page.reload()
    expect(page.locator("offline-note [role=status]")).to_contain_text("works offline now")
