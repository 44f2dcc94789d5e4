"""The same faults end in the same way in Firefox; its Python is the same, its streams and workers are not."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

import faults
from browser_fixtures import KEEPS_NOTHING
from faults import COMPILED, WORKER, Sabotage
from recommender.questions import Answer
from recommender_page import RecommenderPage

FRAGMENT = "#hr_staff=none&benefits_priority=high&control_priority=low"
TURNED: dict[str, Answer] = {"hr_staff": "team", "control_priority": "high", "benefits_priority": "low"}
# All faults are tried in Chromium. Here each way to break something is tried once, on the file that is streamed if it
# breaks one of those, because what the page makes of it is the same from there on.
OF_THE_COMPILED_START = list(
    {sabotage: (file, sabotage) for file, sabotage in faults.OF_THE_COMPILED_START[::-1]}.values()
)
CUT_SHORT = [fault for fault in faults.OF_THE_MEMORY if fault[1] in (faults.truncated, faults.cut_off)]
# Firefox says nothing of a worker that cannot import a script of its own; there it is the watchdog that ends the wait.
HEARD = [
    fault for fault in faults.OF_EVERY_START if fault[1] in (faults.truncated, faults.cut_off) or fault[0] == WORKER
]


@pytest.fixture
def recommender(firefox: Browser, home: str) -> Iterator[RecommenderPage]:
    context = firefox.new_context()
    context.add_init_script(faults.KNOWN_FAST)
    context.add_init_script(KEEPS_NOTHING)
    yield RecommenderPage(context.new_page(), home)
    context.close()


def test_the_memory_answers_the_first_visit_and_the_next(recommender: RecommenderPage) -> None:
    recommender.open(FRAGMENT).expect_path("snapshot").expect_headline_with("PEO")
    recommender.page.reload()
    recommender.expect_path("snapshot").expect_headline_with("PEO")


@pytest.mark.parametrize(("file", "sabotage"), CUT_SHORT)
def test_when_the_memory_fails_the_compiled_library_answers(
    recommender: RecommenderPage, file: str, sabotage: Sabotage
) -> None:
    recommender.page.route(file, sabotage)
    recommender.open(FRAGMENT).expect_path("compiled").expect_headline_with("PEO")


@pytest.mark.parametrize(("file", "sabotage"), OF_THE_COMPILED_START)
def test_when_the_small_start_fails_the_plain_one_answers(
    recommender: RecommenderPage, file: str, sabotage: Sabotage
) -> None:
    recommender.page.route(file, sabotage)
    recommender.page.add_init_script(faults.SAVES_DATA)
    recommender.open(FRAGMENT).expect_path("plain").expect_headline_with("PEO")
    expect(recommender.retry).to_be_hidden()


@pytest.mark.parametrize(("file", "sabotage", "words"), HEARD)
def test_when_every_start_fails_the_page_says_so_and_can_retry(
    recommender: RecommenderPage, file: str, sabotage: Sabotage, words: str
) -> None:
    recommender.page.route(file, sabotage)
    recommender.open(FRAGMENT).expect_state("failed")
    expect(recommender.status).to_contain_text(words)
    faults.mend(recommender.page)
    recommender.retry.click()
    recommender.expect_path("snapshot").expect_headline_with("PEO")


@pytest.mark.parametrize("file", ["**/snapshot.bin", COMPILED + "pyodide.asm.js"])
def test_a_start_that_stalls_gives_way(recommender: RecommenderPage, file: str) -> None:
    page = recommender.page
    page.clock.install()
    page.route(file, faults.Stall(most=1))
    with page.expect_request(file):
        page.goto(recommender.address + FRAGMENT, wait_until="commit")  # Firefox counts a worker's scripts to the page
    recommender.expect_state("starting" if "asm.js" in file else "downloading")
    page.clock.fast_forward(31_000)
    recommender.expect_path("compiled").expect_headline_with("PEO")


@pytest.mark.parametrize("file", ["**/assets/{python,plain}/**", WORKER])
def test_when_everything_stalls_the_watchdog_ends_it(recommender: RecommenderPage, file: str) -> None:
    page = recommender.page
    page.clock.install()
    page.route(file, faults.Stall())
    with page.expect_request(file):
        page.goto(recommender.address + FRAGMENT, wait_until="commit")  # Firefox counts a worker's scripts to the page
    recommender.expect_state("downloading")
    for _ in range(3):
        page.clock.fast_forward(31_000)
    recommender.expect_state("failed")
    expect(recommender.status).to_contain_text("stopped responding")
    faults.mend(page)
    recommender.retry.click()
    recommender.expect_path("snapshot").expect_headline_with("PEO")


def test_offline_in_the_middle_of_a_download(recommender: RecommenderPage) -> None:
    page = recommender.page
    page.route("**/snapshot.bin", faults.losing(page.context), times=1)
    recommender.open(FRAGMENT).expect_state("failed")
    expect(recommender.status).to_contain_text("Check your connection")
    page.context.set_offline(False)
    recommender.retry.click()
    recommender.expect_path("snapshot").expect_headline_with("PEO")


def test_a_killed_worker_comes_back_with_the_answers(recommender: RecommenderPage) -> None:
    page = recommender.page
    page.clock.install()
    page.add_init_script(faults.WATCHED_WORKERS)
    recommender.open(FRAGMENT).expect_path("snapshot").expect_headline_with("PEO")
    page.evaluate("workers[0].terminate()")
    recommender.answer(**TURNED)
    page.clock.fast_forward(11_000)
    recommender.expect_workers(2).expect_headline_with("ASO")


def test_a_worker_that_breaks_comes_back_at_once(recommender: RecommenderPage) -> None:
    recommender.page.add_init_script(faults.WATCHED_WORKERS)
    recommender.open(FRAGMENT).expect_path("snapshot").expect_headline_with("PEO")
    recommender.page.evaluate("workers[0].postMessage({ type: 'no such task' })")
    recommender.expect_workers(2).answer(**TURNED).expect_headline_with("ASO")


@pytest.mark.parametrize(
    ("script", "words"),
    [(faults.BREAKS, "could not start the recommender"), (faults.UNAVAILABLE, "WebAssembly switched off")],
)
def test_what_can_never_work_ends_in_words(recommender: RecommenderPage, script: str, words: str) -> None:
    recommender.page.route(WORKER, faults.with_script(script))
    recommender.open(FRAGMENT).expect_state("failed")
    expect(recommender.status).to_contain_text(words)
    expect(recommender.retry).to_be_visible()


def test_a_function_that_was_left_out_leads_to_pyodide_as_it_comes(recommender: RecommenderPage) -> None:
    recommender.page.route(WORKER, faults.with_script(faults.CUT_SHORT))
    recommender.open(FRAGMENT).expect_path("plain").expect_headline_with("PEO")


@pytest.mark.parametrize(
    ("file", "sabotage"), [("**/snapshot.bin", faults.altered), (COMPILED + "*.bin", faults.of_another_type)]
)
def test_what_can_be_made_good_is(recommender: RecommenderPage, file: str, sabotage: Sabotage) -> None:
    recommender.page.route(file, sabotage, times=1)
    recommender.open(FRAGMENT).expect_path("snapshot").expect_headline_with("PEO")
