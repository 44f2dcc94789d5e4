"""Pyodide, as shipped and in a real browser, answers with the very bytes of CPython."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Playwright

import faults
from browser import find_firefox
from parity import DIGESTS, Call, calls, compare
from recommender.model import Guide

COUNT = 3_000
FEW = 500


@pytest.fixture
def firefox(playwright: Playwright) -> Iterator[Browser]:
    path = find_firefox(playwright.firefox.executable_path)
    browser = playwright.firefox.launch(channel="moz-firefox" if path else None, executable_path=path)
    yield browser
    browser.close()


def test_three_thousand_cases_give_equal_bytes(page: Page, home: str, guide: Guide) -> None:
    recommendations = [call for call in calls(guide, COUNT) if call[0] == "recommend"]
    answers_agree(page, home, guide, recommendations, "snapshot")


def test_reports_and_comparisons_give_equal_bytes(page: Page, home: str, guide: Guide) -> None:
    answers_agree(page, home, guide, calls(guide, FEW), "snapshot")


def test_the_start_for_slow_lines_gives_equal_bytes(page: Page, home: str, guide: Guide) -> None:
    page.add_init_script(faults.SAVES_DATA)
    answers_agree(page, home, guide, calls(guide, FEW), "compiled")


def test_firefox_gives_equal_bytes(firefox: Browser, home: str, guide: Guide) -> None:
    answers_agree(firefox.new_page(), home, guide, calls(guide, FEW), "snapshot")


def answers_agree(page: Page, home: str, guide: Guide, asked: list[Call], expected: str) -> None:
    page.add_init_script(faults.KNOWN_FAST)
    page.goto(f"{home}choose/")
    found = compare(guide, asked, lambda given: page.evaluate(DIGESTS, given))
    assert found.mode == expected, "that start lacks something: another one had to answer"
    assert found.there == found.here
