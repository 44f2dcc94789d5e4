"""Each way in which the start can fail leads to an answer by the next way, or to words and a retry; answers stay."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

import faults
from faults import ADVISER, COMPILED, WORKER, Sabotage
from recommender.questions import Answer
from recommender_page import RecommenderPage

ANSWERS: dict[str, Answer] = {"hr_staff": "none", "control_priority": "low", "benefits_priority": "high"}
TURNED: dict[str, Answer] = {
    "hr_staff": "team",
    "control_priority": "high",
    "benefits_priority": "low",
    "share_liability_priority": "low",
}

pytestmark = pytest.mark.complaints_expected


@pytest.fixture
def context(context: BrowserContext) -> BrowserContext:
    """Return a context in which nothing starts before there are answers, so that each test knows when it does."""
    context.add_init_script(faults.SAVES_DATA + faults.WATCHED_WORKERS)
    return context


@pytest.fixture
def recommender(page: Page, home: str) -> RecommenderPage:
    return RecommenderPage(page, home).open()


@pytest.mark.parametrize(("file", "sabotage"), faults.OF_THE_COMPILED_START)
def test_when_the_small_start_fails_the_plain_one_answers(
    recommender: RecommenderPage, file: str, sabotage: Sabotage
) -> None:
    recommender.page.context.route(file, sabotage)
    recommender.answer(**ANSWERS).expect_path("plain")
    recommender.expect_answers(**ANSWERS)
    expect(recommender.headline).to_contain_text("PEO")
    expect(recommender.retry).to_be_hidden()


def test_a_file_of_another_type_does_no_harm(recommender: RecommenderPage) -> None:
    recommender.page.context.route(COMPILED + "*.bin", faults.of_another_type)
    recommender.answer(**ANSWERS).expect_path("compiled")


def test_a_damaged_copy_in_the_browser_is_fetched_anew(recommender: RecommenderPage) -> None:
    damaged = [faults.altered]
    recommender.page.context.route(
        COMPILED + "wasm.bin", lambda route: damaged.pop()(route) if damaged else route.continue_()
    )
    recommender.answer(**ANSWERS).expect_path("compiled")


@pytest.mark.parametrize(("file", "sabotage", "words"), faults.OF_EVERY_START)
def test_when_every_start_fails_the_page_says_so_and_can_retry(
    recommender: RecommenderPage, file: str, sabotage: Sabotage, words: str
) -> None:
    page = recommender.page
    page.context.route(file, sabotage)
    recommender.answer(**ANSWERS).expect_state("failed")
    expect(recommender.status).to_contain_text(words)
    expect(page.locator("ul.examples li").first).to_be_visible()
    recommender.expect_answers(**ANSWERS)
    faults.mend(page.context)
    recommender.retry.click()
    recommender.expect_path("compiled").expect_answers(**ANSWERS)
    expect(recommender.headline).to_contain_text("PEO")
    expect(recommender.retry).to_be_hidden()


def test_offline_in_the_middle_of_a_download(recommender: RecommenderPage) -> None:
    context = recommender.page.context
    context.route(COMPILED + "library.bin", faults.losing(context), times=1)
    recommender.answer(**ANSWERS).expect_state("failed")
    expect(recommender.status).to_contain_text("Check your connection")
    context.set_offline(False)
    recommender.retry.click()
    recommender.expect_path("compiled").expect_answers(**ANSWERS)


@pytest.mark.parametrize(
    "file", [COMPILED + "wasm.bin", COMPILED + "pyodide.js", ADVISER + "guide.bin", COMPILED + "pyodide.asm.js"]
)
def test_a_download_that_stalls_gives_way_to_the_plain_start(page: Page, home: str, file: str) -> None:
    page.clock.install()
    recommender = RecommenderPage(page, home).open()
    page.context.route(file, faults.Stall())
    with page.expect_request(file):
        recommender.answer(**ANSWERS)
    page.clock.fast_forward(91_000)
    recommender.expect_path("plain").expect_answers(**ANSWERS)


@pytest.mark.parametrize(
    ("file", "requested"), [("**/assets/{python,plain}/**", "**/assets/plain/**"), (WORKER, WORKER)]
)
def test_when_everything_stalls_the_watchdog_ends_it(page: Page, home: str, file: str, requested: str) -> None:
    page.clock.install()
    recommender = RecommenderPage(page, home).open()
    stall = faults.Stall()
    page.context.route(file, stall)
    with page.expect_request(file):
        recommender.answer(**ANSWERS)
    recommender.expect_state("downloading")
    page.clock.fast_forward(9_000)
    recommender.expect_state("downloading")
    for _ in range(3):
        page.clock.fast_forward(31_000)
    recommender.expect_state("failed")
    expect(recommender.status).to_contain_text("stopped responding")
    faults.mend(page.context)
    recommender.retry.click()
    recommender.expect_path("compiled").expect_answers(**ANSWERS)


def test_answers_changed_after_a_failure_are_the_ones_that_count(recommender: RecommenderPage) -> None:
    context = recommender.page.context
    context.route("**/recommender.*", faults.gone)
    recommender.answer(**ANSWERS).expect_state("failed")
    faults.mend(context)
    recommender.answer(**TURNED)
    recommender.retry.click()
    recommender.expect_headline_with("ASO")


def test_a_failure_is_told_when_the_form_is_emptied_too(recommender: RecommenderPage) -> None:
    context = recommender.page.context
    context.route("**/assets/adviser/**", faults.gone)
    recommender.answer(**ANSWERS).expect_state("failed")
    recommender.page.get_by_role("button", name="Start over").click()
    recommender.expect_answers().expect_state("failed")
    expect(recommender.status).to_contain_text("is missing on this site")
    faults.mend(context)
    recommender.retry.click()
    recommender.expect_state("idle").answer(**TURNED).expect_path("compiled").expect_headline_with("ASO")


def test_code_that_does_not_come_about_is_not_waited_for(recommender: RecommenderPage) -> None:
    """Pyodide itself would wait forever, and the watchdog waits longer than this test."""
    recommender.page.context.route(WORKER, faults.with_script(faults.NO_INSTANCE))
    recommender.answer(**ANSWERS).expect_path("plain").expect_answers(**ANSWERS)


def test_without_webassembly_the_page_says_so(recommender: RecommenderPage) -> None:
    recommender.page.context.route(WORKER, faults.with_script(faults.UNAVAILABLE))
    recommender.answer(**ANSWERS).expect_state("failed")
    expect(recommender.status).to_contain_text("WebAssembly switched off")


def test_a_killed_worker_comes_back_with_the_answers(page: Page, home: str) -> None:
    page.clock.install()
    recommender = RecommenderPage(page, home).open()
    recommender.answer(**ANSWERS).expect_path("compiled").expect_headline_with("PEO")
    page.evaluate("workers[0].terminate()")
    recommender.answer(**TURNED)
    page.clock.fast_forward(11_000)
    recommender.expect_headline_with("ASO").expect_path("compiled").expect_answers(**TURNED)
    assert page.evaluate("workers.length") == 2


def test_a_worker_that_breaks_comes_back_at_once(recommender: RecommenderPage) -> None:
    recommender.answer(**ANSWERS).expect_path("compiled").expect_headline_with("PEO")
    recommender.page.evaluate("workers[0].postMessage({ type: 'no such task' })")
    recommender.expect_workers(2).answer(**TURNED).expect_headline_with("ASO")


def test_what_is_asked_for_after_a_failure_is_refused_at_once(recommender: RecommenderPage) -> None:
    """The result is still there, and so is its button; nothing would ever answer."""
    page = recommender.page
    recommender.answer(**ANSWERS).expect_path("compiled").expect_headline_with("PEO")
    page.context.route(WORKER, faults.gone)
    page.evaluate("workers[0].postMessage({ type: 'no such task' })")
    recommender.expect_state("failed")
    expect(recommender.headline).to_contain_text("PEO")
    page.get_by_role("button", name="Save as text").click()
    expect(recommender.note).to_contain_text("could not be written")
    faults.mend(page.context)
    recommender.retry.click()
    recommender.expect_path("compiled")
    with page.expect_download():
        page.get_by_role("button", name="Save as text").click()


def test_workers_that_break_over_and_over_are_not_replaced_forever(recommender: RecommenderPage) -> None:
    recommender.page.context.route(WORKER, faults.with_script(faults.BREAKS))
    recommender.answer(**ANSWERS).expect_state("failed")
    expect(recommender.status).to_contain_text("could not start the recommender")
    recommender.expect_answers(**ANSWERS)
    assert recommender.page.evaluate("workers.length") <= 5
