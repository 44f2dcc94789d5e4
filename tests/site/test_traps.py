"""What the WebAssembly lacks stops it for real: then the plain start takes over, once, and no answer is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import faults
from recommender.model import Guide
from recommender.questions import Answer
from recommender.scoring import recommend
from recommender.verdict import words
from recommender_page import RecommenderPage
from trapped_site import AT_ONCE, IN_CONTRAST, IN_REPORT, THE_SECOND_TIME, trapped_site

pytestmark = pytest.mark.complaints_expected  # Pyodide says itself that it has suffered a fatal error

ANSWERS: dict[str, Answer] = {"hr_staff": "none", "benefits_priority": "high"}
LINK = "#hr_staff=none&benefits_priority=high"


@pytest.fixture(scope="module")
def trapped_home(site: Path, guide: Guide, small: Guide, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with trapped_site(site, guide, small, tmp_path_factory.mktemp("trapped")) as address:
        yield address


@pytest.fixture
def recommender(page: Page, trapped_home: str) -> RecommenderPage:
    page.add_init_script(faults.WATCHED_WORKERS)
    return RecommenderPage(page, trapped_home)


def expect_plain_once(recommender: RecommenderPage, guide: Guide, employees: int) -> None:
    """Expect the right answer from the plain start, and that nothing else was tried in between."""
    told = words(guide, recommend(guide, {**ANSWERS, "employees": employees}))
    expect(recommender.element).to_have_attribute("data-mode", "plain")
    recommender.expect_path("plain").expect_headline(told["headline"]).expect_answers(**ANSWERS)
    expect(recommender.page.locator("input[type=number][name=employees]")).to_have_value(str(employees))
    assert recommender.page.evaluate("workers.length") == 2


def test_on_the_first_answer(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.open(f"{LINK}&employees={AT_ONCE}")
    expect_plain_once(recommender, guide, AT_ONCE)


def test_on_the_first_answer_from_the_compiled_library(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.page.add_init_script(faults.SAVES_DATA)
    recommender.open(f"{LINK}&employees={AT_ONCE}")
    expect_plain_once(recommender, guide, AT_ONCE)


def test_on_a_later_answer(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.open(LINK).expect_path("snapshot")
    recommender.number("employees", str(AT_ONCE))
    expect_plain_once(recommender, guide, AT_ONCE)


def test_in_a_report(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.open(f"{LINK}&employees={IN_REPORT}").expect_path("snapshot")
    with recommender.page.expect_download() as download:
        recommender.page.get_by_role("button", name="Save as text").click()
    expect_plain_once(recommender, guide, IN_REPORT)
    assert recommender.headline.inner_text() in Path(download.value.path()).read_text()


def test_in_a_comparison(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.open(LINK).expect_path("snapshot")
    recommender.page.get_by_role("button", name="Keep this result, and compare").click()
    recommender.number("employees", str(IN_CONTRAST))
    expect_plain_once(recommender, guide, IN_CONTRAST)
    expect(recommender.page.locator("[data-part=contrast]")).to_contain_text(str(IN_CONTRAST))


def test_while_it_makes_itself_fast(recommender: RecommenderPage, guide: Guide) -> None:
    """Between the reader's questions, when nobody waits for an answer."""
    recommender.open(f"{LINK}&employees={THE_SECOND_TIME}")
    expect_plain_once(recommender, guide, THE_SECOND_TIME)
