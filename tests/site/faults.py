"""Ways to break what the recommender's page downloads or runs."""

import json
import re
from collections.abc import Callable
from html import escape, unescape

from playwright.sync_api import BrowserContext, Page, Route

Sabotage = Callable[[Route], None]

COMPILED = "**/assets/python/*/"
PLAIN = "**/assets/plain/*/"
ADVISER = "**/assets/adviser/*/"
WORKER = "**/worker.js"

WATCHED_WORKERS = """
window.workers = [];
window.Worker = class extends Worker {
  constructor(...given) {
    super(...given);
    if (String(given[0]).endsWith("/worker.js")) window.workers.push(this); // the theme has one of its own
  }
};
"""
"""A page with this can end its workers without their knowing, as a browser short of memory does."""

_BUNDLE = re.compile(r'data-bundle="([^"]*)"')

KNOWN_FAST = """
{
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (task, ...given) {
    const first = task.type === "start" && !task.thrifty ? { ...task, choices: task.choices.slice(0, 1) } : task;
    return postMessage.call(this, first, ...given);
  };
}
"""
"""A page with this starts as on a fast line, however busy the machine is that plays the line."""

SAVES_DATA = 'Object.defineProperty(navigator, "connection", { value: { saveData: true } });'
"""A page with this believes that its reader saves data: it starts at the first answer, and in the smaller way."""


CUT_SHORT = """
let mode;
self.addEventListener("message", ({ data }) => (mode ??= data.choices?.[0].mode));
const post = self.postMessage.bind(self);
const trap = { type: "failed", reason: "broken", trapped: true, detail: "RuntimeError: unreachable" };
self.postMessage = (message) => post(message.type === "answer" && mode !== "plain" ? trap : message);
"""
"""A worker with this meets a function that was left out whenever it is asked, but for the plain start."""

_TRAPPING = """
let warming = false;
const {{ setTimeout: later }} = self;
self.setTimeout = (work, pause) => later(() => {{
  warming = true;
  work();
  warming = false;
}}, pause);
async function start(task, report) {{
  const {{ mode, adviser }} = await own(task, report);
  if (mode === "plain") return {{ mode, adviser }};
  const call = (method) => (text) => {{
    if ((warming ? "warming" : method) === "{where}") throw new WebAssembly.RuntimeError("unreachable");
    return adviser[method](text);
  }};
  return {{ mode, adviser: {{ recommend: call("recommend"), report: call("report"), contrast: call("contrast") }} }};
}}
"""

HOLDS_COMPARISONS = """
const comparisons = new Set();
const held = [];
let holding = false;
const say = self.postMessage.bind(self);
self.addEventListener("message", (event) => {
  if (event.data.method === "contrast") comparisons.add(event.data.id);
  if (event.data.type !== "hold" && event.data.type !== "release") return;
  event.stopImmediatePropagation();
  holding = event.data.type === "hold";
  const count = held.length;
  for (const message of held.splice(0)) say(message);
  if (!holding) say({ type: "released", count });
});
self.postMessage = (message) => (holding && comparisons.has(message.id) ? held.push(message) : say(message));
"""
"""A worker with this keeps comparisons back from the message "hold" to the message "release", and says how many."""

BREAKS = 'self.addEventListener("message", ({ data }) => { if (data.type === "ask") throw new Error("no"); });\n'
"""A worker with this breaks whenever it is asked."""

NO_INSTANCE = """
const { instantiate } = WebAssembly;
let mode;
self.addEventListener("message", ({ data }) => (mode ??= data.choices?.[0].mode));
WebAssembly.instantiate = (code, imports) =>
  imports?.env && mode !== "plain" ? Promise.reject(new RangeError("out of memory")) : instantiate(code, imports);
"""
"""A worker with this has no memory to spare for Python, but for the plain start."""

UNAVAILABLE = "delete self.WebAssembly;\n"
"""A worker with this has no WebAssembly."""


def gone(route: Route) -> None:
    route.fulfill(status=404, body="not here")


def truncated(route: Route) -> None:
    response = route.fetch()
    body = response.body()
    route.fulfill(status=200, content_type=response.headers["content-type"], body=body[: len(body) * 2 // 3])


def altered(route: Route) -> None:
    response = route.fetch()
    body = response.body()
    route.fulfill(status=200, content_type=response.headers["content-type"], body=body[:-1] + bytes([body[-1] ^ 1]))


def of_another_type(route: Route) -> None:
    route.fulfill(status=200, content_type="text/html", body=route.fetch().body())


def a_page_instead(route: Route) -> None:
    route.fulfill(status=200, content_type="text/html", body="<!doctype html><title>Sign in to this network</title>")


def cut_off(route: Route) -> None:
    route.abort("connectionreset")


def losing(context: BrowserContext) -> Sabotage:
    """Return what takes the connection from the browser in the middle of a download."""

    def sabotage(route: Route) -> None:
        context.set_offline(True)
        route.abort("internetdisconnected")

    return sabotage


def mend(broken: BrowserContext | Page) -> None:
    """Take away all that breaks something; a request that is just being broken goes on, and nobody complains."""
    broken.unroute_all(behavior="ignoreErrors")


class Stall:
    """Never answers a request: the first ones, as many as `most`, or any."""

    def __init__(self, most: int | None = None) -> None:
        self.held: list[Route] = []
        self._most = most

    def __call__(self, route: Route) -> None:
        if self._most is None or len(self.held) < self._most:
            self.held.append(route)
        else:
            route.continue_()

    def release(self) -> None:
        """Let all requests go on, those that come as well."""
        self._most = 0
        for route in self.held:
            route.continue_()


def with_script(before: str) -> Sabotage:
    """Return what puts `before` ahead of a script's own text; no name is the same to both."""

    def sabotage(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=f"{{\n{before}}}\n{response.text()}")

    return sabotage


def without(*modes: str) -> Sabotage:
    """Return what makes a page one of a build that has not these modes."""

    def bundle(found: re.Match[str]) -> str:
        whole = json.loads(unescape(found[1]))
        left = {name: part for name, part in whole.items() if name not in modes}
        return f'data-bundle="{escape(json.dumps(left))}"'

    def sabotage(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=_BUNDLE.sub(bundle, response.text()))

    return sabotage


def trapping(where: str) -> Sabotage:
    """Return what lacks a function that a method, or only the warming up, calls; the plain start has it."""

    def sabotage(route: Route) -> None:
        response = route.fetch()
        own = response.text().replace("async function start(", "async function own(", 1)
        route.fulfill(response=response, body=own + _TRAPPING.format(where=where))

    return sabotage


OF_THE_MEMORY: list[tuple[str, Sabotage]] = [
    ("**/snapshot.bin", gone),
    ("**/snapshot.bin", truncated),
    ("**/snapshot.bin", altered),
    ("**/snapshot.bin", cut_off),
    ("**/snapshot.bin", a_page_instead),
]
"""What breaks the start from a memory, and leaves the compiled one as it is."""

OF_THE_COMPILED_START: list[tuple[str, Sabotage]] = [
    (COMPILED + "wasm.bin", gone),
    (COMPILED + "wasm.bin", truncated),
    (COMPILED + "wasm.bin", altered),
    (COMPILED + "wasm.bin", cut_off),
    (COMPILED + "wasm.bin", a_page_instead),
    (COMPILED + "data.bin", gone),
    (COMPILED + "data.bin", cut_off),
    (COMPILED + "library.bin", gone),
    (COMPILED + "library.bin", altered),
    (COMPILED + "pyodide.js", gone),
    (COMPILED + "pyodide.js", of_another_type),
    (COMPILED + "pyodide.asm.js", truncated),
    (COMPILED + "pyodide.asm.js", a_page_instead),
    (ADVISER + "recommender.bin", truncated),
    (ADVISER + "recommender.bin", cut_off),
    (ADVISER + "guide.bin", gone),
    (ADVISER + "guide.bin", altered),
    (WORKER, with_script("delete self.DecompressionStream;\n")),
]
"""What breaks the compiled start and leaves the plain one as it is."""

OF_EVERY_START: list[tuple[str, Sabotage, str]] = [
    ("**/assets/{python,plain}/**", gone, "is missing on this site"),
    ("**/assets/{python,plain}/*/*.{bin,wasm,zip}", truncated, "arrived incomplete or altered"),
    ("**/assets/{python,plain}/*/*.{bin,wasm,zip}", cut_off, "Check your connection"),
    ("**/assets/adviser/**", altered, "arrived incomplete or altered"),
    ("**/worker.js", gone, "could not start the recommender"),
]
"""What breaks every start, and the words with which the page says so."""
