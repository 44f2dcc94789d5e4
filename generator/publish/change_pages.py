"""Change every page of a built site."""

from collections.abc import Callable
from pathlib import Path


def change_pages(site: Path, change: Callable[[str], str]) -> None:
    """Write what `change` makes of each page below `site`, where that is something else."""
    for page in site.rglob("*.html"):
        before = page.read_text(encoding="utf-8")
        after = change(before)
        if after != before:
            page.write_text(after, encoding="utf-8")
