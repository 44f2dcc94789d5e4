"""Contact sheets: one page of thumbnails to look through, and a picture of it for each width and mode."""

import re
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from jinja2 import Environment
from playwright.sync_api import Browser

_PAGE = Environment(autoescape=True, trim_blocks=True).from_string("""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Tour</title>
<style>
body { font: 14px sans-serif; margin: 0; width: 1840px; }
section { background: #ddd; display: flex; flex-wrap: wrap; gap: 12px; padding: 12px; }
h2 { flex: 1 0 100%; margin: 0; }
figure { margin: 0; }
img { background: #fff; display: block; max-height: 460px; object-fit: cover; object-position: top; }
.at-360 img { width: 216px; }
.at-720 img { width: 292px; }
.at-1280 img { max-height: 300px; width: 352px; }
figcaption { background: #fff; padding: 2px 4px; }
</style>
{% for width, mode, pictures in sheets %}
<section id="sheet-{{ width }}-{{ mode }}" class="at-{{ width }}">
<h2>{{ width }} px, {{ mode }}</h2>
{% for picture in pictures %}
<figure>
<a href="{{ picture.file }}"><img src="{{ picture.file }}" alt=""></a>
<figcaption>{{ picture.stop }}</figcaption>
</figure>
{% endfor %}
</section>
{% endfor %}
""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What is seen at a stop in one mode at one width."""

    stop: str
    mode: str
    width: int

    @property
    def file(self) -> str:
        """Where the picture is, below the tour's folder."""
        return f"{self.width}-{self.mode}/{re.sub(r'[^a-z0-9]+', '-', self.stop)}.jpg"


def lay_out(browser: Browser, home: Path, pictures: list[Picture]) -> list[Path]:
    """Write index.html and a PNG for each of its sheets; return where these are."""
    print("Laying out the sheets", flush=True)
    ordered = sorted(pictures, key=lambda picture: (picture.width, picture.mode))
    groups = groupby(ordered, key=lambda picture: (picture.width, picture.mode))
    sheets = [(width, mode, list(group)) for (width, mode), group in groups]
    (home / "index.html").write_text(_PAGE.render(sheets=sheets))
    page = browser.new_page(viewport={"width": 1840, "height": 1000})
    page.goto((home / "index.html").as_uri())
    names = [f"sheet-{width}-{mode}" for width, mode, _ in sheets]
    for name in names:
        page.locator(f"#{name}").screenshot(path=home / f"{name}.png")
    return [home / f"{name}.png" for name in names]
