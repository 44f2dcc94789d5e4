"""Which screen of the conversation opens where: by links, situations, costs, a new beginning, and in a frame."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

import faults
from asking import Asking
from embedding import box, expect_fit, framed
from recommender.model import Guide
from recommender.profiles import Profile
from recommender_page import hash_of


@pytest.mark.parametrize(
    ("fragment", "view", "question"),
    [
        ("", "start", None),
        ("#situation=peo", "question", "foreign_hires"),
        ("#situation=quote", "question", "today"),
        ("#today=none&hr_staff=none", "question", "foreign_hires"),
        ("#today=none&hr_staff=none&growth=not_sure", "question", "foreign_hires"),
        ("#today=none&hr_staff=none&growth=stable", "answer", None),
        ("#states", "question", "states"),
    ],
)
def test_a_link_opens_where_its_answers_lead(asking: Asking, fragment: str, view: str, question: str | None) -> None:
    asking.page.context.route("**/assets/{python,plain}/**", faults.Stall())
    asking.open(fragment)
    asking.expect_view(view)
    if question:
        expect(asking.fieldset(question)).to_be_visible()
    asking.page.reload()
    asking.expect_view(view)
    expect(asking.page.locator("[data-part=note]")).to_be_empty()


def test_another_situation_takes_back_what_the_first_one_answered(asking: Asking) -> None:
    page = asking.page
    asking.open()
    asking.begin("peo")
    asking.expect_view("question")
    expect(page).to_have_url(f"{asking.address}#situation=peo&today=peo")
    asking.back.click()
    asking.expect_view("start")
    asking.begin("provider")
    asking.expect_question("today")
    expect(page).to_have_url(f"{asking.address}#situation=provider")
    page.locator("input[name=today][value=aso]").click()
    expect(page).to_have_url(f"{asking.address}#situation=provider&today=aso")
    asking.expect_view("question")
    page.get_by_role("button", name="All questions on one page").click()
    asking.expect_view("all")
    expect(page.locator("fieldset#growth")).to_be_attached()
    page.reload()
    asking.expect_view("all")
    page.get_by_role("button", name="Ask me one question at a time").click()
    asking.expect_view("question")


@pytest.mark.complaints_expected
def test_without_an_engine_one_can_answer_and_is_told_at_the_end(asking: Asking, profile: Profile) -> None:
    page = asking.page
    page.route("**/assets/{python,plain}/**", faults.gone)
    asking.open()
    asking.begin("none")
    for _ in range(3):
        asking.give(profile.answers)
    page.get_by_role("button", name="Back", exact=True).click()
    asking.expect_view("question")
    page.reload()
    asking.expect_view("question")
    asking.open(f"#situation=none&{hash_of(asking.guide, profile.answers)[1:]}")
    asking.expect_view("answer")
    retry = page.get_by_role("button", name="Try again")
    expect(retry).to_be_visible()
    page.get_by_role("button", name="Change your answers").click()
    expect(retry).to_be_visible()
    faults.mend(page)
    retry.click()
    asking.answer_button.click()
    expect(asking.headline).to_be_visible()


def test_a_number_of_the_costs_leads_to_its_screen_and_back(asking: Asking, guide: Guide) -> None:
    page = asking.page
    asking.open(f"#{guide.headcount}=25&hr_staff=none&control_priority=low&today=none")
    asking.expect_view("answer")
    expect(asking.headline).to_be_visible()
    page.evaluate("document.querySelector('.assumptions li > a').click()")
    asking.expect_view("fields")
    expect(page.locator(f"input[name={guide.amounts[0].id}]")).to_be_focused()
    page.keyboard.type("50000")
    asking.onward.click()
    asking.expect_view("answer")
    expect(page).to_have_url(
        f"{asking.address}#today=none&hr_staff=none&control_priority=low&{guide.headcount}=25&{guide.amounts[0].id}=50000"
    )


def test_starting_over_leads_to_the_beginning_and_can_be_taken_back(
    asking: Asking, guide: Guide, profile: Profile
) -> None:
    page = asking.page
    asking.open(hash_of(guide, profile.answers))
    asking.answers = dict(profile.answers)
    asking.expect_result()
    page.get_by_role("button", name="Start over").click()
    asking.expect_view("start")
    expect(page).to_have_url(asking.address)
    expect(page.get_by_text("Started over.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    asking.expect_result()


@pytest.mark.parametrize("size", [(360, 740), (1280, 800)])
def test_in_a_frame_the_beginning_and_a_question_fit_two_screens(
    host: Callable[..., Page], home: str, size: tuple[int, int]
) -> None:
    width, height = size
    page = host()
    page.set_viewport_size({"width": width, "height": height})
    frame = framed(page, home)
    frame.page.get_by_role("button", name="Ask me one question at a time").click()
    assert expect_fit(page, frame) <= 2 * height
    frame.page.get_by_role("button", name="Back", exact=True).click()
    assert expect_fit(page, frame) <= 2 * height
    assert box(page)["height"] > height / 4
