"""Take the pictures, say what is being taken, and lay them out on contact sheets."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from browser import find, flags
from browser_fixtures import PATH, serving
from generator.pages import in_order
from generator.validate import read_guide
from shared import ROOT
from tour.sheets import Picture, lay_out
from tour.stops import Stop, stops

HOME = ROOT / "build" / "tour"
WIDTHS = (360, 768, 1280)
# The theme chooses light or dark when a page loads, so only these two load it.
LOADED = ("light", "dark")
MODES: dict[str, dict[str, Any]] = {
    "light": {"media": "screen", "color_scheme": "light", "forced_colors": "none"},
    "print": {"media": "print", "color_scheme": "light", "forced_colors": "none"},
    "forced": {"media": "screen", "color_scheme": "light", "forced_colors": "active"},
    "dark": {"media": "screen", "color_scheme": "dark", "forced_colors": "none"},
}
TALLEST = 5000
"""Pixels of a page that are taken: what comes after looks like what came before."""
HOST = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Another site</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<meta name="color-scheme" content="light dark">
<script type="module" src="{home}embed.js"></script></head>
<body><h1>Another site</h1><p>Words of its own.</p><guide-embed><a href="{home}choose/">What fits you</a></guide-embed>
<p>More words of its own.</p></body></html>"""


def main() -> None:
    """Visit every stop in every mode at every width."""
    guide = in_order(read_guide(ROOT / "generator" / "data"))
    path = find()
    with (
        TemporaryDirectory() as other,
        serving(ROOT / "site", PATH) as site,
        serving(Path(other), "/") as host,
        sync_playwright() as playwright,
    ):
        (Path(other) / "index.html").write_text(HOST.format(home=site.address))
        browser = playwright.chromium.launch(executable_path=path, args=flags())
        visits = list(stops(guide, site.address, host.address))
        pictures = [picture for at, stop in enumerate(visits) for picture in visit(browser, stop, at, len(visits))]
        sheets = lay_out(browser, HOME, pictures)
    print(f"{len(pictures)} pictures on {len(sheets)} sheets: {(HOME / 'index.html').relative_to(ROOT)}")


def visit(browser: Browser, stop: Stop, at: int, of: int) -> list[Picture]:
    """Take every picture of one stop."""
    print(f"{at + 1}/{of} {stop.name}", flush=True)
    context = browser.new_context()
    if stop.missing:
        context.route(stop.missing, lambda route: route.fulfill(status=404, body=""))
    page = context.new_page()
    taken = []
    for mode, media in MODES.items():
        page.emulate_media(**media)
        if mode in LOADED:
            page.set_viewport_size({"width": WIDTHS[-1], "height": 900})
            page.goto("about:blank")  # another fragment alone would not load the page anew
            page.goto(stop.address)
            stop.prepare(page)
        taken += [take(page, Picture(stop=stop.name, mode=mode, width=width)) for width in WIDTHS]
    context.close()
    return taken


def take(page: Page, picture: Picture) -> Picture:
    """Write one picture below the tour's folder."""
    page.set_viewport_size({"width": picture.width, "height": 900})
    page.evaluate("scrollTo(0, 0)")
    height = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
    clip: Any = {"x": 0, "y": 0, "width": picture.width, "height": height}
    page.screenshot(path=HOME / picture.file, type="jpeg", quality=80, full_page=True, clip=clip)
    return picture


if __name__ == "__main__":
    main()
