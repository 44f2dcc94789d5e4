"""The guide's own looks: type that comes late moves nothing, all of it can be read, the focus shows on any ground."""

import pytest
from playwright.sync_api import FloatRect, Page, Route, expect

from browser_fixtures import let_it_idle
from colours import contrast, pixels

READ = ["", "compare/", "models/peo/", "states/", "states/texas/", "choose/", "myths/", "embed-this/"]
SMALLEST = 14
SHIFT = 0.02
HEAD = 48

_TOO_SMALL = """(smallest) => [...document.querySelectorAll('body *')].filter((one) =>
  [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())
  && one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !one.closest('svg, .unseen, caption')
  && parseFloat(getComputedStyle(one).fontSize) < smallest - 0.01).map((one) => one.outerHTML.slice(0, 80))"""
_SHIFTED = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done(sum))));
})"""


@pytest.mark.parametrize("width", [360, 1280])
def test_type_that_comes_late_moves_nothing_and_all_of_it_can_be_read(page: Page, home: str, width: int) -> None:
    held: list[Route] = []
    page.route("**/*.woff2", lambda route: held.append(route))
    page.set_viewport_size({"width": width, "height": 740})
    for kind in READ:
        page.goto(home + kind, wait_until="domcontentloaded")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        let_it_idle(page)
        assert held
        while held:
            held.pop().continue_()
        page.evaluate("document.fonts.ready")
        assert page.evaluate(_SHIFTED) < SHIFT, kind
        assert page.evaluate(_TOO_SMALL, SMALLEST) == [], kind
        assert page.locator(".md-header").evaluate("(one) => one.offsetHeight") <= HEAD


def test_type_that_comes_in_time_is_used(page: Page, home: str) -> None:
    page.goto(home)
    page.reload()
    page.evaluate("document.fonts.ready")
    loaded = "[...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family)"
    assert {"Literata", "Radio Canada"} <= set(page.evaluate(loaded))


GROUNDS = {
    "": [".md-logo", ".md-tabs__link", ".cite", ".start a"],
    "embed-this/": [".md-button--primary"],
    "compare/": ["article summary", ".md-sidebar--primary a.md-nav__link >> visible=true"],
    "states/": ["ul.tiles a"],
    "choose/": ["guide-recommender label >> visible=true", ".md-copyright a"],
}
"""What can be focused, on each of the guide's grounds."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_ring_around_what_has_the_focus_stands_apart_on_any_ground(page: Page, home: str, scheme: str) -> None:
    """As WCAG measures it: so many pixels as a line of 2 px around it would have change by at least 3 to 1."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page.set_viewport_size({"width": 1280, "height": 900})
    for kind, places in GROUNDS.items():
        page.goto(home + kind)
        page.keyboard.press("Tab")  # so that focus is shown as for a keyboard
        for place in places:
            changed, needed = ring(page, place)
            assert changed >= needed, (kind, place)


def ring(page: Page, place: str) -> tuple[int, int]:
    """Return how many pixels stand apart from what they were when a place gets the focus, and how many have to."""
    found = page.locator(place).first
    found.scroll_into_view_if_needed()
    page.evaluate("document.activeElement.blur()")
    box = found.bounding_box()
    assert box is not None
    clip = FloatRect(x=box["x"] - 10, y=box["y"] - 10, width=box["width"] + 20, height=box["height"] + 20)
    before = pixels(page, clip)
    found.locator("input").or_(found).first.focus()
    after = pixels(page, clip)
    apart = sum(contrast(*pair) >= 3 for pair in zip(before, after, strict=True))
    return apart, round(4 * (box["width"] + box["height"]))
