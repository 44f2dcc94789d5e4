"""The recommender's page in the words of someone who uses it."""

from collections.abc import Mapping
from typing import Self

from playwright.sync_api import Frame, Locator, Page, expect

from recommender.given import WEIGHT, entries
from recommender.model import Guide
from recommender.phrases import fragment
from recommender.questions import Answer

_WORKERS = """
(count) => new Promise((resolve) => {
  const look = () => (window.workers.length >= count ? resolve() : requestAnimationFrame(look));
  look();
})
"""


def as_the_form_has_it(guide: Guide, answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """Return answers in the order in which the form holds them: questions, weights, amounts, entries."""
    weights = [f"{WEIGHT}{concern.id}" for concern in guide.concerns]
    names = [*(each.id for each in guide.questions), *weights, *(each.id for each in guide.amounts), *entries(guide)]
    return {name: answers[name] for name in names if name in answers}


def hash_of(guide: Guide, answers: Mapping[str, Answer]) -> str:
    """Return the end of the address that the page has with these answers."""
    return f"#{fragment(as_the_form_has_it(guide, answers))}"


ALL_AT_ONCE = """
try {
  if (sessionStorage.getItem("guide-steps") === null) sessionStorage.setItem("guide-steps", "false");
} catch {}
"""
"""Has readers begin with all questions on one page, as if they had chosen so; they can choose otherwise."""


class RecommenderPage:
    """Drives the form with all its questions and reads the result."""

    def __init__(self, page: Page | Frame, home: str, *, all_at_once: bool = True) -> None:
        if all_at_once and isinstance(page, Page):
            page.add_init_script(ALL_AT_ONCE)
        self.page = page
        self.address = f"{home}choose/"
        self.element = page.locator("guide-recommender")
        self.status = page.locator("[data-part=status]")
        self.note = page.locator("[data-part=note]")
        self.result = page.get_by_role("region", name="Result")
        self.headline = self.result.get_by_role("heading", level=2).first
        self.retry = page.get_by_role("button", name="Try again")

    def open(self, fragment: str = "") -> Self:
        self.page.goto(self.address + fragment)
        return self

    def choice(self, question: str, option: str) -> Locator:
        return self.page.locator(f"input[name='{question}'][value='{option}']")

    def answer(self, **answers: Answer) -> Self:
        for question, option in answers.items():
            self.show(question).choice(question, str(option)).check()
        return self

    def show(self, question: str) -> Self:
        """Open what hides a question that is not on the short path."""
        if not self.page.locator(f"fieldset#{question}").is_visible():
            self.page.locator("details.further").filter(has=self.page.locator(f"#{question}")).locator(
                "> summary"
            ).click()
        return self

    def number(self, question: str, text: str) -> Self:
        field = self.show(question).page.locator(f"input[type=number][name={question}]")
        field.fill("")
        field.press_sequentially(text)
        return self

    def places(self, question: str, *names: str) -> Self:
        group = self.show(question).page.locator(f"fieldset#{question}")
        if not group.get_by_role("checkbox", name=names[0], exact=True).is_visible():
            group.locator(".places > summary").click()
        for name in names:
            group.get_by_role("checkbox", name=name, exact=True).check()
        return self

    def open_working(self) -> Self:
        """Open the part of the result that has its points and sources."""
        self.result.locator("details.working > summary").click()
        return self

    def expect_answers(self, **answers: Answer) -> Self:
        for question, option in answers.items():
            expect(self.choice(question, str(option))).to_be_checked()
        expect(self.page.locator("guide-recommender [data-kind]:not([data-kind=weight]) input:checked")).to_have_count(
            len(answers)
        )
        return self

    def expect_headline(self, text: str) -> Self:
        expect(self.headline).to_have_text(text)
        return self

    def expect_state(self, state: str) -> Self:
        expect(self.element).to_have_attribute("data-state", state)
        return self

    def expect_path(self, path: str) -> Self:
        """Expect an answer, served in this way."""
        self.expect_state("ready")
        expect(self.element).to_have_attribute("data-mode", path)
        expect(self.headline).to_be_visible()
        return self

    def expect_headline_with(self, word: str) -> Self:
        expect(self.headline).to_contain_text(word)
        return self

    def expect_workers(self, count: int) -> Self:
        """Expect that so many workers have been started; the page counts them only in tests that ask it to."""
        self.page.evaluate(_WORKERS, count)
        return self
