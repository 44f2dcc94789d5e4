"""What a person takes along: two files, a result on paper, and a sheet of questions."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from recommender.explain import explain
from recommender.model import Guide
from recommender.questions import Answer
from recommender.scoring import recommend
from recommender_page import RecommenderPage, as_the_form_has_it, hash_of

ANSWERS: dict[str, Answer] = {"hr_staff": "none", "share_liability_priority": "high", "benefits_priority": "high"}
FRAGMENT = "#hr_staff=none&share_liability_priority=high&benefits_priority=high"


@pytest.fixture
def ready(page: Page, home: str) -> RecommenderPage:
    recommender = RecommenderPage(page, home).open(FRAGMENT).expect_state("ready")
    expect(recommender.headline).to_be_visible()
    return recommender


def saved(recommender: RecommenderPage, button: str) -> tuple[str, str]:
    with recommender.page.expect_download() as download:
        recommender.page.get_by_role("button", name=button).click()
    return download.value.suggested_filename, Path(download.value.path()).read_text()


def pages(recommender: RecommenderPage, paper: str = "Letter") -> int:
    return len(re.findall(rb"/Type\s*/Page[^s]", recommender.page.pdf(format=paper)))


def test_the_data_is_what_python_says(ready: RecommenderPage, guide: Guide) -> None:
    name, text = saved(ready, "Save as data")
    assert name.endswith(".json")
    told = explain(guide, recommend(guide, as_the_form_has_it(guide, ANSWERS)))
    assert json.loads(text) == json.loads(json.dumps(told))


def test_the_text_has_answers_reasons_sources_date_version_and_link(ready: RecommenderPage, guide: Guide) -> None:
    name, text = saved(ready, "Save as text")
    told = explain(guide, recommend(guide, ANSWERS))
    assert name.endswith(".md")
    assert told["headline"] in text
    for reason in (reason for standing in told["standings"] for reason in standing["reasons"]):
        assert reason["because"] in text
    for source in told["sources"]:
        assert source["url"] in text
    assert all(part in text for part in (guide.version, guide.reviewed_on, ready.page.url, guide.disclaimer))
    assert ready.page.evaluate("new Date().getFullYear().toString()") in text


def test_a_sheet_asks_what_fits_the_models(ready: RecommenderPage, guide: Guide) -> None:
    told = explain(guide, recommend(guide, ANSWERS))
    shown = ready.result.locator(".provider-questions li a")
    expect(shown).to_have_text([each["question"] for each in told["provider_questions"]])
    assert len(told["provider_questions"]) >= 10
    models = {ask.id: ask.models for ask in guide.provider_questions}
    assert all(set(models[each["id"]]) & set(told["models"]) for each in told["provider_questions"])


def full(guide: Guide) -> str:
    """Return a link with every question answered."""
    answers: dict[str, Answer] = {q.id: q.options[0].id for q in guide.questions if q.kind == "choice"}
    answers |= {q.id: 40 for q in guide.questions if q.kind == "number"}
    answers |= {q.id: ("california", "ohio", "texas") for q in guide.questions if q.kind == "places"}
    return "#" + str(explain(guide, recommend(guide, {**answers, "premium": 9000}))["fragment"])


def test_a_result_fits_two_pages_of_paper(ready: RecommenderPage, guide: Guide) -> None:
    assert pages(ready) <= 2
    for link in (full(guide), full(guide).replace("has_us_entity=yes&", "").replace("hr_staff=none", "hr_staff=team")):
        ready.page.goto("about:blank")
        ready.open(link).expect_state("ready")
        expect(ready.headline).to_be_visible()
        ready.page.emulate_media(media="print")
        for part in (".given", ".cited", ".edition", ".reasons >> nth=0"):
            expect(ready.result.locator(part)).to_be_visible()
        expect(ready.element.locator("form")).not_to_be_visible()
        assert pages(ready) <= 2
        ready.page.emulate_media(media="screen")


@pytest.mark.parametrize(
    ("button", "shown", "hidden"),
    [("result", ".given", ".provider-questions"), ("questions", ".provider-questions", ".given")],
)
def test_each_part_prints_alone(ready: RecommenderPage, button: str, shown: str, hidden: str) -> None:
    ready.page.evaluate("() => { window.print = () => { document.title = 'printed'; }; }")
    ready.page.get_by_role("button", name=f"Print the {button}").click()
    expect(ready.page).to_have_title("printed")
    ready.page.emulate_media(media="print")
    expect(ready.result.locator(shown)).to_be_visible()
    expect(ready.result.locator(hidden)).not_to_be_visible()
    assert pages(ready) <= 2
    ready.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(ready.page.locator("html")).not_to_have_attribute("data-print", re.compile("."))


@pytest.mark.parametrize("firm", ["roofing-two-states", "software-with-a-peo"])
def test_the_money_is_one_sheet_with_every_number(ready: RecommenderPage, guide: Guide, firm: str) -> None:
    profile = next(each for each in guide.profiles if each.id == firm)
    answers = {**profile.answers, **profile.beside}
    page, money = ready.page, ready.result.locator(".money")
    page.goto("about:blank")
    ready.open(hash_of(guide, answers)).expect_state("ready")
    expect(money).to_be_visible()
    page.evaluate("window.print = () => (window.printed = document.documentElement.dataset.print)")
    page.get_by_role("button", name="Print the money").click()
    assert page.evaluate("window.printed") == "money"
    page.emulate_media(media="print")
    expect(ready.headline).to_be_hidden()
    expect(ready.result.locator(".given")).to_be_hidden()
    (told,) = explain(guide, recommend(guide, answers))["money"]
    numbers = money.locator(".assumptions li")
    expect(numbers).to_have_count(len(told["assumptions"]))
    for line in (*numbers.all(), *money.locator(".choices li").all(), *money.locator(".equal li").all()):
        expect(line).to_be_visible()
    expect(money.locator(".choices .total")).to_have_text([bill["total"] for bill in told["bills"]])
    sizes = money.locator(":is(.total, .than, li, li *):visible").evaluate_all(
        "all => [...new Set(all.map((each) => getComputedStyle(each).fontSize))]"
    )
    assert [round(float(size.removesuffix("px")) * 72 / 96, 1) for size in sizes] == [11.0]
    assert pages(ready, "Letter") == 1
    page.evaluate("document.documentElement.dataset.print = 'money'")  # which it forgets once it has printed
    assert pages(ready, "A4") == 1
