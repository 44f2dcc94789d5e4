"""What a recommender is asked to hold two Pythons against each other, and how a page answers it: as digests."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from typing import NamedTuple

from recommender.api import Adviser
from recommender.model import Guide
from shared import draw_answers, draw_given

type Call = tuple[str, str]
"""A method of the recommender and what it is given, as JSON."""

ODD: dict[str, object] = {"unknown": "x", "hr_staff": "é\u2028<b>", "employees": -1, "states": ["atlantis", 7]}

DIGESTS = """
async (calls) => {
  await customElements.whenDefined("guide-recommender");
  const { engine } = document.querySelector("guide-recommender");
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
  for (const [method, argument] of calls) digests.push(await digest(await engine.call(method, argument)));
  return { digests, mode: engine.status.mode };
}
"""
"""Digests are compared, since the answers themselves are hundreds of megabytes."""


class Parity(NamedTuple):
    """Digests of a page beside those of this Python, and the mode in which the page's Python started."""

    here: list[str]
    there: list[str]
    mode: str


def calls(guide: Guide, count: int) -> list[Call]:
    """Return so many calls of each method, and a tenth as many for lines, which take longest."""
    half = count // 2
    sets = [*draw_answers(guide, half, seed=3), *draw_given(guide, count - half - 1, seed=4), ODD]
    reports = [{"answers": answers, "date": "2026-01-31", "link": "https://example.org/#é"} for answers in sets]
    changes = [{"before": before, "after": after} for before, after in zip(sets, [*sets[1:], sets[0]], strict=True)]
    named = [("recommend", sets), ("report", reports), ("contrast", changes), ("lines", sets[::10])]
    return [(method, json.dumps(asked)) for method, several in named for asked in several]


def compare(guide: Guide, asked: list[Call], ask: Callable[[list[Call]], dict[str, object]]) -> Parity:
    """Ask a page and this Python the same at the same time."""
    adviser = Adviser(guide=guide)

    def here() -> list[str]:
        return [sha256(getattr(adviser, method)(given).encode()).hexdigest() for method, given in asked]

    with ThreadPoolExecutor(max_workers=1) as aside:
        own = aside.submit(here)
        told = ask(asked)
        return Parity(here=own.result(), there=list(told["digests"]), mode=str(told["mode"]))  # type: ignore[call-overload]
