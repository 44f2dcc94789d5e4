"""Small things that people expect: keyboard, zoom, motion, forced colours, links to sections, and a way on."""

import re

import pytest
from playwright.sync_api import Page, expect

from browser_fixtures import let_it_idle
from recommender.model import Guide
from test_pages import KINDS

WHOLE = [kind for kind in KINDS if kind != "embed/"]
"""What is shown in a frame has no navigation, and so nothing to skip."""

STOPS = 40
"""So many stops of the Tab key are looked at on each page; the widest pages have hundreds, all of them alike."""

FOCUSED = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const shown = at.matches('.md-option') ? at.nextElementSibling : at;  // a switch is drawn by its label
  const style = getComputedStyle(shown);
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
  const box = shown.getBoundingClientRect();
  return {
    html: at.outerHTML.slice(0, 120),
    // The field of the search opens a dialog and has a caret; the skip link is there only while it has focus; a frame
    // shows inside of it what has the focus.
    outlined: outlined || at.matches('.md-search__input, .md-skip, guide-embed'),
    visible: box.width * box.height > 0 && Number(style.opacity) > 0,
  };
}"""


_NOTES_THE_ARTICLE = """() => document.addEventListener("focusin", ({ target }) => {
  window.entered ||= target.closest("article") !== null;
})"""


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_can_be_used_by_keys_and_at_twice_the_size(page: Page, home: str, kind: str) -> None:
    if kind in WHOLE:
        page.goto(home + kind)
        let_it_idle(page)
        expect_a_way_past_the_navigation(page)
        expect_nothing_cut_off(page)
    page.emulate_media(reduced_motion="reduce")  # what fades in is there at once
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(home + kind)
    expect_stops(page, 10 if kind in WHOLE else 5)


def expect_stops(page: Page, least: int) -> None:
    """Expect the Tab key to walk the page, and to show where it is."""
    seen = []
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            break
        seen.append(stop)
    assert len(seen) > least
    assert not [stop for stop in seen if not stop["outlined"] or not stop["visible"]]


def expect_a_way_past_the_navigation(page: Page) -> None:
    # Noted as it happens: the theme may bring the page anew right after, and what had the focus is gone then.
    page.evaluate(_NOTES_THE_ARTICLE)
    page.keyboard.press("Tab")
    expect(page.locator(".md-skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("window.entered")


def expect_nothing_cut_off(page: Page) -> None:
    """1280 px at 200 % are 640 px."""
    page.set_viewport_size({"width": 640, "height": 450})
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.locator(".md-header label[for=__drawer]").click()
    expect(page.locator(".md-nav--primary a").first).to_be_visible()


def test_nothing_moves_for_those_who_do_not_want_it(page: Page, home: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{home}compare/")
    moving = """() => [...document.querySelectorAll('*')].filter((one) => {
      const style = getComputedStyle(one);
      const times = `${style.transitionDuration},${style.animationDuration}`.split(',').map(parseFloat);
      return Math.max(...times) > 0.001 || style.scrollBehavior === 'smooth';
    }).length"""
    assert page.evaluate(moving) == 0
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(moving) > 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_keep_what_is_focused_and_where_one_is(page: Page, home: str, scheme: str) -> None:
    page.emulate_media(forced_colors="active", color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{home}liability/")
    for place in (".md-tabs__item--active", ".md-sidebar--primary .md-nav__link--active"):
        active = page.locator(f"{place}:visible").last.evaluate("(one) => getComputedStyle(one).outlineStyle")
        assert active == "solid", place
    for place in (".md-tabs__link", "article a:visible", "article .cite:visible"):
        page.keyboard.press("Tab")  # so that focus is shown as for a keyboard
        found = page.locator(place).first
        found.focus()
        assert found.evaluate("(one) => getComputedStyle(one).outlineStyle") == "solid", place


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_keep_the_arrows_of_what_opens(page: Page, home: str, guide: Guide, scheme: str) -> None:
    page.emulate_media(forced_colors="active", color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{home}models/{guide.models[0].id}/")
    arrow, ground = page.locator("summary").first.evaluate(
        "(one) => [[one, '::after'], [document.body]].map((each) => getComputedStyle(...each).backgroundColor)"
    )
    assert arrow != ground


def test_a_heading_gives_its_address(page: Page, home: str, guide: Guide) -> None:
    page.goto(f"{home}models/{guide.models[0].id}/")
    heading = page.get_by_role("heading", level=2).first
    link = heading.get_by_role("link", name="Link to this section")
    link.focus()
    expect(link).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"#{heading.get_attribute('id')}$"))


def test_the_foot_leads_to_the_pages_before_and_after(page: Page, home: str, guide: Guide) -> None:
    page.goto(f"{home}models/{guide.models[1].id}/")
    foot = page.get_by_role("navigation", name="Footer")
    expect(foot.get_by_role("link", name=f"Previous: {guide.models[0].abbreviation}")).to_be_visible()
    foot.get_by_role("link", name=f"Next: {guide.models[2].abbreviation}").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(guide.models[2].name)


@pytest.mark.complaints_expected
def test_a_lost_reader_can_search(page: Page, lost: str) -> None:
    page.goto(lost)
    page.get_by_role("article").get_by_role("searchbox").press("Enter")
    expect(page.get_by_role("textbox", name="Search")).to_have_value("nothing is here")


def test_the_guide_has_its_own_mark(page: Page, home: str) -> None:
    page.goto(f"{home}compare/")
    icon = page.locator("link[rel=icon]").evaluate("(one) => one.href")
    logo = page.locator(".md-header .md-logo img")
    assert icon == logo.evaluate("(one) => one.src")
    assert re.fullmatch(re.escape(home) + r"assets/mark\.[0-9a-f]{12}\.svg", str(icon))
    assert logo.evaluate("(one) => one.complete && one.naturalWidth > 0")
