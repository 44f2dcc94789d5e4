"""Every state of the recommender that the tour visits: axe finds no fault in it, and nothing runs over the edge."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from browser_fixtures import running
from recommender.model import Guide
from test_pages import AT_REST, WIDTHS, findings
from tour.__main__ import HOST, PALETTE, PALETTES
from tour.stops import Stop, stops

pytestmark = pytest.mark.complaints_expected  # one of the states is a failed engine

LOOKS = [*(("light", width) for width in WIDTHS), ("dark", WIDTHS[0])]


@pytest.fixture
def states(guide: Guide, home: str, tmp_path: Path) -> Iterator[list[Stop]]:
    """Return every state, the one in a frame on another site among them."""
    (tmp_path / "index.html").write_text(HOST.format(home=home))
    with running(tmp_path, "/") as host:
        yield [stop for stop in stops(guide, home, host.address) if stop.name.startswith("state: ")]


@pytest.mark.parametrize("quarter", range(4))
def test_axe_finds_nothing_in_any_state(context: BrowserContext, states: list[Stop], quarter: int) -> None:
    found = {}
    for stop in states[quarter::4]:
        page = context.new_page()
        page.emulate_media(color_scheme="dark" if stop.dark else "light")
        if stop.broken:
            page.route(stop.broken, stop.fault)
        page.goto(stop.address)
        stop.prepare(page)
        for scheme, width in LOOKS:
            page.evaluate(PALETTE, PALETTES[scheme])
            page.set_viewport_size({"width": width, "height": 900})
            page.evaluate("scrollTo(0, 0)")  # or what lies half below the header counts as too small
            page.evaluate(AT_REST)
            found[f"{stop.name}, {scheme}, {width}"] = findings(page, scheme, "guide-recommender")
            if page.evaluate("document.documentElement.scrollWidth") > width:
                found[f"{stop.name}, {scheme}, {width}"].append("runs over the edge")
        page.close()
    assert len(found) > 20
    assert {place: faults for place, faults in found.items() if faults} == {}
