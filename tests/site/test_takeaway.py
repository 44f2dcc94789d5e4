"""What a person takes along: two files, papers for a meeting and for the file, and a code that opens the answers."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

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


def everything_answered(guide: Guide) -> dict[str, Answer]:
    """Return the answers that a firm of many matters gives, all of them, with numbers beside them."""
    answers: dict[str, Answer] = {q.id: q.options[0].id for q in guide.questions if q.kind == "choice"}
    answers |= {q.id: 40 for q in guide.questions if q.kind == "number"}
    answers |= {q.id: ("california", "ohio", "texas") for q in guide.questions if q.kind == "places"}
    return {**answers, "hr_staff": "team", "premium": 9000, "renewal_date": "2099-03-31"}


def answers_of(guide: Guide, firm: str) -> dict[str, Answer]:
    if firm == "everything":
        return everything_answered(guide)
    profile = next(each for each in guide.profiles if each.id == firm)
    return {**profile.answers, **profile.beside}


def sheet(ready: RecommenderPage, button: str, name: str) -> Locator:
    """Press a button that prints, and return the one sheet that is then on paper, black on white and 11 pt at least."""
    page = ready.page
    page.emulate_media(media="screen")
    page.evaluate("window.print = () => (window.printed = document.documentElement.dataset.print)")
    page.get_by_role("button", name=button).click()
    assert page.evaluate("window.printed") == name
    page.emulate_media(media="print", color_scheme="dark")
    paper = ready.result.locator(f".paper.{name}")
    expect(paper).to_be_visible()
    expect(ready.page.locator(".paper:visible")).to_have_count(1)
    alone = "name => document.body.innerText.replace(document.querySelector(`.paper.${name}`).innerText, '').trim()"
    assert page.evaluate(alone, name) == ""
    styles = paper.locator(":is(p, li, strong, em):visible").evaluate_all(_STYLES)
    assert {tuple(style[1:]) for style in styles} == {("rgb(0, 0, 0)", "rgb(255, 255, 255)")}
    assert {round(float(style[0].removesuffix("px")) * 72 / 96, 1) for style in styles} <= {11.0, 14.0}
    broken = "all => all.every((each) => getComputedStyle(each).breakInside === 'avoid')"
    assert paper.locator("li:not(.run li, .ticks li)").evaluate_all(broken)
    return paper


_STYLES = """all => all.map((each) => {
  const { fontSize, color, backgroundColor } = getComputedStyle(each);
  return [fontSize, color, backgroundColor];
})"""


def fits(ready: RecommenderPage, name: str) -> None:
    """Expect two pages at most of either paper, and that the page forgets once it has printed."""
    assert pages(ready, "Letter") <= 2
    expect(ready.page.locator("html")).not_to_have_attribute("data-print", re.compile("."))
    ready.page.evaluate("name => (document.documentElement.dataset.print = name)", name)
    assert pages(ready, "A4") <= 2
    ready.page.evaluate("() => delete document.documentElement.dataset.print")


@pytest.mark.parametrize("firm", ["roofing-two-states", "software-with-a-peo", "everything"])
def test_two_papers_of_two_pages_each(ready: RecommenderPage, guide: Guide, firm: str) -> None:
    answers = answers_of(guide, firm)
    told = explain(guide, recommend(guide, answers))
    ready.page.goto("about:blank")
    ready.open(hash_of(guide, answers)).expect_state("ready")
    ready.expect_headline(told["headline"])

    meeting = sheet(ready, "For the meeting", "meeting")
    asked = meeting.locator("ol > li")
    assert 10 <= len(told["provider_questions"]) <= 12
    expect(asked.locator("strong")).to_have_text([each["question"] for each in told["provider_questions"]])
    expect(asked.locator("p > span")).to_have_text([each["good"] for each in told["provider_questions"]])
    expect(asked.locator(".write:visible")).to_have_count(len(told["provider_questions"]))
    expect(meeting.locator(".ticks li")).to_have_text([clause.name for clause in guide.clauses])
    said = meeting.inner_text()
    assert not re.search(r"\bpoints?\b|\bfits\b|\byour answers\b|\bclose call\b", said, re.IGNORECASE)
    reasons = [reason["because"] for each in told["standings"] for reason in each["reasons"]]
    kept_back = [told["headline"], told["detail"], told["confidence"], told["code"], *reasons]
    kept_back += [each["answer"] for each in told["answered"] if len(each["answer"]) > len("Somewhat")]
    assert [words for words in kept_back if words in said] == []
    fits(ready, "meeting")

    file = sheet(ready, "For my file", "file")
    said = " ".join(file.inner_text().split())
    (words,) = told["paper"]
    expected = [told["headline"], told["detail"], told["confidence"], told["code"], guide.version, guide.reviewed_on]
    expected += [f"{each['label']}: {each['answer']}" for each in told["answered"]]
    expected += [text for each in (*words["speaks_for"], *words["speaks_against"]) for text in each.values()]
    expected += [text for source in words["sources"] for text in (source["label"], source["publisher"])]
    expected += [*(flip["headline"] for flip in told["flips"]), *(each["headline"] for each in told["money"])]
    expected += [each["headline"] for each in told["deadline"]]
    assert [text for text in expected if str(text) not in said] == []
    assert said.count(guide.disclaimer) == 1
    assert said.count("are not in the code") == 1
    fits(ready, "file")
    assert pages(ready) <= 2  # which is what a browser's own command prints


def test_a_code_opens_the_answers_of_a_paper_again(page: Page, home: str, guide: Guide) -> None:
    told = explain(guide, recommend(guide, ANSWERS))
    recommender = RecommenderPage(page, home).open("#hr_staff=team")
    page.get_by_text("I have a code").click()
    field, said = page.get_by_label("The code on your paper"), page.locator("[data-part=coded]")
    wrong = told["code"][:-1] + ("2" if told["code"][-1] != "2" else "3")
    for code, words in (("", "missing"), ("12?4", "no code has"), (wrong, "One sign is wrong")):
        field.fill(code)
        page.get_by_role("button", name="Open the answers").click()
        expect(said).to_contain_text(words)
    field.fill(f" {told['code'].lower().replace('-', ' ')}")
    field.press("Enter")
    expect(said).to_contain_text("answers of your code")
    recommender.expect_headline(told["headline"]).expect_answers(**ANSWERS)
    assert page.url.endswith(told["fragment"])
    page.go_back()
    recommender.expect_answers(hr_staff="team")


@pytest.mark.parametrize("firm", ["roofing-two-states", "software-with-a-peo"])
def test_the_money_is_a_paper_with_every_number(ready: RecommenderPage, guide: Guide, firm: str) -> None:
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
    assert pages(ready, "Letter") <= 2
    page.evaluate("document.documentElement.dataset.print = 'money'")  # which it forgets once it has printed
    assert pages(ready, "A4") <= 2
