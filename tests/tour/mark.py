"""The mark as a bitmap, for what takes no SVG: previews of links, and the icon on a phone's first screen."""

from pathlib import Path

from playwright.sync_api import Browser

SIDE = 512


def draw_mark(browser: Browser, mark: Path, target: Path) -> None:
    """Draw the SVG `mark` as a square PNG of `SIDE` pixels; its corners stay open."""
    page = browser.new_page(viewport={"width": SIDE, "height": SIDE})
    page.set_content(f"<style>body{{margin:0}}svg{{display:block}}</style>{mark.read_text()}")
    page.screenshot(path=target, omit_background=True)
    page.close()
