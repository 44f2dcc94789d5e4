"""One question a screen: to an answer by taps, by keys, through the history, and without an engine."""

from playwright.sync_api import expect

from asking import SEEN_WHOLE, Asking
from recommender.model import Guide
from recommender.profiles import Profile
from recommender_page import hash_of

MOST_IN_SIGHT = 7
LEAST = 6
"""So many questions are put even where no single answer would change the result."""


def test_eight_taps_and_no_scrolling_lead_to_an_answer(asking: Asking, profile: Profile) -> None:
    page = asking.page
    page.emulate_media(reduced_motion="reduce", forced_colors="active")
    asking.open()
    expect(page.get_by_role("group", name="Where are you today?")).to_be_visible()
    for label in page.locator("fieldset#situation label").all():
        assert label.evaluate(SEEN_WHOLE)
    asking.begin("quote")
    expect(page.locator(".said:visible")).to_have_text(asking.guide.situations[1].opening)
    for _ in range(5):
        asked = asking.shown()
        asking.expect_question(asked.id)
        assert len(asked.options) > MOST_IN_SIGHT or all(
            each.evaluate(SEEN_WHOLE) for each in asking.fieldset(asked.id).locator("> label").all()
        )
        assert page.evaluate("scrollY === 0 && document.getAnimations().length === 0")
        told = asking.give(profile.answers)
        if told["outcome"] == "not_enough":
            expect(asking.check).to_be_hidden()
        elif told["next"]:
            asking.expect_question(told["next"][0]["question"])
            expect(page.get_by_text("You can have an answer now.")).to_be_visible()
            break
    asking.tap(asking.check)
    asking.expect_checked()
    asking.tap(asking.answer_button)
    asking.expect_result()
    assert asking.taps <= 8
    expect(page).to_have_url(asking.address + "#situation=quote&" + hash_of(asking.guide, asking.answers)[1:])


def test_it_ends_when_no_other_answer_would_change_it_and_the_history_leads_back(
    asking: Asking, profile: Profile
) -> None:
    page = asking.page
    asking.open()
    asking.begin("quote")
    asked = [asking.shown().id]
    told = asking.give(profile.answers)
    expect(asking.result.locator(".given > ul").first.locator("> li")).to_have_count(1)
    while told["next"] or len(asked) < LEAST:
        asked.append(asking.shown().id)
        told = asking.give(profile.answers)
        if told["next"]:
            asking.expect_question(told["next"][0]["question"])
    asking.expect_view("fields")  # what the situation asks for at the end
    expect(page.get_by_role("heading", name="If you have it at hand")).to_be_focused()
    page.get_by_role("button", name="Skip this").click()
    asking.expect_checked()
    expect(page.locator("[data-part=checked] .final")).to_have_text(told["final"])
    asking.answer_button.click()
    asking.expect_result()
    address = page.url
    for view in ("check", "fields"):
        page.go_back()
        asking.expect_view(view)
    for question in reversed(asked):
        asking.back.click() if question == asked[0] else page.go_back()
        asking.expect_question(question)
        expect(asking.fieldset(question).locator("input:checked")).to_have_count(1)
        expect(page).to_have_url(address)  # what was answered stays
    page.go_forward()
    asking.expect_question(asked[1])
    page.reload()
    asking.expect_view("question")
    expect(asking.fieldset(asked[1])).to_be_visible()
    expect(page).to_have_url(address)


def test_an_answer_is_changed_where_it_is_checked(asking: Asking, guide: Guide, profile: Profile) -> None:
    page = asking.page
    asking.open(f"#situation=quote&{hash_of(guide, profile.answers)[1:]}")
    asking.answers = {"situation": "quote", **profile.answers}
    asking.expect_view("answer")  # a link with answers opens there
    page.get_by_role("button", name="Change your answers").click()
    expect(page.get_by_role("heading", name="Check your answers")).to_be_focused()
    choices = [each for each in guide.questions if each.kind == "choice" and each.id in profile.answers]
    question = next(each for each in choices if each.id != guide.today)
    other = next(each.id for each in question.options if each.id != profile.answers[question.id])
    asking.checked.filter(has_text=question.label).get_by_role("link", name="Change").first.click()
    asking.expect_question(question.id)
    page.locator(f"input[name='{question.id}'][value='{other}']").click()
    asking.answers[question.id] = other
    asking.expect_checked()
    asking.answer_button.click()
    asking.expect_result()
    flip = page.get_by_role("link", name="Try this").first
    before = page.url
    flip.click()
    asking.expect_view("answer")
    assert page.url != before
    page.go_back()
    expect(page).to_have_url(before)
    asking.expect_result()


def test_keys_alone_answer_all_kinds_of_questions(asking: Asking, guide: Guide) -> None:
    page = asking.page
    page.set_viewport_size({"width": 640, "height": 400})  # 1280 by 800 at twice the size
    asking.open("#states")
    asking.expect_view("question")
    combobox = page.get_by_role("combobox")
    combobox.press_sequentially("new")
    expect(page.get_by_role("option")).to_have_count(4)
    expect(page.locator(".typing [role=status]")).to_have_text("4 found")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", selected=True)).to_have_text("New Jersey")
    expect(combobox).to_have_attribute("aria-activedescendant", "states-found-1")
    page.keyboard.press("Enter")
    page.keyboard.type("TX")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Remove New Jersey").press("Enter")
    expect(page.locator(".chips li")).to_have_text("Texas Remove Texas", use_inner_text=False)
    expect(combobox).to_be_focused()
    page.keyboard.press("Enter")
    asking.expect_question("today")
    page.keyboard.press("Tab")  # why we ask
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    expect(asking.fieldset("today").locator("input:checked")).to_be_focused()
    asking.expect_view("question")
    expect(asking.fieldset("today")).to_be_visible()  # an arrow goes on to nothing
    expect(asking.onward).to_be_visible()
    page.keyboard.press("Space")
    expect(asking.fieldset("today")).to_be_hidden()
    asking.expect_view("question")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.goto("about:blank")
    asking.open("#employees")
    page.locator("input[type=number][name=employees]").press_sequentially("12")
    page.keyboard.press("Enter")
    expect(asking.fieldset("employees")).to_be_hidden()
    expect(page).to_have_url(f"{asking.address}#employees=12")
