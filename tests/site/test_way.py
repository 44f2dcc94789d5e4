"""Owners find their way: from the home page, by the tabs, between places, and from an address where nothing is."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from browser_fixtures import running
from generator.publish.navigation import navigation
from recommender.model import Guide

PHONE = {"width": 360, "height": 740}


def boxes(found: Locator) -> list[dict[str, float]]:
    """Return where each element stands in the window."""
    every: list[dict[str, float]] = found.evaluate_all(
        "(all) => all.map((each) => each.getBoundingClientRect().toJSON())"
    )
    return every


def test_the_first_screen_of_a_phone_answers_and_asks_where_one_stands(page: Page, home: str, guide: Guide) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(home)
    answer = page.locator(".home .opening p")
    assert answer.count() == len(guide.short_answer) == 3
    for sentence in answer.all():
        expect(sentence.locator(".cite")).to_have_count(1)
    ways = page.locator(".start a")
    assert ways.all_inner_texts() == [situation.label for situation in guide.situations]
    for box in boxes(ways):
        assert box["height"] >= 48
        assert box["bottom"] <= PHONE["height"]
    fits = [model for model in guide.models if model.fit]
    assert page.locator(".card li").count() == 3 * len(fits)
    expect(page.locator(".others dd").first).to_be_hidden()
    ways.nth(1).click()
    expect(page).to_have_url(f"{home}choose/#situation={guide.situations[1].id}")


def test_the_tabs_stand_in_one_row_and_in_readers_words(page: Page, home: str, guide: Guide) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{home}compare/")
    tabs = page.locator(".md-tabs__link")
    names = [next(iter(each)) for each in navigation(guide) if isinstance(each, dict)]
    assert tabs.all_inner_texts() == names
    assert names[1:4] == ["Choose", "I have a quote", "I have a PEO"]
    assert names[4:] == ["Leaving", "My state", "Workers' comp", "Compare", "Learn", "About"]
    assert len({box["top"] for box in boxes(tabs)}) == 1
    assert boxes(tabs)[-1]["right"] <= 1280
    expect(page.locator(".md-tabs__item--active")).to_have_text("Compare")


def test_a_place_is_found_by_typing_and_leads_to_its_neighbours(page: Page, home: str, guide: Guide) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(home)
    page.get_by_role("link", name="Your state").click()
    left = page.locator(".picker a:visible")
    expect(left).to_have_count(len(guide.jurisdictions))
    field = page.get_by_role("searchbox", name="Type your state")
    field.fill("xx")
    expect(left).to_have_count(0)
    page.get_by_role("button", name="Show all").click()
    field.fill("car")
    assert left.all_inner_texts() == ["North Carolina", "South Carolina"]
    field.fill("TX")
    expect(left).to_have_text(["Texas"])
    field.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Texas")
    crumbs = page.get_by_role("navigation", name="Breadcrumb")
    expect(crumbs.get_by_role("link")).to_have_text(["States", "Texas"])
    expect(crumbs.get_by_role("link").last).to_have_attribute("aria-current", "page")
    expect(page.locator(".register a")).to_be_in_viewport()
    around = page.get_by_role("navigation", name="Neighbors").get_by_role("link")
    assert around.all_inner_texts() == ["Arkansas", "Louisiana", "New Mexico", "Oklahoma"]
    around.last.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Oklahoma")
    crumbs.get_by_role("link").first.click()
    expect(field).to_be_visible()


@pytest.mark.complaints_expected
@pytest.mark.parametrize("meant", ["states/texsa/", "old/contrct/2019/index.html"])
def test_a_lost_reader_is_helped_below_any_path(page: Page, site: Path, meant: str) -> None:
    """The page was built for another root than the one at which the site stands."""
    with running(site, "/some/where/") as served:
        page.goto(served.address + meant)
        first = page.locator("[data-part=meant] a").first
        expect(first).to_have_text("Texas" if "texsa" in meant else "The contract")
        expect(page.locator(".md-header")).to_have_css("position", "sticky")
        field = page.get_by_role("article").get_by_role("searchbox")
        expect(field).to_have_value(" ".join(part for part in meant.replace("/index.html", "").split("/") if part))
        page.wait_for_function("() => 'document$' in window")  # the theme's own scripts run as well
        page.keyboard.press("/")
        expect(page.get_by_role("textbox", name="Search")).to_be_focused()
        expect(page.locator("#__search")).to_be_checked()
        # A millisecond later the theme puts the focus there once more.
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        page.keyboard.press("Escape")
        first.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Texas" if "texsa" in meant else "The contract")
        page.go_back()
        field.fill("workers comp")
        field.press("Enter")
        expect(page).to_have_url(f"{served.address}?q=workers%20comp")
        expect(page.locator(".md-search-result__item").first).to_be_visible()


@pytest.mark.complaints_expected
def test_where_the_site_stands_as_built_nothing_is_asked_for(page: Page, lost: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.method))
    page.goto(lost)
    expect(page.locator(".seek")).to_be_visible()
    assert "HEAD" not in asked


def test_without_scripts_a_lost_reader_finds_every_part(site: Path, guide: Guide) -> None:
    text = (site / "404.html").read_text()
    for situation in guide.situations:
        assert f"#situation={situation.id}" in text
    assert text.count('<li><a href="') > len(guide.jurisdictions)
