"""From the home page to a reasoned recommendation, as people go there and come back."""

import pytest
from playwright.sync_api import Page, expect

from recommender.engine import recommend
from recommender.explain import explain
from recommender.model import Guide
from recommender_page import RecommenderPage

PEO = {"hr_staff": "none", "risk_sharing": "like_to_share", "benefits_priority": "top"}
PEO_FRAGMENT = "#hr_staff=none&risk_sharing=like_to_share&benefits_priority=top"


@pytest.fixture
def recommender(page: Page, home: str) -> RecommenderPage:
    return RecommenderPage(page, home)


def headline(guide: Guide, answers: dict[str, str]) -> str:
    return str(explain(guide, recommend(guide, answers))["headline"])


def test_six_clicks_from_home_to_three_cited_reasons(page: Page, home: str, recommender: RecommenderPage) -> None:
    page.goto(home)
    page.get_by_role("link", name="Find what fits you").click()
    for question in ("hr_staff", "risk_sharing", "benefits_priority", "own_plans", "control"):
        page.locator(f"fieldset#{question} label").first.click()
    expect(recommender.headline).to_be_visible(timeout=60_000)
    reasons = recommender.result.locator(".reasons > li")
    assert reasons.count() >= 3
    for reason in reasons.all():
        expect(reason.locator(".sources a").first).to_be_visible()


def test_the_page_says_what_python_says(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.open().answer(**PEO).expect_headline(headline(guide, PEO))
    result = explain(guide, recommend(guide, PEO))
    for standing in result["standings"]:
        total = f"{standing['sum']} = {standing['points']}" if standing["sum"] else f"{standing['points']}"
        heading = recommender.result.get_by_role("heading", name=f"{standing['abbreviation']}: {total} points")
        expect(heading).to_be_visible()
        for reason in standing["reasons"]:
            expect(recommender.result.get_by_text(reason["because"])).to_be_visible()


def test_a_changed_answer_changes_the_result(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.open().answer(**PEO).expect_headline(headline(guide, PEO))
    turned = {"hr_staff": "team", "risk_sharing": "keep", "benefits_priority": "not_needed"}
    recommender.answer(**turned).expect_headline(headline(guide, turned))
    assert headline(guide, PEO) != headline(guide, turned)


def test_a_changed_answer_keeps_the_focus(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.open().answer(**PEO).expect_headline(headline(guide, PEO))
    recommender.choice("hr_staff", "none").focus()
    recommender.page.keyboard.press("ArrowDown")
    expect(recommender.choice("hr_staff", "some")).to_be_checked()
    recommender.expect_headline(headline(guide, PEO | {"hr_staff": "some"}))
    expect(recommender.choice("hr_staff", "some")).to_be_focused()


def test_answers_survive_a_reload(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.open().answer(**PEO).expect_headline(headline(guide, PEO))
    recommender.page.reload()
    recommender.expect_answers(**PEO).expect_headline(headline(guide, PEO))


def test_answers_survive_going_away_and_back(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.open().answer(**PEO).expect_headline(headline(guide, PEO))
    recommender.result.locator(".sources a").first.click()
    expect(recommender.page.get_by_role("heading", level=1, name="Sources")).to_be_visible()
    recommender.page.go_back()
    recommender.expect_answers(**PEO).expect_headline(headline(guide, PEO))


def test_a_place_on_the_page_does_not_cost_the_answers(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.open().answer(**PEO).expect_headline(headline(guide, PEO))
    recommender.page.evaluate("location.hash = '#worked-examples'")
    recommender.expect_answers(**PEO)
    expect(recommender.page).to_have_url(recommender.address + PEO_FRAGMENT)


def test_a_link_brings_the_answers(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.open(PEO_FRAGMENT).expect_answers(**PEO).expect_headline(headline(guide, PEO))
    expect(recommender.note).to_be_empty()


def test_the_copied_link_is_the_address(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    recommender.open().answer(**PEO).expect_headline(headline(guide, PEO))
    recommender.page.get_by_role("button", name="Copy link").click()
    expect(recommender.note).to_contain_text("Link copied")
    assert recommender.page.evaluate("navigator.clipboard.readText()") == recommender.address + PEO_FRAGMENT


def test_where_copying_is_refused_the_page_says_what_to_do(recommender: RecommenderPage) -> None:
    refuse = "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }"
    recommender.open().page.evaluate(refuse)
    recommender.page.get_by_role("button", name="Copy link").click()
    expect(recommender.note).to_contain_text("address bar")


def test_start_over_empties_form_address_and_result(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.open(PEO_FRAGMENT).expect_headline(headline(guide, PEO))
    recommender.page.get_by_role("button", name="Start over").click()
    recommender.expect_answers().expect_state("idle")
    expect(recommender.result).to_be_empty()
    expect(recommender.page).to_have_url(recommender.address)


def test_an_example_opens_in_the_form(recommender: RecommenderPage, guide: Guide) -> None:
    profile = guide.profiles[0]
    recommender.open()
    recommender.page.locator("ul.examples a[href*='#']").first.click()
    recommender.expect_answers(**profile.answers).expect_headline(headline(guide, dict(profile.answers)))


def test_python_is_downloaded_on_the_first_answer_and_only_once(
    recommender: RecommenderPage, guide: Guide, home: str
) -> None:
    asked: list[str] = []
    recommender.page.on("request", lambda request: asked.append(request.url))
    recommender.open()
    recommender.page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/assets/python/" in url]
    recommender.answer(**PEO).expect_headline(headline(guide, PEO))
    recommender.page.get_by_role("link", name="Compare", exact=True).first.click()
    expect(recommender.page.get_by_role("heading", level=1)).to_contain_text("side by side")
    recommender.page.go_back()
    recommender.expect_answers(**PEO).expect_headline(headline(guide, PEO))
    assert len([url for url in asked if url.endswith(".wasm")]) == 1


def test_instant_navigation_is_on(page: Page, home: str) -> None:
    page.goto(home)
    page.evaluate("window.stillHere = true")
    page.get_by_role("link", name="Find what fits you").click()
    expect(page.locator("guide-recommender fieldset").first).to_be_visible()
    assert page.evaluate("window.stillHere") is True


def test_the_form_works_by_keyboard_alone(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.open()
    recommender.choice("hr_staff", "none").focus()
    for _ in range(3):
        recommender.page.keyboard.press("Space")
        recommender.page.keyboard.press("Tab")
    answers = {question.id: question.options[0].id for question in guide.questions[:3]}
    recommender.expect_answers(**answers).expect_headline(headline(guide, answers))
