"""The theme's inline scripts stand in files of their own, which the type check reads, and nowhere else."""

import re
from collections import Counter
from pathlib import Path

import pytest

from shared import ROOT

THEME = ROOT / "generator" / "publish" / "theme"
PAGES = sorted(THEME.glob("*.html"))
SCRIPTS = sorted((THEME / "inline").glob("*.js"))
INCLUDE = re.compile(r'\{% include "(inline/[^"]+)" %\}')


def test_each_is_put_into_pages_at_one_place() -> None:
    included = Counter(name for page in PAGES for name in INCLUDE.findall(page.read_text()))
    assert included == Counter(f"inline/{script.name}" for script in SCRIPTS)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_has_a_script_of_its_own(page: Path) -> None:
    text = page.read_text()
    bodies = re.findall(r"<script(?![^>]*ld\+json)[^>]*>(.*?)</script>", text, re.DOTALL)
    assert not [body for body in bodies if INCLUDE.sub("", body).strip()]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_none_holds_what_a_template_would_read_or_a_page_would_end_at(script: Path) -> None:
    assert not re.search(r"\{\{|\{%|\{#|</script|<!--", script.read_text())


def test_they_are_parts_of_pages_and_no_files_of_the_site(site: Path) -> None:
    assert not list(site.rglob("inline"))
