"""The answer on one screen: what matters first is seen without scrolling, above a list that leads to all the rest."""

import json

import pytest
from playwright.sync_api import Page, expect

from recommender.api import Adviser
from recommender.explain import explain
from recommender.model import Guide
from recommender.phrases import fragment
from recommender.questions import Answer
from recommender.scoring import recommend
from recommender_page import RecommenderPage

SIZES = ((360, 740), (1280, 800))

_BOXES = """
(selectors) => selectors.flatMap((selector) =>
  [...document.querySelectorAll(`[data-part=answer] ${selector}`)].map((element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    return { selector, size: parseFloat(getComputedStyle(element).fontSize), box: [top, bottom, left, right] };
  }))
"""
"""The boxes of all that matches, with the size of its letters."""

_SCREENS = "try { sessionStorage.setItem('guide-steps', 'true'); } catch {}"
"""Has readers see one screen after the other, as they do who have not chosen otherwise."""

_HEADER = "document.querySelector('.md-header').getBoundingClientRect().bottom"

PARTS = (".headline", ".marks span", ".by", ".brief > p", ".brief li", ".brief dl > div", ".brief .acts :is(a, button)")


def cases(guide: Guide) -> dict[str, dict[str, Answer]]:
    """Return answers for every kind of outcome, and for what else may stand on the screen."""
    profiles = {profile.id: {**profile.answers, **profile.beside} for profile in guide.profiles}
    kept = next(each.answers for each in guide.profiles if each.expect.outcome == "keep")
    close = next(each.answers for each in guide.profiles if each.expect.outcome == "close_call")
    apart = next(each.answers for each in guide.profiles if each.expect.outcome == "winner" and each.expect.parts)
    first: dict[str, Answer] = {question.id: question.options[0].id for question in guide.questions if question.options}
    dated = {**profiles["software-with-a-peo"], "renewal_date": "2099-12-31"}
    return {
        "kept": dict(kept),
        "close": dict(close),
        "apart": dict(apart),
        "quoted": profiles["roofing-two-states"],
        "dated": dated,
        "insisting": profiles["restaurant"],
        "open": dict(list(first.items())[1:4]),
        "ruled out": {"hr_staff": "none", "has_us_entity": "no", "coemployment": "ruled_out", "foreign_hires": "some"},
    }


def show(page: Page, home: str, answers: dict[str, Answer], guide: Guide) -> RecommenderPage:
    """Show the answer that a link leads to: first with the page, then as if the link were put into its address."""
    link = f"#{fragment(answers)}"
    recommender = RecommenderPage(page, home)
    if page.url.startswith(recommender.address):
        page.evaluate("(link) => { location.hash = link; }", link)
    else:
        page.add_init_script(_SCREENS)
        page.goto(recommender.address + link)
    headline = explain(guide, recommend(guide, answers))["headline"]
    expect(recommender.element.locator(".headline")).to_have_text(headline)
    return recommender


def test_all_that_matters_first_is_seen_without_scrolling(page: Page, home: str, guide: Guide) -> None:
    for name, answers in cases(guide).items():
        show(page, home, answers, guide)
        (brief,) = explain(guide, recommend(guide, answers))["summary"]
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            page.evaluate("scrollTo(0, 0)")
            header = page.evaluate(_HEADER)
            boxes = page.evaluate(_BOXES, list(PARTS))
            count = {part: sum(each["selector"] == part for each in boxes) for part in PARTS}
            assert count[".brief li"] == len(brief["reasons"]), name
            assert count[".brief dl > div"] == sum(map(bool, (brief["doubt"], brief["sure"], brief["change"]))), name
            assert count[PARTS[-1]] == len(brief["acts"]) > 0, name
            for each in boxes:
                top, bottom, left, right = each["box"]
                assert header <= top < bottom <= height, (name, width, each)
                assert 0 <= left < right <= width, (name, width, each)
            sizes = [each["size"] for each in boxes]
            assert boxes[0]["selector"] == ".headline"
            assert sizes[0] > 1.3 * max(sizes[1:]), (name, width)


@pytest.fixture
def close(page: Page, home: str, guide: Guide) -> RecommenderPage:
    page.set_viewport_size({"width": 360, "height": 740})
    return show(page, home, cases(guide)["close"], guide)


def test_a_list_that_stays_in_view_leads_to_each_part(close: RecommenderPage) -> None:
    page, address = close.page, close.page.url
    list_ = close.result.get_by_role("navigation", name="Parts of the result")
    for part in list_.get_by_role("button").all():
        part.click()
        name = part.inner_text()
        heading = close.result.get_by_role("heading", level=2, name=name, exact=True)
        expect(heading).to_be_focused()
        expect(heading).to_be_in_viewport()
        expect(list_).to_be_in_viewport()
        expect(list_.locator("[aria-current]")).to_have_text(name)
    expect(close.result.locator("details.working")).to_have_attribute("open", "")
    assert page.url == address  # which holds the answers


def test_a_part_that_has_nothing_is_not_listed(page: Page, home: str, guide: Guide) -> None:
    few = show(page, home, {"hr_staff": "none"}, guide)
    buttons = few.element.locator("guide-chapters button")
    assert buttons.all_text_contents() == ["What would change it", "The working"]


def test_to_try_another_answer_tells_at_once_what_differs_and_why(close: RecommenderPage, guide: Guide) -> None:
    before = cases(guide)["close"]
    flip = explain(guide, recommend(guide, before))["flips"][0]
    close.result.get_by_role("link", name="Try this").first.click()
    region = close.page.get_by_role("region", name="Comparison")
    expect(region).to_be_focused()
    expect(region.get_by_role("heading")).to_be_in_viewport()
    close.expect_headline(flip["headline"])
    after = {**before, **_changed(guide, before, flip["headline"])}
    told = json.loads(Adviser(guide=guide).contrast(json.dumps({"before": before, "after": after})))
    expect(region).to_contain_text(told["why"])
    for model in told["models"]:
        for each in model["moved"]:
            expect(region.get_by_role("row", name=f"{model['abbreviation']}, points")).to_contain_text(each["text"])
    region.get_by_role("link", name="Go back to the kept answers").click()
    close.expect_headline(str(told["before"]))


def _changed(guide: Guide, before: dict[str, Answer], headline: str) -> dict[str, str]:
    """Return the one answer that leads to a headline."""
    return next(
        {question.id: option.id}
        for question in guide.questions
        for option in question.options
        if question.id in before
        and explain(guide, recommend(guide, {**before, question.id: option.id}))["headline"] == headline
    )
