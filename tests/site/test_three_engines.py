"""From home to an answer on a phone, in each engine: by few taps, without scrolling, and back through the history."""

from collections.abc import Mapping

import pytest
from playwright.sync_api import Page
from selenium.webdriver import WebKitGTK

from engines import Driven, Engine, Played
from recommender.explain import explain
from recommender.model import Guide
from recommender.questions import NOT_SURE, Answer
from recommender.result import Explained
from recommender.scoring import recommend
from recommender_page import hash_of

PHONE, DESK = (360, 740), (1280, 800)
MOST_TAPS = 9
MOST_IN_SIGHT = 7
"""So many answers of a question, "not sure" among them, have room on a phone; a few questions have more."""
THUMB = 48

_BOXES = """
(places) => [...document.querySelectorAll(places)].filter((each) => each.checkVisibility()).map((each) => {
  const { top, bottom, left, right } = each.getBoundingClientRect();
  return [top, bottom, left, right];
})
"""
_HEADER = "() => document.querySelector('.md-header').getBoundingClientRect().bottom"
_VIEW = "(view) => document.querySelector('guide-recommender')?.dataset.view === view"
_ASKED = """
() => {
  const asked = [...document.querySelectorAll("fieldset[data-kind]")].filter((each) => each.checkVisibility());
  return asked.length === 1 ? asked[0].id : "";
}
"""
_AT = f"(question) => ({_ASKED})() === question"
_LED = """
(left) => {
  const { view } = document.querySelector("guide-recommender").dataset;
  const asked = [...document.querySelectorAll("fieldset[data-kind]")].find((each) => each.checkVisibility());
  if (view !== "question") return true;
  return asked && asked.id !== left && document.activeElement === asked.querySelector("legend");
}
"""
"""Whether another screen has come, and the focus to the head of its question."""
_SEEN = "(places) => [...document.querySelectorAll(places)].some((each) => each.checkVisibility())"
_SAYS = "(place, words) => document.querySelector(place)?.textContent === words"
_HEADLINE = "[data-part=answer] .headline"
_CHECK, _SKIP, _ANSWER = "[data-part=can] [data-action=check]", ".onward .skip", "[data-action=answer]"


class Walk:
    """Somebody who goes from screen to screen, with what the recommender would say to the answers so far."""

    def __init__(self, engine: Engine, guide: Guide) -> None:
        self.engine, self.guide = engine, guide
        self.answers: dict[str, Answer] = {}
        self.taps = 0

    def tap(self, place: str) -> None:
        self.engine.tap(place)
        self.taps += 1

    def boxes(self, places: str, size: tuple[int, int] = PHONE) -> list[list[float]]:
        """Return the boxes of these places, which all have to lie in the window as it stands unscrolled."""
        boxes: list[list[float]] = self.engine.run(_BOXES, places)
        assert self.engine.run("() => scrollY") == 0, places
        header = self.engine.run(_HEADER)
        for top, bottom, left, right in boxes:
            assert header <= top < bottom <= size[1], (places, boxes)
            assert 0 <= left < right <= size[0], (places, boxes)
        return boxes

    def told(self) -> Explained:
        return explain(self.guide, recommend(self.guide, self.answers))

    def give(self, firm: Mapping[str, Answer]) -> None:
        """Answer the question on the screen as this firm would, or "not sure"."""
        asked = next(each for each in self.guide.questions if each.id == self.engine.run(_ASKED))
        labels = f"fieldset[id='{asked.id}'] label:has(input[name='{asked.id}'])"
        if asked.kind == "choice" and len(asked.options) < MOST_IN_SIGHT:
            boxes = self.boxes(labels)
            assert len(boxes) == len(asked.options) + 1
            assert min(bottom - top for top, bottom, *_ in boxes) >= THUMB
        answer = firm.get(asked.id, NOT_SURE) if asked.kind == "choice" else NOT_SURE
        self.answers[asked.id] = answer
        self.tap(f"label:has(input[name='{asked.id}'][value='{answer}'])")
        self.engine.until(_LED, asked.id)

    def expect_view(self, view: str) -> None:
        self.engine.until(_VIEW, view)

    def expect_answer(self) -> None:
        self.expect_view("answer")
        self.engine.until(_SAYS, _HEADLINE, self.told()["headline"])

    def expect_first_screen(self, size: tuple[int, int]) -> None:
        """Expect all that matters of an answer in sight: what it is, why, what speaks against it, and what to do."""
        (brief,) = self.told()["summary"]
        assert (len(brief["reasons"]), len(brief["acts"])) == (3, 2)
        named = sum(bool(brief[part]) for part in ("doubt", "sure", "change"))
        assert named == 3
        parts = {_HEADLINE: 1, ".brief li": 3, ".brief li .strength": 3, ".brief dt": 3, ".brief dd": 3}
        for part, count in {**parts, ".brief .acts :is(a, button)": 2}.items():
            assert len(self.boxes(part, size)) == count, part


def walk(engine: Engine, home: str, guide: Guide, situation: str, firm: str) -> None:
    """Go from the home page to an answer, and through all that a browser's own buttons do to it."""
    chosen = next(each for each in guide.situations if each.id == situation)
    answers = next(each.answers for each in guide.profiles if each.id == firm)
    walker = Walk(engine, guide)
    engine.resize(*PHONE)
    engine.open(home)
    assert len(walker.boxes(".start a")) == len(guide.situations)
    walker.answers = {"situation": situation, **chosen.answers}
    walker.tap(f".start a[href$='={situation}']")
    walker.expect_view("question")
    asked = []
    while len((brief := walker.told()["summary"][0])["reasons"]) < 3 or not brief["change"]:
        asked.append(engine.run(_ASKED))
        assert not engine.run(_SEEN, f"{_HEADLINE}, [data-part=status]")
        walker.give(answers)
    engine.until(_SEEN, f"{_CHECK}, {_SKIP}")
    skipped = engine.run(_VIEW, "fields")  # what is asked at the end, where no question is left
    walker.tap(_SKIP if skipped else _CHECK)
    walker.expect_view("check")
    assert len(engine.run(_BOXES, ".checked > li")) == len(walker.answers)
    walker.tap(_ANSWER)
    walker.expect_answer()
    assert walker.taps <= MOST_TAPS
    walker.expect_first_screen(PHONE)
    engine.resize(*DESK)
    walker.expect_first_screen(DESK)
    engine.resize(*PHONE)
    expect_history(walker, asked, "fields" if skipped else "question")
    address = engine.run("() => location.href")
    assert address == f"{home}choose/#situation={situation}&{hash_of(guide, walker.answers)[1:]}"
    engine.open("about:blank")
    engine.open(address)
    walker.expect_answer()
    walker.expect_first_screen(PHONE)


def expect_history(walker: Walk, asked: list[str], last: str) -> None:
    """Expect Back, Forward and a reload to lead to each screen, with all that was answered."""
    engine = walker.engine
    for view in ("check", last):
        engine.back()
        walker.expect_view(view)
    for question in reversed(asked):
        engine.back()
        engine.until(_AT, question)
        assert engine.run(_SEEN, f"[id='{question}'] input:checked")
    engine.reload()
    engine.until(_AT, asked[0])
    assert engine.run(_SEEN, f"[id='{asked[0]}'] input:checked")
    for question in asked[1:]:
        engine.forward()
        engine.until(_AT, question)
    for view in (last, "check", "answer"):
        engine.forward()
        walker.expect_view(view)
    walker.expect_answer()
    engine.reload()
    walker.expect_answer()


@pytest.mark.parametrize(
    ("reader", "situation", "firm"),
    [("chromium", "quote", "restaurant"), ("firefox", "none", "family-firm")],
    indirect=["reader"],
)
def test_few_taps_lead_from_home_to_an_answer_and_its_history(
    reader: Page, home: str, guide: Guide, situation: str, firm: str
) -> None:
    walk(Played(reader), home, guide, situation, firm)


def test_few_taps_do_so_in_webkit(webkit: WebKitGTK, home: str, guide: Guide) -> None:
    walk(Driven(webkit), home, guide, "peo", "software-with-a-peo")
