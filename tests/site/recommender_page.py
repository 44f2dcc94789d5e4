"""The recommender's page in the words of someone who uses it."""

from typing import Self

from playwright.sync_api import Locator, Page, expect

START = 60_000
"""Milliseconds that a cold start may take on a slow machine; no test waits this long when all is well."""


class RecommenderPage:
    """Drives the form and reads the result."""

    def __init__(self, page: Page, home: str) -> None:
        self.page = page
        self.address = f"{home}choose/"
        self.element = page.locator("guide-recommender")
        self.status = page.locator("[data-part=status]")
        self.note = page.locator("[data-part=note]")
        self.result = page.get_by_role("region", name="Result")
        self.headline = self.result.get_by_role("heading", level=2)
        self.retry = page.get_by_role("button", name="Try again")

    def open(self, fragment: str = "") -> Self:
        self.page.goto(self.address + fragment)
        return self

    def choice(self, question: str, option: str) -> Locator:
        return self.page.locator(f"input[name='{question}'][value='{option}']")

    def answer(self, **answers: str) -> Self:
        for question, option in answers.items():
            self.choice(question, option).check()
        return self

    def expect_answers(self, **answers: str) -> Self:
        for question, option in answers.items():
            expect(self.choice(question, option)).to_be_checked()
        expect(self.page.locator("guide-recommender input:checked")).to_have_count(len(answers))
        return self

    def expect_headline(self, text: str) -> Self:
        expect(self.headline).to_have_text(text, timeout=START)
        return self

    def expect_state(self, state: str) -> Self:
        expect(self.element).to_have_attribute("data-state", state, timeout=START)
        return self
