"""The copy that opens without a line: who gets none, what breaks while it is made, and one button that removes it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

import faults
from browser_fixtures import let_it_idle
from generator.publish.offline import WORKER
from lines import Fresh, Line, deployment, small_site
from recommender_page import RecommenderPage
from shared import started
from test_kept import KEPT

FRAGMENT = "#hr_staff=none&benefits_priority=high&control_priority=low"
_FOLDERS = "async () => Array.fromAsync((await navigator.storage.getDirectory()).keys())"
_LEFT = """
async () => {
  const caught = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
  const files = await Promise.all(caught.map(async (cache) => (await cache.keys()).length));
  const found = await navigator.serviceWorker.getRegistrations();
  return [files.reduce((sum, count) => sum + count, 0), found.filter((each) => each.active).length];
}
"""
"""How many files are kept, and how many service workers."""
_WHOLE = f"(count) => ({_LEFT})().then(([files, workers]) => files >= count && workers === 1)"
_OTHERS = """
async () => {
  const other = await caches.open("guide-offline-precache-v2-http://127.0.0.1/other-name/");
  await other.put("/it", new Response("theirs"));
}
"""
_REFUSED = """
navigator.serviceWorker.register = () => Promise.reject(new DOMException("refused", "SecurityError"));
"""
_NO_CACHES = """
Object.defineProperty(self, "caches", { get: () => { throw new DOMException("refused", "SecurityError"); } });
"""
_SOON = """
const later = setTimeout;
window.setTimeout = (work, pause, ...more) => later(work, pause === 2000 ? 0 : pause, ...more);
"""
"""Nobody has to rest for two seconds."""


@pytest.fixture
def line(site: Path, tmp_path: Path) -> Iterator[Line]:
    with started(Line(small_site(site, tmp_path / "small"), Fresh)) as served:
        yield served


@pytest.fixture
def reading(keeping: BrowserContext) -> Page:
    """Return a page of a browser that keeps a copy as soon as it may."""
    keeping.add_init_script(_SOON)
    return keeping.new_page()


def told(page: Page) -> None:
    """Expect the page to say that it works offline."""
    expect(page.locator("offline-note [role=status]")).to_contain_text("works offline now")


def test_one_button_removes_the_copy_and_keeps_it_again(reading: Page, line: Line) -> None:
    RecommenderPage(reading, line.address).open(FRAGMENT).expect_headline_with("PEO")
    told(reading)
    whole, _ = reading.evaluate(_LEFT)
    reading.evaluate(_OTHERS)
    reading.locator("offline-note a").click()
    button = reading.locator("offline-copy button")
    said = reading.locator("offline-copy [role=status]")
    expect(said).to_contain_text("MB is in this browser")
    reading.reload()  # a page of the copy's own
    assert reading.evaluate("Boolean(navigator.serviceWorker.controller)")
    expect(button).to_have_text("Remove the offline copy")
    button.focus()
    reading.keyboard.press("Enter")
    expect(said).to_contain_text("Removed: ")
    expect(button).to_have_text("Keep an offline copy")
    expect(button).to_be_focused()
    assert reading.evaluate(_LEFT) == [1, 0]  # the other site's
    RecommenderPage(reading, line.address).open(FRAGMENT).expect_headline_with("PEO")
    reading.goto(f"{line.address}how-it-works/")
    let_it_idle(reading)
    assert reading.evaluate(_LEFT) == [1, 0]
    button.click()
    expect(said).to_contain_text("MB is in this browser")
    reading.wait_for_function(_WHOLE, arg=whole + 1)


@pytest.mark.complaints_expected
def test_a_copy_that_is_removed_while_it_is_read_comes_back(reading: Page, line: Line) -> None:
    recommender = RecommenderPage(reading, line.address).open(FRAGMENT)
    told(reading)
    whole, _ = reading.evaluate(_LEFT)
    reading.reload()
    reading.evaluate("caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))")
    recommender.answer(hr_staff="team", control_priority="high", benefits_priority="low").expect_headline_with("ASO")
    reading.goto(f"{line.address}compare")
    expect(reading).to_have_url(f"{line.address}compare/")
    reading.wait_for_function(_WHOLE, arg=whole)
    line.cut()
    recommender.open(f"?again{FRAGMENT}").expect_headline_with("PEO")


@pytest.mark.parametrize("script", [_REFUSED, faults.SAVES_DATA], ids=["refused", "saves data"])
def test_where_nothing_is_kept_nothing_is_said(reading: Page, line: Line, script: str) -> None:
    reading.add_init_script(script)
    RecommenderPage(reading, line.address).open(FRAGMENT).expect_headline_with("PEO")
    let_it_idle(reading)
    expect(reading.locator("offline-note [role=status]")).to_be_empty()


@pytest.mark.complaints_expected
def test_a_worker_that_may_not_store_is_given_up(reading: Page, line: Line) -> None:
    worker = line.site / WORKER
    worker.write_text(_NO_CACHES + worker.read_text())
    reading.goto(f"{line.address}how-it-works/")
    reading.locator("offline-copy button").click()
    expect(reading.locator("offline-copy button")).to_have_text("Keep an offline copy")
    reading.locator("offline-copy button").click()
    expect(reading.locator("offline-copy [role=status]")).to_contain_text("That did not work")
    RecommenderPage(reading, line.address).open(FRAGMENT).expect_headline_with("PEO")


def test_a_frame_keeps_nothing(reading: Page, line: Line) -> None:
    reading.goto(f"{line.address}embed/{FRAGMENT}")
    expect(reading.locator("[data-part=answer] .headline")).to_contain_text("PEO")
    assert reading.locator("script[data-offline], offline-note").count() == 0


def test_a_draft_removes_what_stands_in_its_way(reading: Page, line: Line) -> None:
    RecommenderPage(reading, line.address).open(FRAGMENT)
    told(reading)
    for page in line.site.rglob("*.html"):
        page.write_text(page.read_text().replace('data-offline="service-worker.js"', 'data-offline=""'))
    reading.goto(f"{line.address}compare/")
    reading.wait_for_function(f"({_LEFT})().then(([files, workers]) => files === 0 && workers === 0)")


@pytest.mark.complaints_expected
def test_without_room_nothing_is_said_and_the_page_goes_on(reading: Page, line: Line) -> None:
    speaking = reading.context.new_cdp_session(reading)
    speaking.send(
        "Storage.overrideQuotaForOrigin", {"origin": line.address.removesuffix(line.path), "quotaSize": 2_000_000}
    )
    recommender = RecommenderPage(reading, line.address).open(FRAGMENT).expect_headline_with("PEO")
    reading.goto(f"{line.address}how-it-works/")
    said = reading.locator("offline-copy [role=status]")
    reading.locator("offline-copy button").click()
    expect(said).to_contain_text("Removed: ")
    reading.locator("offline-copy button").click()
    expect(said).to_contain_text("That did not work")
    expect(reading.locator("offline-copy button")).to_have_text("Remove the offline copy")  # what there is of it
    recommender.open(FRAGMENT).expect_headline_with("PEO")
    expect(reading.locator("offline-note [role=status]")).to_be_empty()


def test_the_button_removes_the_engine_that_is_kept_too(reading: Page, line: Line) -> None:
    RecommenderPage(reading, line.address).open(FRAGMENT).expect_headline_with("PEO")
    reading.evaluate(KEPT)
    reading.goto(f"{line.address}how-it-works/")
    reading.locator("offline-copy button").click()
    expect(reading.locator("offline-copy [role=status]")).to_contain_text("Removed: ")
    assert reading.evaluate(_FOLDERS) == []


@pytest.mark.complaints_expected
def test_a_half_updated_copy_stays_the_old_one_whole(reading: Page, line: Line) -> None:
    small = line.site
    RecommenderPage(reading, line.address).open(FRAGMENT)
    told(reading)
    line.site = deployment(small, 2)
    page = line.site / "compare" / "index.html"
    page.write_text(page.read_text() + "<!-- of another deployment, on its way -->")
    reading.goto(f"{line.address}how-it-works/")
    reading.evaluate(
        """async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          await registration.update();
          const coming = registration.installing;
          if (coming) await new Promise((done) => coming.addEventListener("statechange", done));
          return Boolean(registration.waiting);
        }"""
    )
    line.cut()
    RecommenderPage(reading, line.address).open(f"?again{FRAGMENT}").expect_headline_with("PEO")
    assert "deed" not in reading.content()
