"""Without JavaScript every page is still there to read, and the form says what it needs."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from recommender.model import Guide


@pytest.fixture
def quiet_page(new_context: Callable[..., BrowserContext]) -> Page:
    return new_context(java_script_enabled=False).new_page()


def test_the_recommender_page_can_be_read(quiet_page: Page, home: str, guide: Guide) -> None:
    quiet_page.goto(f"{home}choose/")
    expect(quiet_page.locator("noscript .notice")).to_be_visible()
    for question in guide.questions:
        expect(quiet_page.get_by_role("group", name=question.text)).to_be_visible()
    expect(quiet_page.locator("ul.examples li")).to_have_count(len(guide.profiles))
    expect(quiet_page.locator(".panel")).to_be_hidden()


def test_the_comparison_is_a_whole_table(quiet_page: Page, home: str, guide: Guide) -> None:
    quiet_page.goto(f"{home}compare/")
    for criterion in guide.criteria:
        row = quiet_page.locator(f"tr[id='{criterion.id}']")
        for model in (model for model in guide.models if model.compared):
            cell = row.locator(f"td[data-model='{model.id}'] summary")
            expect(cell).to_be_visible()
            expect(cell).to_have_text(criterion.cells[model.id].short)
