"""The fastest start is a memory that travels: it answers first, and gives way whenever it cannot."""

import pytest
from playwright.sync_api import BrowserContext, Page

import faults
from faults import WORKER, Sabotage
from recommender.questions import Answer
from recommender_page import RecommenderPage

ANSWERS: dict[str, Answer] = {"hr_staff": "none", "control_priority": "low", "benefits_priority": "high"}
FRAGMENT = "#hr_staff=none&benefits_priority=high&control_priority=low"


@pytest.fixture
def context(context: BrowserContext) -> BrowserContext:
    context.add_init_script(faults.WATCHED_WORKERS)
    return context


@pytest.fixture
def recommender(page: Page, home: str) -> RecommenderPage:
    return RecommenderPage(page, home)


def test_it_answers_the_first_visit_and_the_next(recommender: RecommenderPage) -> None:
    recommender.open(FRAGMENT).expect_path("snapshot").expect_answers(**ANSWERS)
    headline = recommender.headline.inner_text()
    recommender.page.reload()
    recommender.expect_path("snapshot").expect_headline(headline).expect_answers(**ANSWERS)


def test_the_head_of_the_page_starts_the_one_worker(recommender: RecommenderPage) -> None:
    page = recommender.page
    page.route("**/element.js", stalled := faults.Stall())
    with page.expect_request("**/snapshot.bin"):
        page.goto(recommender.address + FRAGMENT, wait_until="commit")
    stalled.held[0].continue_()
    recommender.expect_path("snapshot").expect_answers(**ANSWERS).expect_workers(1)
    assert page.evaluate("workers.length") == 1


@pytest.mark.complaints_expected
def test_a_worker_that_fails_before_the_page_can_hear_of_it_is_replaced(recommender: RecommenderPage) -> None:
    recommender.page.context.route(WORKER, faults.gone, times=1)
    recommender.open(FRAGMENT).expect_state("ready").expect_answers(**ANSWERS)


@pytest.mark.parametrize(("file", "sabotage"), faults.OF_THE_MEMORY)
@pytest.mark.complaints_expected
def test_when_the_memory_fails_the_compiled_library_answers(
    recommender: RecommenderPage, file: str, sabotage: Sabotage
) -> None:
    recommender.page.context.route(file, sabotage)
    recommender.open(FRAGMENT).expect_path("compiled").expect_answers(**ANSWERS)


@pytest.mark.parametrize(("file", "sabotage"), faults.OF_THE_COMPILED_START)
@pytest.mark.complaints_expected
def test_when_what_both_need_fails_there_is_an_answer_all_the_same(
    recommender: RecommenderPage, file: str, sabotage: Sabotage
) -> None:
    recommender.page.context.route(file, sabotage)
    spared = any(part in file for part in ("data", "library", "recommender", "guide"))
    recommender.open(FRAGMENT).expect_path("snapshot" if spared else "plain").expect_answers(**ANSWERS)


@pytest.mark.complaints_expected
def test_a_damaged_copy_in_the_browser_is_fetched_anew(recommender: RecommenderPage) -> None:
    recommender.page.context.route("**/snapshot.bin", faults.altered, times=1)
    recommender.open(FRAGMENT).expect_path("snapshot").expect_answers(**ANSWERS)


@pytest.mark.complaints_expected
@pytest.mark.parametrize("stall", ["**/snapshot.bin", faults.COMPILED + "wasm.bin", faults.COMPILED + "pyodide.asm.js"])
def test_a_memory_that_stalls_gives_way(recommender: RecommenderPage, stall: str) -> None:
    page = recommender.page
    page.clock.install()
    page.context.route(stall, held := faults.Stall(most=1))
    with page.expect_request(stall):
        recommender.open(FRAGMENT)
    recommender.expect_state("starting" if "asm.js" in stall else "downloading")
    page.clock.fast_forward(31_000)
    recommender.expect_path("compiled").expect_answers(**ANSWERS)
    assert held.held


def test_a_function_that_was_left_out_leads_to_pyodide_as_it_comes(recommender: RecommenderPage) -> None:
    recommender.page.context.route(WORKER, faults.with_script(faults.CUT_SHORT))
    recommender.open(FRAGMENT).expect_path("plain").expect_answers(**ANSWERS)
    assert recommender.page.evaluate("workers.length") == 2


def test_a_start_over_keeps_it_running(recommender: RecommenderPage) -> None:
    recommender.open(FRAGMENT).expect_path("snapshot")
    recommender.page.get_by_role("button", name="Start over").click()
    recommender.expect_state("idle").answer(**ANSWERS).expect_path("snapshot")
    assert recommender.page.evaluate("workers.length") == 1
