"""Take the pictures, say what is being taken, and lay them out on contact sheets."""

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from browser import find, flags
from browser_fixtures import running
from faults import Stall
from generator.reading.order import in_order
from generator.reading.validate import read_guide
from shared import ROOT
from tour.mark import draw_mark
from tour.sheets import Picture, lay_out
from tour.stops import Stop, stops

HOME = ROOT / "build" / "tour"
PHONE, PAPER, DESK = 360, 720, 1280
MODES: dict[str, tuple[tuple[int, ...], dict[str, Any]]] = {
    "light": ((PHONE, DESK), {"media": "screen", "forced_colors": "none"}),
    "dark": ((PHONE, DESK), {"media": "screen", "forced_colors": "none"}),
    "forced": ((PHONE,), {"media": "screen", "forced_colors": "active"}),
    "print": ((PAPER,), {"media": "print", "forced_colors": "none"}),
}
# The theme chooses light or dark on a reader's first visit, and otherwise by a switch that sets this.
PALETTES = {"light": "default", "dark": "slate"}
PALETTE = "scheme => { document.body.dataset.mdColorScheme = scheme; }"
HEIGHT = 800
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
    """Visit every stop in every mode at every width; words on the command line choose stops by their names."""
    guide = in_order(read_guide(ROOT / "generator" / "data"))
    with (
        TemporaryDirectory() as other,
        running(ROOT / "site", _path()) as site,
        running(Path(other), "/") as host,
        sync_playwright() as playwright,
    ):
        (Path(other) / "index.html").write_text(HOST.format(home=site.address))
        browser = playwright.chromium.launch(executable_path=find(playwright.chromium.executable_path), args=flags())
        visits = [stop for stop in stops(guide, site.address, host.address) if _chosen(stop.name)]
        pictures = [picture for at, stop in enumerate(visits) for picture in visit(browser, stop, at, len(visits))]
        sheets = lay_out(browser, HOME, pictures)
        draw_mark(browser, ROOT / "widgets" / "web" / "mark.svg", HOME / "mark.png")
    print(f"{len(pictures)} pictures on {len(sheets)} sheets: {(HOME / 'index.html').relative_to(ROOT)}")


def _path() -> str:
    """Return the path that the site was built for: the page for lost readers works only there."""
    return urlsplit((ROOT / "site" / "sitemap.xml").read_text().partition("<loc>")[2].partition("</loc>")[0]).path


def _chosen(name: str) -> bool:
    return len(sys.argv) == 1 or any(word in name for word in sys.argv[1:])


def visit(browser: Browser, stop: Stop, at: int, of: int) -> Iterator[Picture]:
    """Open a page, come to the stop, and take it in every mode at every width."""
    print(f"{at + 1}/{of} {stop.name}", flush=True)
    scheme: Any = "dark" if stop.dark else "light"
    context = browser.new_context(viewport={"width": DESK, "height": HEIGHT}, color_scheme=scheme)
    page = context.new_page()
    if stop.broken:
        page.route(stop.broken, stop.fault)
    page.goto(stop.address)
    stop.prepare(page)
    for mode, (widths, media) in MODES.items():
        page.emulate_media(color_scheme=scheme, **media)
        page.evaluate(PALETTE, PALETTES.get(mode, PALETTES["light"]))
        for width in widths:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            yield _take(page, stop, Picture(stop=stop.name, mode=mode, width=width))
    if isinstance(stop.fault, Stall):
        stop.fault.release()
    context.close()


def _take(page: Page, stop: Stop, picture: Picture) -> Picture:
    """Write one picture below the tour's folder: from the top, or from what the stop is about if that is far below."""
    page.evaluate("scrollTo(0, 0)")
    total = page.evaluate("document.documentElement.scrollHeight")
    place = page.locator(stop.about).first.bounding_box() if stop.about else None
    top = place["y"] - 100 if place and place["y"] > 500 else 0
    clip: Any = {"x": 0, "y": top, "width": picture.width, "height": min(TALLEST, total - top)}
    whole: dict[str, Any] = {} if stop.window else {"full_page": True, "clip": clip}
    page.screenshot(path=HOME / picture.file, type="jpeg", quality=80, animations="disabled", **whole)
    return picture


if __name__ == "__main__":
    main()
