"""Take the pictures, say what is being taken, and lay them out on contact sheets."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from browser import find, flags
from browser_fixtures import PATH, running
from generator.reading.order import in_order
from generator.reading.validate import read_guide
from shared import ROOT
from tour.mark import draw_mark
from tour.sheets import Picture, lay_out
from tour.stops import Stop, stops

HOME = ROOT / "build" / "tour"
WIDTHS = (360, 768, 1280)
# The theme chooses light or dark on a reader's first visit, so dark is another reader's.
READERS: tuple[dict[str, dict[str, Any]], ...] = (
    {
        "light": {"media": "screen", "color_scheme": "light", "forced_colors": "none"},
        "print": {"media": "print", "color_scheme": "light", "forced_colors": "none"},
        "forced": {"media": "screen", "color_scheme": "light", "forced_colors": "active"},
    },
    {"dark": {"media": "screen", "color_scheme": "dark", "forced_colors": "none"}},
)
TALLEST = 5000
"""Pixels of a page that are taken: what comes after looks like what came before."""
HOST = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Another site</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<meta name="color-scheme" content="light dark">
<script type="module" src="{home}embed.js"></script></head>
<body><main><h1>Another site</h1><p>Words of its own.</p>
<guide-embed><a href="{home}choose/">What fits you</a></guide-embed>
<p>More words of its own.</p></main></body></html>"""


def main() -> None:
    """Visit every stop in every mode at every width."""
    guide = in_order(read_guide(ROOT / "generator" / "data"))
    with (
        TemporaryDirectory() as other,
        running(ROOT / "site", PATH) as site,
        running(Path(other), "/") as host,
        sync_playwright() as playwright,
    ):
        (Path(other) / "index.html").write_text(HOST.format(home=site.address))
        browser = playwright.chromium.launch(executable_path=find(playwright.chromium.executable_path), args=flags())
        visits = list(stops(guide, site.address, host.address))
        pictures = [picture for at, stop in enumerate(visits) for picture in visit(browser, stop, at, len(visits))]
        sheets = lay_out(browser, HOME, pictures)
        draw_mark(browser, ROOT / "widgets" / "web" / "mark.svg", HOME / "mark.png")
    print(f"{len(pictures)} pictures on {len(sheets)} sheets: {(HOME / 'index.html').relative_to(ROOT)}")


def visit(browser: Browser, stop: Stop, at: int, of: int) -> list[Picture]:
    """Take every picture of one stop."""
    print(f"{at + 1}/{of} {stop.name}", flush=True)
    return [picture for modes in READERS for picture in _visit(browser, stop, modes)]


def _visit(browser: Browser, stop: Stop, modes: dict[str, dict[str, Any]]) -> Iterator[Picture]:
    """Open the page as the first mode has it, and take it in each of them."""
    context = browser.new_context(viewport={"width": WIDTHS[-1], "height": 900})
    if stop.missing:
        context.route(stop.missing, lambda route: route.fulfill(status=404, body=""))
    page = context.new_page()
    page.emulate_media(**next(iter(modes.values())))
    page.goto(stop.address)
    stop.prepare(page)
    for mode, media in modes.items():
        page.emulate_media(**media)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            yield _take(page, stop, Picture(stop=stop.name, mode=mode, width=width))
    context.close()


def _take(page: Page, stop: Stop, picture: Picture) -> Picture:
    """Write one picture below the tour's folder: from the top, or from what the stop is about if that is far below."""
    page.evaluate("scrollTo(0, 0)")
    total = page.evaluate("document.documentElement.scrollHeight")
    place = page.locator(stop.about).first.bounding_box() if stop.about else None
    top = place["y"] - 100 if place and place["y"] > 500 else 0
    clip: Any = {"x": 0, "y": top, "width": picture.width, "height": min(TALLEST, total - top)}
    page.screenshot(path=HOME / picture.file, type="jpeg", quality=80, full_page=True, clip=clip, animations="disabled")
    return picture


if __name__ == "__main__":
    main()
