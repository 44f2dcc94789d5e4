"""Measure the time from a changed answer to its repainted result, beside an empty round trip to a worker."""

from itertools import chain
from pathlib import Path
from statistics import quantiles
from typing import Any

from bench.contestants import ANSWERS, CONTESTANTS
from bench.network import NETWORKS, PATH, serving
from bench.visits import Driven, first_answer

CHANGES = 60
READ = 2000
"""Milliseconds between the first result and the first change, in which a person looks at it."""
_CHANGE = """
async ({ question, changes, read }) => {
  const options = [...document.querySelectorAll(`input[type=radio][name="${question}"]:not([data-unsure])`)];
  const answer = document.querySelector("[data-part=answer]");
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now());
    port2.postMessage(null);
  }));
  const once = async (input) => {
    const changed = new Promise((resolve) => {
      const watch = new MutationObserver(() => { watch.disconnect(); resolve(performance.now()); });
      watch.observe(answer, { childList: true, characterData: true, subtree: true });
    });
    const begun = performance.now();
    input.click();
    const work = await changed - begun;
    return { work, painted: await painted() - begun };
  };
  const found = [];
  await new Promise((resolve) => setTimeout(resolve, read));
  for (let count = 0; count < changes; count += 1) {
    // Between frames, anywhere, as people click.
    await new Promise((resolve) => setTimeout(resolve, 100 + 33 * Math.random()));
    found.push(await once(options[(count + 1) % options.length]));
  }
  return found;
}
"""
_PING = """
async ({ echo, changes }) => {
  const worker = new Worker(echo, { type: "module" });
  const once = () => new Promise((resolve) => {
    const begun = performance.now();
    worker.onmessage = () => resolve(performance.now() - begun);
    worker.postMessage({ type: "ask", id: 1, answers: "{}" });
  });
  await once();
  const found = [];
  for (let count = 0; count < changes; count += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100 + 33 * Math.random()));
    found.push(await once());
  }
  worker.terminate();
  return found;
}
"""
_PINGING: tuple[str, dict[str, Any]] = (_PING, {"echo": f"{PATH}bench/echo.js", "changes": CHANGES})


def measure_repaint(browser: Driven, www: Path) -> dict[str, Any]:
    """Return milliseconds: `work` until the page holds the new result, `painted` until it is on the screen.

    `at_once` is the work for a reader who changes answers from the moment on in which the first result is there.
    """
    with serving(www, NETWORKS[0]) as server:
        (hasty,) = _visit(browser, server.address, _changing(0))
        changes, pings = _visit(browser, server.address, _changing(READ), _PINGING)
    found = {key: _spread([change[key] for change in changes]) for key in ("work", "painted")}
    found["at_once"] = _spread([change["work"] for change in hasty])
    found["ping"] = _spread(pings)
    ratios = {f"{key}_to_ping": round(found["work"][key] / found["ping"][key], 1) for key in ("p50", "p95")}
    return dict(chain(found.items(), ratios.items(), {"changes": CHANGES}.items()))


def _changing(read: int) -> tuple[str, dict[str, Any]]:
    return _CHANGE, {"question": next(iter(ANSWERS)), "changes": CHANGES, "read": read}


def _visit(browser: Driven, home: str, *scripts: tuple[str, dict[str, Any]]) -> list[Any]:
    """Return what these scripts tell, one after the other, on a first visit that has an answer."""
    with browser.with_profile() as context:
        page, _ = first_answer(context, home + CONTESTANTS[0].address)
        return [page.evaluate(script, values) for script, values in scripts]


def _spread(times: list[float]) -> dict[str, float]:
    cuts = quantiles(times, n=20, method="inclusive")
    return {"p50": round(cuts[9], 2), "p95": round(cuts[18], 2)}
