"""Every page reads easily: it opens with its answer, its words are plain, and few marks stand between them."""

import re
from collections.abc import Mapping
from pathlib import Path
from statistics import median

import pytest
import textstat
from playwright.sync_api import Page

from article import Article, articles

GRADE, MEDIAN_GRADE = 9, 8
"""The highest school grade, by Flesch and Kincaid, that a page may ask for, and that half of the pages may."""
WORDS_A_MARK = 35
LONGEST_OPENING = 3
SCREENS = {"compare/": 15, "cost/": 25, "headcount/": 22, "how-it-works/": 25, "liability/": 20, "models/": 12}
"""How many screens of a phone pages may be long, by how their address begins."""


@pytest.fixture(scope="session")
def every(site: Path) -> Mapping[str, Article]:
    """Return the article of every page by its address; the parts of the site that are no pages have none."""
    found = {at: article for at, article in articles(site) if article.blocks}
    assert len(found) > 80
    return found


def test_no_page_asks_for_more_than_school(every: Mapping[str, Article]) -> None:
    grades = {at: textstat.flesch_kincaid_grade(article.text) for at, article in every.items()}
    assert {at: grade for at, grade in grades.items() if grade > GRADE} == {}
    assert median(grades.values()) <= MEDIAN_GRADE


def test_few_marks_stand_between_the_words(every: Mapping[str, Article]) -> None:
    marked = {at: article.words / article.marks for at, article in every.items() if article.marks}
    assert len(marked) > 70
    assert {at: words for at, words in marked.items() if words < WORDS_A_MARK} == {}


def test_every_page_opens_with_its_answer(every: Mapping[str, Article]) -> None:
    counts = {at: len(sentences(article.opening)) for at, article in every.items()}
    states = {at for at in every if at.startswith("states/")}
    assert {at: count for at, count in counts.items() if not 1 <= count <= LONGEST_OPENING and at not in states} == {}
    # A state has a line for each of three stages, with the stage above it.
    assert {len(every[at].opening) for at in states} == {6}
    assert {at: counts[at] for at in states if counts[at] > 3 * LONGEST_OPENING} == {}


def sentences(blocks: list[str]) -> list[str]:
    return [
        each for block in blocks for each in re.split(r"(?<=[.?!])\s+(?=[A-Z“])", block) if each.endswith((".", "?"))
    ]


def test_a_dispute_is_told_once_a_section(site: Path) -> None:
    told = 0
    for file in site.rglob("index.html"):
        for section in re.split(r"<h[23]|<th scope=\"?row", file.read_text()):
            count = len(re.findall(r"class=\"?disputed", section))
            assert count <= 1, (file, section[:80])
            told += count
    assert told > 10


def test_sources_are_folded(site: Path) -> None:
    pages = [file.read_text() for file in site.rglob("index.html")]
    lists = [page for page in pages if 'class="references"' in page or "class=references" in page]
    assert len(lists) > 70
    for page in lists:
        assert re.search(
            r"<details class=\"?sources\"?>\s*<summary>.*?</summary>\s*<ul class=\"?references", page, re.S
        )


@pytest.mark.parametrize("start", SCREENS)
def test_a_page_is_not_long_on_a_phone(page: Page, home: str, every: Mapping[str, Article], start: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    pages = [at for at in every if f"{at}/".startswith(start)]
    assert pages
    for at in pages:
        page.goto(f"{home}{at}/")
        height = page.evaluate("document.documentElement.scrollHeight")
        assert height / 740 <= SCREENS[start], at
