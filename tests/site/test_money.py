"""The money in the page: what it costs beside today, where the lines cross once opened, and people counted by place."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from recommender.axes import drawing
from recommender.explain import explain
from recommender.model import Guide
from recommender.questions import Answer
from recommender.result_facts import MoneyWords
from recommender.result_lines import LinesWords
from recommender.scoring import recommend
from recommender_page import RecommenderPage, hash_of
from test_pages import findings

FIRM: dict[str, Answer] = {
    "today": "peo",
    "employees": 60,
    "states": ("california", "texas"),
    "benefits_now": "good",
    "fee_now": "110",
    "renewal": "22",
}


def money(guide: Guide, answers: dict[str, Answer]) -> MoneyWords:
    (told,) = explain(guide, recommend(guide, answers))["money"]
    return told


def rows(told: list[LinesWords]) -> Iterator[str]:
    yield from (f"{row['abbreviation']}{row['here']}{row['words']}" for lines in told for row in lines["rows"])


@pytest.fixture
def recommender(page: Page, home: str, guide: Guide) -> RecommenderPage:
    opened = RecommenderPage(page, home).open(hash_of(guide, FIRM)).expect_state("ready")
    expect(opened.headline).to_be_visible()
    return opened


def expect_rows(recommender: RecommenderPage, guide: Guide, answers: dict[str, Answer]) -> None:
    texts = list(rows(drawing(guide, recommend(guide, answers))["lines"]))
    expect(recommender.result.locator(".crossing tbody tr")).to_have_count(len(texts))
    for text, row in zip(texts, recommender.result.locator(".crossing tbody tr").all(), strict=True):
        expect(row).to_have_text(text)


def test_the_headline_is_about_what_there_is_today(recommender: RecommenderPage, guide: Guide) -> None:
    told = money(guide, FIRM)
    expect(recommender.result.locator(".bills")).to_contain_text(told["headline"])
    narrow = told["narrow"][0]
    recommender.result.get_by_role("link", name=narrow["label"], exact=True).first.click()
    expect(recommender.page.locator(f"input[name={narrow['id']}]")).to_be_focused()


def test_lines_are_drawn_once_they_are_opened_and_follow_the_answers(
    recommender: RecommenderPage, guide: Guide
) -> None:
    """By keyboard; they follow what is typed while they stand open, and come again after a reload."""
    fold = recommender.result.locator("details.drawn > summary")
    expect(recommender.result.locator(".crossing")).to_have_count(0)
    fold.focus()
    recommender.page.keyboard.press("Enter")
    expect_rows(recommender, guide, FIRM)
    recommender.number("premium", "9000")
    expect_rows(recommender, guide, {**FIRM, "premium": "9000"})
    recommender.page.reload()
    recommender.expect_state("ready")
    fold.press("Enter")
    expect_rows(recommender, guide, {**FIRM, "premium": "9000"})


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_money_all_opened(recommender: RecommenderPage, width: int, scheme: str) -> None:
    page = recommender.page
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": 900})
    recommender.result.locator("details.drawn > summary").click()
    expect(recommender.result.locator(".crossing").first).to_be_visible()
    for fold in recommender.result.locator(".bills details:not(.drawn) > summary:visible").all():
        fold.click()
    assert findings(page, scheme, ".bills") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_people_are_counted_where_there_is_more_than_one_place(recommender: RecommenderPage, guide: Guide) -> None:
    field = recommender.page.locator("input[name=people_texas]")
    recommender.show("fee_peo")
    expect(field).to_be_visible()
    expect(recommender.page.locator("input[name=people_ohio]")).to_be_hidden()
    field.fill("20")
    counted: dict[str, Answer] = {**FIRM, "people_texas": "20"}
    expect(recommender.result.locator(".bills")).to_contain_text(money(guide, counted)["first"])
    recommender.page.reload()
    recommender.expect_state("ready")
    expect(field).to_have_value("20")
    recommender.page.locator("input[name=states][value=california]").evaluate("box => box.click()")
    expect(field).to_be_hidden()
