"""Pyodide, as shipped and in a real browser, answers with the very bytes of CPython."""

import json

from playwright.sync_api import Page

from recommender.api import Adviser
from recommender.model import Guide
from shared import draw_answers

_ASK_ALL = """
async ([address, sets]) => {
  const { Engine } = await import(address);
  const engine = new Engine(JSON.parse(document.querySelector("guide-recommender").dataset.bundle));
  const answer = (set) => new Promise((resolve, reject) => {
    engine.addEventListener("answer", (event) => resolve(event.detail), { once: true });
    engine.addEventListener("status", () => engine.status.state === "failed" && reject(engine.status.detail));
    engine.ask(set);
  });
  const answers = [];
  for (const set of sets) answers.push(await answer(set));
  return [answers, engine.status.path];
}
"""


def test_a_thousand_answer_sets_give_equal_bytes(page: Page, home: str, guide: Guide) -> None:
    odd: dict[str, object] = {"unknown": "x", "hr_staff": "é\u2028<b>", "employees": -1, "states": ["atlantis", 7]}
    sets = [*draw_answers(guide, 999, seed=3), odd]
    page.goto(f"{home}choose/")
    element = page.locator("guide-recommender ~ script[type=module]").get_attribute("src")
    address = page.evaluate("(src) => new URL(src, document.baseURI).href", element).replace("element.js", "engine.js")
    adviser = Adviser(guide=guide)
    from_browser, path = page.evaluate(_ASK_ALL, [address, sets])
    assert path == "compiled", "the small library lacks something: the plain start had to answer"
    from_here = [adviser.recommend(json.dumps(answers)) for answers in sets]
    assert [text.encode() for text in from_browser] == [text.encode() for text in from_here]
    assert len({json.loads(text)["outcome"] for text in from_here}) == 3
