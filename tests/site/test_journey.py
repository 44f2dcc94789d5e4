"""From the home page to a reasoned recommendation, as people go there and come back."""

import pytest
from playwright.sync_api import Page, expect

import faults
from browser_fixtures import let_it_idle
from recommender.explain import explain, fragment
from recommender.model import Guide
from recommender.questions import Answer
from recommender.scoring import recommend
from recommender_page import RecommenderPage, hash_of

PEO: dict[str, Answer] = {"hr_staff": "none", "control_priority": "low", "benefits_priority": "high"}
PEO_FRAGMENT = "#hr_staff=none&benefits_priority=high&control_priority=low"


@pytest.fixture
def recommender(page: Page, home: str) -> RecommenderPage:
    return RecommenderPage(page, home)


def headline(guide: Guide, answers: dict[str, Answer]) -> str:
    return str(explain(guide, recommend(guide, answers))["headline"])


def test_six_clicks_from_home_to_three_cited_reasons(page: Page, home: str, recommender: RecommenderPage) -> None:
    page.goto(home)
    page.get_by_role("link", name="Find what fits you").click()
    questions = page.locator("guide-recommender section.step > fieldset")
    expect(questions.first).to_be_visible()
    for question in questions.all()[:5]:
        question.locator("label").first.click()
    expect(recommender.headline).to_be_visible()
    recommender.open_working()
    reasons = recommender.result.locator(".reasons > li:visible")
    assert reasons.count() >= 3
    for reason in reasons.all():
        expect(reason.locator(".sources a").first).to_be_visible()


def test_answers_that_a_link_brings_are_shown_from_the_top(page: Page, home: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{home}examples/")
    page.get_by_role("link", name="Open these answers in the recommender").first.click()
    expect(page.get_by_role("region", name="Result").get_by_role("heading", level=2).first).to_be_in_viewport()
    page.wait_for_function("() => scrollY === 0")


def test_with_too_few_answers_no_model_is_named_to_read_about(recommender: RecommenderPage, guide: Guide) -> None:
    few: dict[str, Answer] = {"hr_staff": "none"}
    recommender.open("#hr_staff=none").expect_headline(headline(guide, few))
    expect(recommender.result).to_contain_text("Read on")
    expect(recommender.result).not_to_contain_text("Read about")
    recommender.answer(**PEO).expect_headline(headline(guide, PEO))
    expect(recommender.result).to_contain_text("Read about")


def test_the_page_says_what_python_says(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.open().answer(**PEO).expect_headline(headline(guide, PEO))
    result = explain(guide, recommend(guide, PEO))
    recommender.open_working()
    for standing in result["standings"]:
        heading = recommender.result.get_by_role("heading", name=f"{standing['abbreviation']}: {standing['total']}")
        expect(heading).to_be_visible()
        if not standing["chosen"]:
            heading.click()
        for reason in standing["reasons"]:
            expect(recommender.result.get_by_text(reason["because"]).first).to_be_visible()


def test_a_changed_answer_changes_the_result(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.open().answer(**PEO).expect_headline(headline(guide, PEO))
    turned: dict[str, Answer] = {"hr_staff": "team", "control_priority": "high", "benefits_priority": "low"}
    recommender.answer(**turned).expect_headline(headline(guide, turned))
    assert headline(guide, PEO) != headline(guide, turned)


def test_a_changed_answer_keeps_the_focus(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.open().answer(**PEO).expect_headline(headline(guide, PEO))
    recommender.choice("hr_staff", "none").focus()
    recommender.page.keyboard.press("ArrowDown")
    expect(recommender.choice("hr_staff", "part_time")).to_be_checked()
    recommender.expect_headline(headline(guide, PEO | {"hr_staff": "part_time"}))
    expect(recommender.choice("hr_staff", "part_time")).to_be_focused()


def test_answers_survive_a_reload(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.open().answer(**PEO).expect_headline(headline(guide, PEO))
    recommender.page.reload()
    recommender.expect_answers(**PEO).expect_headline(headline(guide, PEO))


def test_answers_survive_going_away_and_back(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.open().answer(**PEO).expect_headline(headline(guide, PEO))
    recommender.open_working().result.locator(".standing .sources a").first.click()
    expect(recommender.page.get_by_role("heading", level=1, name="Sources")).to_be_visible()
    recommender.page.go_back()
    recommender.expect_answers(**PEO).expect_headline(headline(guide, PEO))


def test_a_place_on_the_page_does_not_cost_the_answers(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.open().answer(**PEO).expect_headline(headline(guide, PEO))
    recommender.page.evaluate("location.hash = '#worked-examples'")
    recommender.expect_answers(**PEO)
    expect(recommender.page).to_have_url(recommender.address + hash_of(guide, PEO))


def test_a_link_brings_the_answers(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.open(PEO_FRAGMENT).expect_answers(**PEO).expect_headline(headline(guide, PEO))
    expect(recommender.note).to_be_empty()


def test_the_copied_link_is_the_address(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    recommender.open().answer(**PEO).expect_headline(headline(guide, PEO))
    recommender.page.get_by_role("button", name="Copy link").click()
    expect(recommender.note).to_contain_text("Link copied")
    assert recommender.page.evaluate("navigator.clipboard.readText()") == recommender.address + hash_of(guide, PEO)


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
    recommender.expect_headline(headline(guide, dict(profile.answers)))
    expect(recommender.page).to_have_url(recommender.address + f"#{fragment(profile.answers)}")


def test_who_saves_data_downloads_python_on_the_first_answer_and_only_once(
    recommender: RecommenderPage, guide: Guide
) -> None:
    asked: list[str] = []
    recommender.page.add_init_script(faults.SAVES_DATA + faults.WATCHED_WORKERS)
    recommender.page.on("request", lambda request: asked.append(request.url))
    recommender.open()
    let_it_idle(recommender.page)
    assert recommender.page.evaluate("workers.length") == 0, "a download starts with its worker"
    recommender.answer(**PEO).expect_headline(headline(guide, PEO))
    recommender.page.get_by_role("link", name="Compare", exact=True).first.click()
    expect(recommender.page.get_by_role("heading", level=1)).to_contain_text("side by side")
    recommender.page.go_back()
    recommender.expect_answers(**PEO).expect_headline(headline(guide, PEO))
    assert len([url for url in asked if url.endswith("wasm.bin")]) == 1


def test_instant_navigation_is_on(page: Page, home: str) -> None:
    page.goto(home)
    page.evaluate("window.stillHere = true")
    page.get_by_role("link", name="Find what fits you").click()
    expect(page.locator("guide-recommender fieldset").first).to_be_visible()
    assert page.evaluate("window.stillHere") is True


def test_the_form_works_by_keyboard_alone(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.open()
    first = [question for question in guide.questions if question.group == guide.questions[0].group][:3]
    answers: dict[str, Answer] = {question.id: question.options[0].id for question in first}
    recommender.choice(first[0].id, first[0].options[0].id).focus()
    for _ in first:
        recommender.page.keyboard.press("Space")
        recommender.page.keyboard.press("Tab")
    recommender.expect_answers(**answers).expect_headline(headline(guide, answers))


def test_a_number_and_places_are_answers_too(recommender: RecommenderPage, guide: Guide) -> None:
    answers: dict[str, Answer] = {"employees": 120, "states": ("ohio", "texas"), "hr_staff": "team"}
    recommender.open().answer(hr_staff="team").number("employees", "120").places("states", "Ohio", "Texas")
    recommender.expect_headline(headline(guide, answers))
    expect(recommender.page).to_have_url(recommender.address + hash_of(guide, answers))
    for place in explain(guide, recommend(guide, answers))["places"]:
        expect(recommender.result.get_by_role("link", name=place["name"])).to_be_visible()
    expect(recommender.result.locator("a[href*='headcount/']").first).to_be_visible()
    recommender.page.reload()
    recommender.expect_headline(headline(guide, answers))
    expect(recommender.page.locator("input[type=number][name=employees]")).to_have_value("120")
    expect(recommender.page.locator("fieldset#states input:checked")).to_have_count(2)


@pytest.mark.parametrize("typed", ["0", "-5", "1e3", "12345678", "1.5"])
def test_a_number_that_is_none_is_no_answer(recommender: RecommenderPage, typed: str) -> None:
    recommender.open().number("employees", typed)
    expect(recommender.page).to_have_url(recommender.address)
    recommender.expect_state("idle")


def test_not_sure_and_an_answer_exclude_each_other(recommender: RecommenderPage) -> None:
    recommender.open("#employees=120&states=ohio")
    for question in ("employees", "states"):
        recommender.page.locator(f"fieldset#{question} [data-unsure]").check()
    expect(recommender.page).to_have_url(f"{recommender.address}#employees=not_sure&states=not_sure")
    recommender.number("employees", "7").places("states", "Utah")
    expect(recommender.page).to_have_url(f"{recommender.address}#employees=7&states=utah")


def test_what_would_change_it_can_be_tried(recommender: RecommenderPage, guide: Guide) -> None:
    flips = explain(guide, recommend(guide, PEO))["flips"]
    recommender.open().answer(**PEO).expect_headline(headline(guide, PEO))
    first = recommender.result.locator("ul.flips > li").first
    expect(first).to_contain_text(flips[0]["headline"])
    first.get_by_role("link", name="Try this").click()
    recommender.expect_headline(flips[0]["headline"])
    expect(recommender.page).to_have_url(f"{recommender.address}#{flips[0]['fragment']}")


def test_the_next_question_leads_to_its_place(recommender: RecommenderPage, guide: Guide) -> None:
    (following,) = explain(guide, recommend(guide, PEO))["next"]
    recommender.open().answer(**PEO).expect_headline(headline(guide, PEO))
    recommender.result.get_by_role("link", name=following["text"]).click()
    expect(recommender.page.locator(f"fieldset[id='{following['question']}']")).to_be_in_viewport()
    recommender.expect_answers(**PEO)


def test_the_result_says_how_firmly_it_holds(recommender: RecommenderPage, guide: Guide) -> None:
    recommender.open().answer(**PEO).expect_headline(headline(guide, PEO))
    for hold in explain(guide, recommend(guide, PEO))["sensitivity"]:
        expect(recommender.result.get_by_text(hold["words"])).to_be_visible()
