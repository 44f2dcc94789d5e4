"""Dates in the page: by when to decide, what is due when, what is past, and a file for one's calendar."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from recommender.explain import explain
from recommender.model import Guide
from recommender.result_deadline import DeadlineWords
from recommender.scoring import recommend
from recommender_page import RecommenderPage

ANSWERS: Mapping[str, object] = {"today": "peo", "renewal_date": "2027-01-01", "notice_days": "60"}
FRAGMENT = "#today=peo&renewal_date=2027-01-01&notice_days=60"
DAY = "2026-10-06"


@pytest.fixture
def recommender(page: Page, home: str) -> RecommenderPage:
    """Return the page on a day on which it is late to decide, and not too late for notice."""
    page.clock.set_fixed_time(datetime.fromisoformat(f"{DAY}T12:00").replace(tzinfo=UTC))
    return RecommenderPage(page, home)


def told(guide: Guide) -> DeadlineWords:
    return explain(guide, recommend(guide, ANSWERS), DAY)["deadline"][0]


def test_a_link_leads_to_the_dates_that_python_says(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.open(FRAGMENT).expect_state("ready")
    dates, wanted = recommender.result.locator(".deadline"), told(guide)
    expect(dates.get_by_role("heading", level=3)).to_have_text(wanted["headline"])
    expect(dates.locator(".late")).to_have_text(wanted["late"])
    times = dates.locator("ol.dates time")
    expect(times).to_have_text([step["day"] for step in wanted["steps"]])
    assert times.evaluate_all("all => all.map((each) => each.dateTime)") == [step["date"] for step in wanted["steps"]]
    past = [step["title"] for step in wanted["steps"] if step["past"]]
    expect(dates.locator("ol.dates li").filter(has_text="already past").locator("summary > :first-child")).to_have_text(
        past
    )


def test_a_day_and_a_notice_can_be_filled_in_by_keyboard(recommender: RecommenderPage, guide: Guide) -> None:
    page = recommender.open("#today=peo").expect_state("ready").page
    recommender.show("renewal_date")
    page.get_by_label("Last day of your contract").fill("2027-01-01")
    expect(recommender.result.locator(".deadline h3")).to_have_text("Decide by September 5, 2026.")
    recommender.number("notice_days", "60")
    expect(recommender.result.locator(".deadline h3")).to_have_text(told(guide)["headline"])
    step = recommender.result.locator("ol.dates li").last
    step.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(step.locator("p")).to_have_text(told(guide)["steps"][-1]["text"])


def test_what_cannot_count_is_said_at_the_field_and_the_rest_counts(recommender: RecommenderPage) -> None:
    recommender.open(FRAGMENT).expect_state("ready")
    page, heading = recommender.page, recommender.result.locator(".deadline h3")
    expect(heading).to_have_text("Decide by October 5, 2026.")
    recommender.number("notice_days", "4000")
    expect(page.locator("#notice_days [role=alert]")).to_be_visible()
    expect(heading).to_have_text("Decide by September 5, 2026.")  # as without a notice
    page.get_by_label("Last day of your contract").fill("2026-10-05")
    expect(page.locator("#renewal_date [role=alert]")).to_contain_text("gone by")
    expect(recommender.result.locator(".deadline")).to_have_count(0)
    expect(recommender.headline).to_be_visible()


def test_the_dates_go_into_a_calendar(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.open(FRAGMENT).expect_state("ready")
    expect(recommender.result.locator(".deadline")).to_be_visible()
    with recommender.page.expect_download() as download:
        recommender.page.get_by_role("button", name="Add the dates to your calendar").click()
    assert download.value.suggested_filename == "dates.ics"
    found = Calendar.from_ical(Path(download.value.path()).read_bytes()).events
    assert [(each.start.isoformat(), str(each["SUMMARY"])) for each in found] == [
        (step["date"], step["title"]) for step in told(guide)["steps"] if not step["past"]
    ]


@pytest.mark.parametrize("width", [320, 360])
def test_dates_fit_a_phone(recommender: RecommenderPage, width: int) -> None:
    recommender.page.set_viewport_size({"width": width, "height": 700})
    recommender.open(FRAGMENT).expect_state("ready")
    expect(recommender.result.locator(".deadline")).to_be_visible()
    assert recommender.page.evaluate("document.documentElement.scrollWidth") <= width


def test_dates_stand_on_paper(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.open(FRAGMENT).expect_state("ready")
    expect(recommender.result.locator(".deadline")).to_be_visible()
    recommender.page.evaluate("document.documentElement.dataset.print = 'deadline'")
    recommender.page.emulate_media(media="print")
    dates = recommender.result.locator("ol.dates")
    expect(dates.locator("time").first).to_be_visible()
    expect(recommender.result.locator(".deadline h4").last).to_be_visible()
    expect(dates.locator("summary").last).to_have_text(told(guide)["steps"][-1]["title"])
    expect(recommender.page.get_by_role("button", name="Add the dates to your calendar")).to_be_hidden()


def test_the_dates_are_a_paper_of_their_own(recommender: RecommenderPage) -> None:
    recommender.open(FRAGMENT).expect_state("ready")
    page = recommender.page
    expect(recommender.result.locator(".deadline")).to_be_visible()
    page.evaluate("window.print = () => (window.printed = document.documentElement.dataset.print)")
    page.get_by_role("button", name="Print the dates").click()
    assert page.evaluate("window.printed") == "deadline"
    page.emulate_media(media="print")
    expect(recommender.headline).to_be_hidden()
    expect(recommender.result.locator(".standings")).to_be_hidden()
    size = recommender.result.locator("ol.dates time").first.evaluate("each => getComputedStyle(each).fontSize")
    assert abs(float(size.removesuffix("px")) - 11 * 96 / 72) < 0.1
    assert len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="Letter"))) <= 2
