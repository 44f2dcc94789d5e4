"""In Safari's engine, too, each way to start gives the same answers, and what breaks leads to another way or to words.

All faults are tried in Chromium. What breaks here is the server, since nobody gets between this browser and its line.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from selenium.webdriver import WebKitGTK

import faults
from breaking import BreakingServer, beginning_with, both, once
from browser_fixtures import PATH
from engines import Driven
from faults import ADVISER, COMPILED, WORKER, Sabotage
from parity import calls
from recommender.api import Adviser
from recommender.explain import explain
from recommender.model import Guide
from recommender.questions import Answer
from recommender.scoring import recommend
from recommender_page import hash_of
from shared import started

ANSWERS: dict[str, Answer] = {"hr_staff": "none", "control_priority": "low", "benefits_priority": "high"}
MEMORY, CODE = "**/snapshot.bin", COMPILED + "wasm.bin"
PAGE = "**/choose/"
ENGINE = "**/assets/{python,plain}/**"

_STATE = "(...states) => states.includes(document.querySelector('guide-recommender')?.dataset.state)"
_MODE = "() => document.querySelector('guide-recommender').dataset.mode"
_SAYS = "(place, words) => document.querySelector(place)?.textContent.includes(words)"
_SEEN = "(place) => document.querySelector(place)?.checkVisibility() ?? false"
_CHECKED = """
() => {
  const answers = document.querySelectorAll("guide-recommender [data-kind]:not([data-kind=weight]) input:checked");
  return Object.fromEntries([...answers].map(({ name, value }) => [name, value]));
}
"""
_IMPATIENT = """
() => {
  losePatience();
  return document.querySelector("guide-recommender").dataset.state === "failed";
}
"""
KEEPS_ITS_WORKER = """
self.Worker = class extends Worker {
  constructor(...given) {
    super(...given);
    if (String(given[0]).endsWith("/worker.js")) self.python = this; // the theme has one of its own
  }
};
"""
_TOLD = """
(calls) => Promise.all(calls.map(([method, argument], place) => new Promise((resolve) => {
  const id = `asked by the test: ${place}`;
  python.addEventListener("message", ({ data }) => data.id === id && resolve(data.answer ?? data.detail));
  python.postMessage({ type: "ask", id, method, argument });
})))
"""
"""What the page's own Python says to each of these."""

_HEADLINE, _STATUS, _RETRY = "[data-part=answer] .headline", "[data-part=status]", "[data-action=retry]"

NO_STORAGE = """
const refused = { get() { throw new DOMException("The operation is insecure.", "SecurityError"); } };
const stores = { localStorage: self, sessionStorage: self, indexedDB: self, caches: self, storage: navigator };
for (const [name, owner] of Object.entries(stores)) Object.defineProperty(owner, name, refused);
"""
"""A page or a worker with this may keep nothing."""

OWN_CLOCK = """
const { setTimeout: later, clearTimeout: forget } = self;
const waiting = new Map();
self.setTimeout = (work, pause = 0, ...given) => {
  const patient = pause >= 10_000 && pause < 300_000;
  const id = later(patient ? () => {} : work, pause, ...given);
  if (patient) waiting.set(id, work);
  return id;
};
self.clearTimeout = (id) => { waiting.delete(id); forget(id); };
self.losePatience = () => { for (const [id, work] of [...waiting]) { waiting.delete(id); work(); } };
"""
"""A page with this loses patience of ten seconds and more when it is told to; the driver's own is of five minutes."""


@pytest.fixture(scope="module")
def webkit_settings() -> dict[str, str]:
    """Return what spares the compiling of code for long use: no page here is used for long."""
    return {"JSC_useOMGJIT": "0"}


@pytest.fixture
def server(site: Path) -> Iterator[BreakingServer]:
    """Return a server whose address no other test has, so that the browser has kept nothing of it."""
    with started(BreakingServer(site, PATH)) as server:
        yield server


class Reader(Driven):
    """Somebody who opens the page with answers in its address."""

    def __init__(self, browser: WebKitGTK, server: BreakingServer, guide: Guide) -> None:
        super().__init__(browser)
        self.server, self.guide = server, guide

    def visit(self, answers: Mapping[str, Answer] = ANSWERS) -> None:
        self.open(f"{self.server.address}choose/{hash_of(self.guide, answers)}")

    def expect_answer(self) -> str:
        """Expect what the recommender says to these answers, and return the way in which it started."""
        self.until(_STATE, "ready", "failed")
        self.until(_SAYS, _HEADLINE, explain(self.guide, recommend(self.guide, ANSWERS))["headline"])
        assert not self.run(_SEEN, _RETRY)
        assert self.run(_CHECKED) == ANSWERS
        return str(self.run(_MODE))

    def expect_words(self, words: str) -> None:
        self.until(_STATE, "failed")
        assert self.run(_SAYS, _STATUS, words), self.run(
            "(place) => document.querySelector(place).textContent", _STATUS
        )
        assert self.run(_SEEN, _STATUS)
        assert self.run(_CHECKED) == ANSWERS

    def try_again(self) -> None:
        self.server.mend()
        self.tap(_RETRY)
        self.expect_answer()


@pytest.fixture
def reader(webkit: WebKitGTK, server: BreakingServer, guide: Guide) -> Iterator[Reader]:
    """Return a reader whose page never ends a wait by itself, so that no way out is one of losing patience."""
    server.route(PAGE, beginning_with(OWN_CLOCK))
    yield Reader(webkit, server, guide)
    webkit.get("about:blank")
    server.mend()


@pytest.mark.parametrize(
    ("absent", "way"), [(("compiled",), "snapshot"), (("snapshot",), "compiled"), (("snapshot", "compiled"), "plain")]
)
def test_each_start_gives_the_bytes_of_the_others(reader: Reader, absent: tuple[str, ...], way: str) -> None:
    adviser = Adviser(guide=reader.guide)
    asked = calls(reader.guide, 10)
    reader.server.route(PAGE, both(beginning_with(KEEPS_ITS_WORKER), faults.without(*absent)))
    reader.visit()
    assert reader.expect_answer() == way
    assert reader.run(_TOLD, asked) == [getattr(adviser, method)(given) for method, given in asked]


@pytest.mark.parametrize(
    ("file", "sabotage", "ways"),
    [
        (MEMORY, faults.gone, {"compiled"}),
        (MEMORY, faults.truncated, {"compiled"}),
        (CODE, once(faults.altered), {"snapshot", "compiled"}),
        (CODE, once(faults.cut_off), {"snapshot", "compiled"}),
    ],
)
def test_what_breaks_on_its_way_leads_to_an_answer(
    reader: Reader, file: str, sabotage: Sabotage, ways: set[str]
) -> None:
    reader.server.route(file, sabotage)
    reader.visit()
    assert reader.expect_answer() in ways


@pytest.mark.parametrize(
    ("file", "sabotage", "words"),
    [
        (ENGINE, faults.gone, "is missing on this site"),
        (ADVISER + "*", faults.truncated, "arrived incomplete or altered"),
        (WORKER, faults.gone, "could not start the recommender"),
        (WORKER, faults.a_page_instead, "could not start the recommender"),
        (WORKER, faults.with_script(faults.UNAVAILABLE), "WebAssembly switched off"),
    ],
)
def test_when_every_start_fails_the_page_says_so_and_can_retry(
    reader: Reader, file: str, sabotage: Sabotage, words: str
) -> None:
    reader.server.route(file, sabotage)
    reader.visit()
    reader.expect_words(words)
    reader.try_again()


def test_a_line_that_dies_in_the_middle_and_comes_back(reader: Reader) -> None:
    reader.server.route(CODE, faults.Stall())
    reader.visit()
    reader.until(_STATE, "downloading")
    reader.server.die()
    reader.expect_words("Your answers are kept")
    reader.try_again()


def test_when_everything_stalls_patience_ends_and_the_page_says_so(reader: Reader) -> None:
    reader.server.route(ENGINE, faults.Stall())
    reader.visit()
    reader.until(_IMPATIENT)
    reader.expect_words("stopped responding")
    reader.try_again()


def test_without_storage_there_is_an_answer(reader: Reader) -> None:
    reader.server.route(PAGE, beginning_with(NO_STORAGE))
    reader.server.route(WORKER, faults.with_script(NO_STORAGE))
    reader.visit()
    reader.expect_answer()


def test_a_page_without_its_scripts_says_so(reader: Reader) -> None:
    reader.server.route("**/assets/web/**", faults.gone)
    reader.visit()
    reader.until(_SAYS, "[role=alert]", "a script of this page did not come")
    reader.server.mend()
    reader.tap("[data-action=reload]")
    reader.expect_answer()
