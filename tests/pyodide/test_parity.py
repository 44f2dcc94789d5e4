"""Pyodide, as shipped and in a real browser, answers with the very bytes of CPython."""

import json
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256

from playwright.sync_api import Page

import faults
from recommender.api import Adviser
from recommender.model import Guide
from shared import draw_answers, draw_given

COUNT = 10_000
FEW = 500

_DIGESTS = """
async ([address, sets]) => {
  const { Engine } = await import(address);
  const engine = new Engine(JSON.parse(document.querySelector("guide-recommender").dataset.bundle));
  await new Promise((resolve, reject) => {
    engine.addEventListener("answer", resolve, { once: true });
    engine.addEventListener("status", () => engine.status.state === "failed" && reject(engine.status.detail));
    engine.ask({});
  });
  const digest = async (text) => {
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  };
  const digests = [];
  for (const set of sets) digests.push(await digest(await engine.call("recommend", set)));
  return [digests, engine.status.mode];
}
"""


def test_ten_thousand_cases_give_equal_bytes(page: Page, home: str, guide: Guide) -> None:
    answers_agree(page, home, guide, COUNT, "snapshot")


def test_the_start_for_slow_lines_gives_equal_bytes(page: Page, home: str, guide: Guide) -> None:
    page.add_init_script(faults.SAVES_DATA)
    answers_agree(page, home, guide, FEW, "compiled")


def answers_agree(page: Page, home: str, guide: Guide, count: int, expected: str) -> None:
    """Digests are compared, since the answers themselves are hundreds of megabytes."""
    odd: dict[str, object] = {"unknown": "x", "hr_staff": "é\u2028<b>", "employees": -1, "states": ["atlantis", 7]}
    half = count // 2
    sets = [
        json.dumps(answers)
        for answers in (*draw_answers(guide, half, seed=3), *draw_given(guide, half - 1, seed=4), odd)
    ]
    page.goto(f"{home}choose/")
    element = page.locator("guide-recommender ~ script[type=module]").get_attribute("src")
    address = page.evaluate("(src) => new URL(src, document.baseURI).href", element).replace("element.js", "engine.js")
    adviser = Adviser(guide=guide)
    with ThreadPoolExecutor(max_workers=1) as aside:
        from_here = aside.submit(lambda: [sha256(adviser.recommend(answers).encode()).hexdigest() for answers in sets])
        from_browser, mode = page.evaluate(_DIGESTS, [address, sets])
    assert mode == expected, "that start lacks something: another one had to answer"
    assert from_browser == from_here.result()
