"""The search knows abbreviations and what they stand for."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

AMONG = 3


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("CPEO", "models/cpeo/"),
        ("certified professional employer organization", "models/cpeo/"),
        ("PEO", "models/peo/"),
        ("professional employer organization", "models/peo/"),
        ("ASO", "models/aso/"),
        ("administrative services organization", "models/aso/"),
        ("HRO", "models/hro/"),
        ("employer of record", "models/eor/"),
        ("SUTA", "glossary/"),
    ],
)
def test_a_word_finds_its_page(page: Page, home: str, typed: str, path: str) -> None:
    page.goto(home)
    page.keyboard.press("/")
    page.keyboard.type(typed)
    found = page.locator(".md-search-result__item > a:first-child")
    expect(found.first).to_be_visible()
    expect(page.locator(".md-search-result__meta")).to_contain_text("matching")
    addresses = [
        link.partition("?")[0].partition("#")[0] for link in found.evaluate_all("(all) => all.map((a) => a.href)")
    ]
    assert f"{home}{path}" in addresses[:AMONG], addresses[:6]


def test_what_stands_behind_a_claim_is_not_searched(site: Path) -> None:
    """Marks would stand between the words, and cards hold the same statements on many pages."""
    found = json.loads((site / "search" / "search_index.json").read_text())["docs"]
    texts = {
        each["location"]: each["text"] for each in found if not each["location"].startswith(("sources/", "benchmark"))
    }
    assert [at for at, text in texts.items() if re.search(r"sources differ|Interest:|\+ \d+ *(<|$)", text)] == []
    assert any("co-employ" in text for text in texts.values())


def test_a_number_behind_a_claim_is_not_read_as_the_end_of_its_last_word(site: Path) -> None:
    """Among such words the search finds less, and for some of them it breaks off."""
    found = json.loads((site / "search" / "search_index.json").read_text())["docs"]
    texts = [re.sub(r"<[^>]+>", " ", each["text"]) for each in found]
    assert [word for text in texts for word in re.findall(r"\b[a-z]+\.\d+\S*", text)] == []
