"""Quotes on the page: put in as they come, set side by side, and kept; what is wrong is told beside its field."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from recommender.explain import explain
from recommender.model import Guide
from recommender.phrases import fragment
from recommender.questions import Answer
from recommender.result import Explained
from recommender.scoring import recommend
from recommender_page import RecommenderPage, hash_of
from test_pages import findings

BEFORE: dict[str, Answer] = {"hr_staff": "none", "benefits_priority": "high", "employees": 60, "pay": "100000"}
FRAGMENT = "#hr_staff=none&benefits_priority=high&employees=60&pay=100000"
TWO: dict[str, Answer] = {
    "quote1_name": "Ann & Co",
    "quote1_model": "peo",
    "quote1_bundled": "14",
    "quote2_model": "aso",
    "quote2_per_run": "40",
    "quote2_runs": "26",
}


@pytest.fixture
def recommender(page: Page, home: str) -> RecommenderPage:
    return RecommenderPage(page, home)


def result_of(guide: Guide, answers: dict[str, Answer]) -> Explained:
    return explain(guide, recommend(guide, answers))


def put_in(recommender: RecommenderPage, answers: dict[str, Answer]) -> None:
    for name, value in answers.items():
        recommender.show(name)
        field = recommender.page.locator(f"[name={name}]")
        if name.endswith("_model"):
            field.select_option(str(value))
        else:
            field.fill(str(value))


def expect_side_by_side(recommender: RecommenderPage, told: Explained) -> None:
    table = recommender.result.locator("table.side")
    expect(table.locator("thead th").nth(1)).to_have_text(told["quotes"][0]["name"])
    for row in told["quote_rows"]:
        cells = table.get_by_role("row").filter(has=recommender.page.get_by_role("rowheader", name=row["label"]))
        expect(cells.locator(".month")).to_have_text([cell["month"] for cell in row["cells"]])
        expect(cells.locator(".year > span")).to_have_text([cell["year"] for cell in row["cells"] if cell["year"]])


def test_quotes_stand_side_by_side_and_stay(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.open(FRAGMENT).expect_state("ready")
    put_in(recommender, TWO)
    answers = {**BEFORE, **TWO}
    told = result_of(guide, answers)
    for _ in range(2):
        expect_side_by_side(recommender, told)
        expect(recommender.result.locator(".opened")).to_have_text([quote["opened"] for quote in told["quotes"]])
        expect(recommender.result.locator(".quotes .pieces li strong")).to_have_text(
            [piece["percent"] for quote in told["quotes"] for piece in quote["pieces"]]
        )
        expect(recommender.page).to_have_url(recommender.address + hash_of(guide, answers))
        recommender.page.reload()
        recommender.expect_state("ready")
        for name, value in TWO.items():
            expect(recommender.page.locator(f"[name={name}]")).to_have_value(str(value))


def test_the_next_quote_shows_once_the_one_before_is_opened(recommender: RecommenderPage) -> None:
    recommender.open(FRAGMENT).expect_state("ready")
    second = recommender.page.get_by_text("A second quote")
    expect(second).to_be_hidden()
    recommender.page.get_by_text("I have a quote", exact=True).locator("visible=true").last.press("Enter")
    expect(second).to_be_visible()
    expect(recommender.page.get_by_text("A third quote")).to_be_hidden()


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("quote1_comp_rate", "240", "Only a number from 0 to 100 counts here, so this was left out."),
        ("quote1_per_month", "2000.01", "Only a number from 0 to 2,000 counts here, so this was left out."),
        ("quote1_name", "\u202e", "Only letters, digits and signs on one line count here, so this was left out."),
        ("renewal_date", "2020-01-31", "This day has gone by, so it was left out. Put in one that lies ahead."),
    ],
)
def test_what_is_wrong_is_told_beside_its_field_and_the_rest_counts(
    recommender: RecommenderPage, name: str, typed: str, words: str
) -> None:
    recommender.open(f"{FRAGMENT}&quote1_percent=2.5").expect_state("ready")
    put_in(recommender, {name: typed})
    told = recommender.page.locator(f"fieldset#{name}").get_by_role("alert")
    expect(told).to_have_text(words)
    expect(recommender.page.locator(f"[name={name}]")).to_have_attribute("aria-invalid", "true")
    assert f"{name}=" not in recommender.page.url
    expect(recommender.result.locator("table.side .month").first).to_have_text("$208.33")
    put_in(recommender, {name: ""})
    expect(told).to_have_count(0)


def test_no_day_that_has_gone_by_is_offered(recommender: RecommenderPage) -> None:
    page = recommender.open(FRAGMENT).expect_state("ready").page
    now = page.evaluate("new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10)")
    expect(page.locator("[name=renewal_date]")).to_have_attribute("min", now)


def test_two_quotes_of_one_name_are_told_until_one_has_another(recommender: RecommenderPage) -> None:
    recommender.open(f"{FRAGMENT}&quote1_name=Acme&quote1_percent=2.5&quote2_percent=3").expect_state("ready")
    put_in(recommender, {"quote2_name": "acme "})
    told = recommender.page.locator("fieldset#quote2_name").get_by_role("alert")
    expect(told).to_contain_text("You gave this name before")
    expect(recommender.result.locator("table.side thead th")).to_have_text(["What", "Acme", "Quote 2"])
    put_in(recommender, {"quote1_name": "Another"})
    expect(told).to_have_count(0)
    expect(recommender.result.locator("table.side thead th")).to_have_text(["What", "Another", "acme"])


def test_start_over_empties_quotes(recommender: RecommenderPage) -> None:
    recommender.open(f"{FRAGMENT}&quote1_name=Acme&quote1_model=aso&quote1_percent=2.5").expect_state("ready")
    recommender.page.get_by_role("button", name="Start over").click()
    for line in ("name", "model", "percent"):
        expect(recommender.page.locator(f"[name=quote1_{line}]")).to_have_value("")
    expect(recommender.page).to_have_url(recommender.address)


def test_a_link_with_what_cannot_be_is_told_and_the_rest_counts(recommender: RecommenderPage) -> None:
    recommender.open(f"{FRAGMENT}&quote1_percent=2.5&quote1_comp_rate=240&quote1_model=bus").expect_state("ready")
    expect(recommender.note).to_contain_text("was left out")
    expect(recommender.result.locator("table.side .month").first).to_have_text("$208.33")


@pytest.mark.parametrize("width", [360, 1280])
def test_it_fits_and_is_read_out_well(recommender: RecommenderPage, width: int) -> None:
    page = recommender.page
    page.set_viewport_size({"width": width, "height": 800})
    quotes = "".join(
        f"&quote{n}_name=Name+of+some+length+{n}&quote{n}_bundled=14.2&quote{n}_cap=5" for n in range(1, 5)
    )
    recommender.open(FRAGMENT + quotes).expect_state("ready")
    expect(recommender.result.locator("table.side")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert findings(page, "light", "guide-recommender") == []
    names = recommender.result.locator("table.side .of").first
    if width < 720:
        expect(names).to_be_visible()
    else:
        expect(names).to_be_hidden()
        expect(recommender.result.get_by_role("columnheader", name=re.compile("Name of"))).to_have_count(4)


def test_without_scripts_a_worked_case_can_be_read(
    new_context: Callable[..., BrowserContext], home: str, guide: Guide
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{home}cost/")
    (profile,) = (each for each in guide.profiles if any(name.startswith("quote1") for name in each.beside))
    told = result_of(guide, {**profile.answers, **profile.beside})
    table = page.get_by_role("table", name=guide.wording.quotes)
    for row in told["quote_rows"]:
        cells = (
            table.get_by_role("row").filter(has=page.get_by_role("rowheader", name=row["label"])).get_by_role("cell")
        )
        for number, cell in enumerate(row["cells"]):
            expect(cells.nth(number)).to_contain_text(cell["month"])
    opening = f"#{fragment({**profile.answers, **profile.beside})}"
    page.locator(f'a[href$="{opening}"]').last.click()
    assert page.url.endswith(opening)
