"""Ten deployments go up while somebody reads, the line goes and comes back: no page ever runs what belongs to two."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from lines import KEPT, NUMBER, Fresh, Line, deployment, small_site
from recommender_page import RecommenderPage
from shared import started

FRAGMENT = "#hr_staff=none&benefits_priority=high&control_priority=low"
DEPLOYMENTS = 10
_RUNS = """
() => {
  const named = [...document.querySelectorAll("script[src], link[href], meta[name=edition], guide-recommender")];
  const page = named.map((each) => each.src ?? each.href ?? each.content ?? each.dataset.bundle);
  const asked = performance.getEntriesByType("resource").map((each) => each.name);
  return [...page, ...asked].join();
}
"""
_NEWEST = """
async (number) => {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration.update();
  const coming = registration.installing;
  if (coming) await new Promise((done) => coming.addEventListener("statechange", done, { once: true }));
  return Boolean(registration.waiting);
}
"""


@pytest.fixture
def line(site: Path, tmp_path: Path) -> Iterator[Line]:
    with started(Line(deployment(small_site(site, tmp_path / "small"), 1), Fresh)) as served:
        yield served


def renew(line: Line, number: int) -> None:
    """Put up the next deployment; what only the one before had is gone."""
    line.site = deployment(line.site.with_name("small"), number)


def runs(page: Page) -> int:
    """Return the number of the one deployment of which all is that the page names, runs and has asked for."""
    expect(page.locator("article h1")).to_be_visible()
    found = set(re.findall(NUMBER.format(0)[:4] + "([0-9a-f]{8})", page.evaluate(_RUNS)))
    assert len(found) == 1, found
    return int(found.pop(), 16)


def follow(page: Page, path: str) -> None:
    """Follow a link that the theme takes without loading the page anew, if it fits."""
    page.locator(f"a[href$='/{path}']:visible, a[href='{path}']:visible").first.click()
    page.wait_for_url(f"**/{path}")
    page.wait_for_load_state()


@pytest.mark.complaints_expected
def test_ten_deployments_are_never_mixed(keeping: BrowserContext, line: Line) -> None:
    first = RecommenderPage(keeping.new_page(), line.address)
    first.open(FRAGMENT).expect_headline_with("PEO")
    first.page.wait_for_function(KEPT)
    reading = keeping.new_page()
    reading.goto(line.address)
    assert runs(reading) == 1
    for number in range(2, DEPLOYMENTS + 1):
        renew(line, number)
        follow(reading, ("compare/", "how-it-works/")[number % 2])
        expect(reading.locator(f"meta[name=edition][content={NUMBER.format(number)}]")).to_be_attached()
        assert runs(reading) == number
        assert reading.evaluate(_NEWEST)
        if number % 3 == 0:
            line.cut()
            follow(reading, "choose/")
            expect(reading.locator(f"meta[name=edition][content={NUMBER.format(1)}]")).to_be_attached()
            assert runs(reading) == 1  # what is kept whole for the tab that has been open all the time
            line.mend()
    line.cut()
    first.answer(hr_staff="team", control_priority="high", benefits_priority="low").expect_headline_with("ASO")
    assert runs(first.page) == 1
    follow(first.page, "compare/")
    assert runs(first.page) == 1
    for page in keeping.pages:
        page.close()
    late = RecommenderPage(keeping.new_page(), line.address)
    late.open(FRAGMENT).expect_headline_with("PEO")
    assert runs(late.page) == DEPLOYMENTS
