"""Mend in the built pages what the theme leaves no other place to mend."""

from pathlib import Path

_SKIP = 'class="md-skip"'


def mend(site: Path) -> None:
    """Leave the skip link of every page below `site` to the browser.

    The theme's instant navigation takes over every link without a target. Now and then the next press of the Tab key
    then starts from the top again, which is what the link is there to spare.
    """
    for file in site.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(_SKIP, f'{_SKIP} target="_self"'), encoding="utf-8")
