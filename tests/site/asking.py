"""The conversation of one question a screen, in the words of someone who answers it."""

import re
from collections.abc import Mapping

import pytest
from playwright.sync_api import Locator, Page, expect

from recommender.explain import explain
from recommender.model import Guide
from recommender.profiles import Profile
from recommender.questions import NOT_SURE, Answer, Question
from recommender.result import Explained
from recommender.scoring import recommend

PHONE = {"width": 360, "height": 740}
SEEN_WHOLE = """
(option) => {
  const { top, bottom, height } = option.getBoundingClientRect();
  const header = document.querySelector(".md-header").getBoundingClientRect().bottom;
  return top >= header && bottom <= innerHeight && height >= 48;
}
"""
"""Whether an answer is in sight without scrolling, below the site's header, and tall enough for a thumb."""


class Asking:
    """Walks from screen to screen, and knows what the recommender would say to the answers given so far."""

    def __init__(self, page: Page, home: str, guide: Guide) -> None:
        self.page, self.guide = page, guide
        self.address = f"{home}choose/"
        self.answers: dict[str, Answer] = {}
        self.taps = 0
        self.element = page.locator("guide-recommender")
        self.result = page.locator("[data-part=answer]")
        self.headline = self.result.get_by_role("heading", level=2).first
        self.back = page.get_by_role("button", name="Back", exact=True)
        self.onward = page.get_by_role("button", name="Continue")
        self.check = page.get_by_role("button", name="Go to your answer")
        self.answer_button = page.get_by_role("button", name="See your answer")
        self.checked = page.locator("[data-part=checked] .checked > li")

    def open(self, fragment: str = "") -> None:
        self.page.goto(self.address + fragment)

    def begin(self, situation: str) -> None:
        """Say where one stands; the answers that follow from it are given."""
        self.tap(self.page.locator(f"input[name=situation][value={situation}]"))
        chosen = next(each for each in self.guide.situations if each.id == situation)
        self.answers |= {"situation": situation, **chosen.answers}

    def tap(self, place: Locator) -> None:
        place.click()
        self.taps += 1

    def expect_view(self, view: str) -> None:
        expect(self.element).to_have_attribute("data-view", view)

    def expect_question(self, question: str) -> None:
        """Expect this question and no other, its text in focus, and no word of a result."""
        self.expect_view("question")
        shown = self.fieldset(question)
        expect(shown).to_be_visible()
        expect(self.page.locator("fieldset[data-kind]:visible")).to_have_count(1)
        expect(shown.locator("legend")).to_be_focused()
        expect(self.result).to_be_hidden()
        expect(self.page.locator("[data-part=status]")).to_be_hidden()

    def fieldset(self, question: str) -> Locator:
        return self.page.locator(f"fieldset[id='{question}']")

    def shown(self) -> Question:
        """Return the question on the screen."""
        self.expect_view("question")
        (id_,) = [str(each.get_attribute("id")) for each in self.page.locator("fieldset[data-kind]:visible").all()]
        return next(each for each in self.guide.questions if each.id == id_)

    def told(self) -> Explained:
        return explain(self.guide, recommend(self.guide, self.answers))

    def give(self, answers: Mapping[str, Answer]) -> Explained:
        """Answer the question on the screen as these do, or "not sure", by tapping; return what must follow.

        The question leaves only when it is known which comes next.
        """
        asked = self.shown()
        answer = answers.get(asked.id, NOT_SURE)
        if asked.kind == "choice" or answer == NOT_SURE:
            self.tap(self.page.locator(f"input[name='{asked.id}'][value='{answer}']"))
        elif isinstance(answer, tuple):
            for place in answer:
                code = next(each.code for each in self.guide.jurisdictions if each.id == place)
                self.page.get_by_role("combobox", name=re.compile("Type a name")).press_sequentially(code)
                self.page.keyboard.press("Enter")
            self.tap(self.onward)
        else:
            self.page.locator(f"input[type=number][name={asked.id}]").fill(str(answer))
            self.page.keyboard.press("Enter")
        expect(self.fieldset(asked.id)).to_be_hidden()
        self.answers[asked.id] = answer
        return self.told()

    def expect_checked(self) -> None:
        """Expect a line for each answer on the screen where they are checked."""
        self.expect_view("check")
        expect(self.checked).to_have_count(len(self.answers))

    def expect_result(self) -> None:
        self.expect_view("answer")
        expect(self.headline).to_have_text(self.told()["headline"])


@pytest.fixture
def asking(page: Page, home: str, guide: Guide) -> Asking:
    """Return a conversation on a phone that is yet to be opened."""
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    return Asking(page, home, guide)


@pytest.fixture
def profile(guide: Guide) -> Profile:
    """Return the answers of a worked example."""
    return guide.profiles[0]
