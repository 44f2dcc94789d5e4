"""Every page kind: nothing runs over the edge, the policy is there, links lead somewhere, and axe finds no fault."""

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser_fixtures import let_it_idle
from recommender_page import RecommenderPage
from shared import ROOT
from site_links import broken_links

KINDS = [
    "",
    "choose/",
    "compare/",
    "models/",
    "models/peo/",
    "liability/",
    "cost/",
    "headcount/",
    "states/",
    "states/texas/",
    "contract/",
    "topics/workers-comp/",
    "how-to/choose/",
    "questions/",
    "faq/",
    "glossary/",
    "disagreements/",
    "myths/",
    "examples/",
    "how-it-works/",
    "benchmark/",
    "sources/",
    "data/",
    "embed-this/",
    "embed/",
    "changes/",
]
RECOMMENDING = {"choose/", "embed-this/", "embed/"}
WIDTHS = [360, 1280]
AXE = (ROOT / "tests" / "site" / "node_modules" / "axe-core" / "axe.min.js").read_text()
COLOURS = {"runOnly": {"type": "tag", "values": ["cat.color"]}}
_DARK = """
() => {
  const option = document.querySelector("input[data-md-color-scheme=slate]");
  if (option) option.click();
  else document.body.dataset.mdColorScheme = "slate"; // as the page for frames does where the page around it is dark
}
"""

_THINNED = """
(most) => {
  for (const parent of document.querySelectorAll("article :not(svg, svg *)")) {
    const alike = Object.groupBy([...parent.children], (each) => `${each.tagName} ${each.className}`);
    for (const same of Object.values(alike)) for (const each of same.slice(most)) each.remove();
  }
}
"""
"""Leaves so many of what is alike and stands side by side: colours take long to compute, and are the same for all."""

# The theme's tabs fade in and out, and what is half there has too little contrast.
AT_REST = """
async () => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
}
"""


def findings(page: Page, scheme: str, part: str = ":root", colours: bool = True) -> list[str]:
    """Return what axe finds in a part of a page, of any severity; of what the light page shows too, only the colours.

    Unasked, it leaves out that targets have 24 px or room around.
    """
    expect(page.locator("[data-coming]")).to_have_count(0)  # what is not laid out yet has no size
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    rules = {"target-size": {"enabled": True}, "color-contrast": {"enabled": colours}}
    options = {"resultTypes": ["violations"], "rules": rules, **(COLOURS if scheme == "dark" else {})}
    run = "([part, options]) => axe.run(document.querySelector(part) ?? document, options)"
    found = page.evaluate(run, [part, options])["violations"]
    return [f"{rule['impact']} {rule['id']}: {node['html']}" for rule in found for node in rule["nodes"]]


def darken(page: Page) -> None:
    """Turn a page that was opened light into the dark one."""
    page.evaluate(_DARK)
    page.evaluate(AT_REST)


def resize(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(AT_REST)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_fits_every_width_and_axe_finds_nothing(page: Page, home: str, kind: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(home + kind)
    let_it_idle(page)
    assert kind in RECOMMENDING or not [url for url in asked if "/assets/python/" in url]
    for width in (1280, 768, 320, 360):
        resize(page, width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert findings(page, "light", colours=False) == []
    page.evaluate(_THINNED, 12)
    assert findings(page, "light") == []
    resize(page, 1280)
    assert findings(page, "light") == []
    darken(page)
    assert findings(page, "dark") == []
    resize(page, 360)
    assert findings(page, "dark") == []


@pytest.mark.complaints_expected
@pytest.mark.parametrize("width", WIDTHS)
def test_a_lost_reader_finds_a_whole_page(page: Page, lost: str, width: int, heard: list[str]) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(lost)
    assert findings(page, "light") == []
    page.get_by_role("article").get_by_role("link", name="Choose").click()
    expect(page.locator("guide-recommender fieldset").first).to_be_visible()
    assert [complaint for complaint in heard if "404" not in complaint] == []


def test_what_the_recommender_s_page_brings_of_its_own_is_small(page: Page, home: str, site: Path) -> None:
    """Scripts and styles, gzipped; the theme's own and Python come on top."""
    scripts: set[str] = set()
    page.on("request", lambda request: scripts.add(request.url) if "/assets/web/" in request.url else None)
    RecommenderPage(page, home).open("#hr_staff=none").expect_state("ready")
    assert {url.rpartition("/")[2] for url in scripts} >= {"element.js", "worker.js"}
    files = [site / url.removeprefix(home) for url in scripts]
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) < 24_000
    assert len(gzip.compress(next((site / "assets").glob("guide.*.css")).read_bytes())) < 15_000


def test_every_page_has_the_policy(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) >= len(KINDS)
    for file in pages:
        assert file.read_text().count('http-equiv="Content-Security-Policy"') == 1, file


def test_the_policy_is_enforced(page: Page, home: str, heard: list[str]) -> None:
    page.goto(home)
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.hit=1'}))"
    )
    assert page.evaluate("window.hit") is None
    assert any("Content Security Policy" in complaint for complaint in heard)
    heard.clear()


def test_every_link_and_anchor_leads_somewhere(site: Path) -> None:
    assert broken_links(site) == []


def test_search_finds_a_page(page: Page, home: str) -> None:
    page.goto(home)
    page.keyboard.press("/")
    page.keyboard.type("unemployment")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def test_print_shows_answers_and_result(page: Page, home: str) -> None:
    recommender = RecommenderPage(page, home).open("#hr_staff=none&coemployment=ruled_out&benefits_priority=high")
    expect(recommender.headline).to_be_visible()
    page.emulate_media(media="print")
    expect(recommender.headline).to_be_visible()
    expect(recommender.result.locator(".given li")).to_have_count(3)
    expect(page.get_by_role("button", name="Start over")).to_be_hidden()
