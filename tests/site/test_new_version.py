"""A new version goes up while somebody reads: what is gone is told, answers stay, and one press or none leads on."""

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import faults
from deployment import LATER, PYTHON, SCRIPTS, Deployment, deployed
from recommender.questions import Answer
from recommender_page import RecommenderPage
from test_pages import findings

ANSWERS: dict[str, Answer] = {"hr_staff": "none", "control_priority": "low", "benefits_priority": "high"}
FETCHED = "(path) => fetch(path, { cache: 'reload' }).then((response) => response.text())"
"""Has the browser keep the page that is there now, as it does when it is old or was asked for ahead of time."""

pytestmark = pytest.mark.complaints_expected


@pytest.fixture
def deployment(site: Path, tmp_path: Path) -> Iterator[Deployment]:
    with deployed(site, tmp_path) as served:
        yield served


@pytest.fixture
def reader(reader: Page) -> Page:
    """Return a page in which nothing starts before there are answers."""
    reader.context.add_init_script(faults.SAVES_DATA + faults.WATCHED_WORKERS)
    return reader


def follow(page: Page, home: str, path: str) -> None:
    """Follow a link of the page that instant navigation takes."""
    page.locator(f"a[href='{home}{path}']:visible").first.click()
    expect(page).to_have_url(f"{home}{path}")


@pytest.mark.parametrize("way", ["link", "address"])
def test_a_form_without_its_script_says_so_and_is_loaded_past_the_cache(
    reader: Page, deployment: Deployment, way: str
) -> None:
    recommender = RecommenderPage(reader, deployment.home)
    reader.goto(deployment.home)
    reader.evaluate(FETCHED, recommender.address)
    deployment.renew(*PYTHON, *SCRIPTS)
    if way == "link":
        follow(reader, deployment.home, "choose/")
    else:
        recommender.open()
    notice = reader.get_by_role("alert")
    expect(notice).to_contain_text("a script of this page did not come")
    expect(notice).to_be_in_viewport()
    recommender.answer(**ANSWERS)
    notice.get_by_role("button", name="Load the new version").click()
    recommender.expect_path("compiled").expect_answers(**ANSWERS).expect_headline_with("PEO")
    expect(notice).to_have_count(0)


def test_without_a_connection_the_form_stays_as_it_is(page: Page, deployment: Deployment) -> None:
    page.route("**/element.js", faults.gone)
    recommender = RecommenderPage(page, deployment.home).open()
    button = page.get_by_role("alert").get_by_role("button")
    recommender.answer(**ANSWERS)
    page.context.set_offline(True)
    with page.expect_event("requestfailed"):
        button.click()
    expect(button).to_be_enabled()
    recommender.expect_answers(**ANSWERS)
    page.context.set_offline(False)
    faults.mend(page)
    button.click()
    recommender.expect_path("snapshot").expect_answers(**ANSWERS)


@pytest.mark.parametrize("parts", [PYTHON, SCRIPTS], ids=["guide", "scripts"])
def test_an_engine_whose_files_are_gone_tells_of_the_new_version(
    reader: Page, deployment: Deployment, parts: tuple[str, ...]
) -> None:
    recommender = RecommenderPage(reader, deployment.home).open()
    recommender.expect_state("idle")
    deployment.renew(*parts)
    recommender.answer(**ANSWERS).expect_state("failed")
    expect(recommender.status).to_contain_text("There is a new version of this page")
    expect(recommender.retry).to_be_hidden()
    recommender.answer(share_liability_priority="high")
    expect(recommender.status).to_contain_text("There is a new version of this page")
    reader.get_by_role("button", name="Load the new version").click()
    recommender.expect_path("compiled").expect_answers(**ANSWERS, share_liability_priority="high").expect_headline_with(
        "PEO"
    )


def test_what_is_no_version_of_the_page_is_not_taken_for_one(page: Page, deployment: Deployment) -> None:
    recommender = RecommenderPage(page, deployment.home).open()
    page.context.route("**/assets/{python,plain}/**", faults.gone)
    page.route("**/choose/", faults.a_page_instead)
    with page.expect_response("**/choose/"):
        recommender.answer(**ANSWERS).expect_state("failed")
    page.evaluate(FETCHED, recommender.address)  # by then, the page has read what it got
    expect(recommender.status).to_contain_text("is missing on this site")
    expect(recommender.retry).to_be_visible()


def test_a_form_in_a_frame_without_its_script_says_so_too(page: Page, deployment: Deployment) -> None:
    page.route("**/element.js", faults.gone)
    recommender = RecommenderPage(page, deployment.home)
    page.goto(f"{deployment.home}embed/")
    notice = page.get_by_role("alert")
    expect(notice).to_contain_text("a script of this page did not come")
    assert findings(page, "light", "[role=alert]") == []
    faults.mend(page)
    notice.get_by_role("button").click()
    expect(notice).to_be_hidden()  # the page came anew
    expect(recommender.element).to_have_attribute("data-view", "all")
    recommender.answer(**ANSWERS).expect_path("snapshot").expect_headline_with("PEO")


@pytest.mark.parametrize(
    ("parts", "named", "workers"),
    [(PYTHON, f"/adviser/{LATER}/guide.bin", 2), (SCRIPTS, f"/web/{LATER}/element.js", 1)],
    ids=["guide", "scripts"],
)
@pytest.mark.parametrize("started", [False, True], ids=["before", "after"])
def test_a_link_to_a_page_of_the_new_version_answers_with_that(
    reader: Page, deployment: Deployment, parts: tuple[str, ...], named: str, workers: int, started: bool
) -> None:
    asked: list[str] = []
    reader.context.on("request", lambda request: asked.append(request.url))
    recommender = RecommenderPage(reader, deployment.home).open()
    recommender.expect_state("idle")
    if started:
        recommender.answer(**ANSWERS).expect_path("compiled")
    follow(reader, deployment.home, "compare/")
    deployment.renew(*parts)
    reader.evaluate(FETCHED, recommender.address)
    with reader.expect_event("load") if parts == SCRIPTS else nullcontext():
        follow(reader, deployment.home, "choose/")
    expect(recommender.element).to_be_visible()
    recommender.answer(**ANSWERS).expect_path("compiled").expect_headline_with("PEO")
    assert [url for url in asked if url.endswith(named)]
    assert reader.evaluate("workers.length") == (workers if started else 1)
