"""The search knows abbreviations and what they stand for."""

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
