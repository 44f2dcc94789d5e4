"""Visit a page as a person would, in a browser with a profile of its own, and hear when it shows its first answer."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import BrowserContext, BrowserType, Page, Playwright

from bench.network import LineServer
from browser import find, find_firefox, flags

PATIENCE = 180
"""Seconds that a first answer may take."""
_RESTLESS = 120
WATCH = """
window.firstAnswer = new Promise((resolve, reject) => {
  const look = () => {
    if (!document.querySelector("[data-part=answer] h2")?.textContent) return;
    watch.disconnect();
    // The first frame paints it; the second starts when that is done.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
  };
  const watch = new MutationObserver(look);
  watch.observe(document, { childList: true, characterData: true, subtree: true });
  setTimeout(() => reject(new Error("no answer: " + document.body?.innerText.slice(0, 400))), PATIENCE);
  look();
});
window.firstAnswer.catch(() => {});
""".replace("PATIENCE", str(1000 * PATIENCE))
_STORED = "async () => (await navigator.storage.estimate()).usage"


@dataclass(frozen=True, slots=True, kw_only=True)
class Driven:
    """A browser that Playwright drives; `path` is None for Playwright's own."""

    name: str
    kind: BrowserType
    path: str | None
    options: dict[str, Any] = field(default_factory=dict)

    @contextmanager
    def with_profile(self, profile: Path | None = None) -> Iterator[BrowserContext]:
        """Start the browser for the block; a profile keeps what it learns, none is thrown away."""
        with nullcontext(profile) if profile else new_profile() as folder:
            context = self.kind.launch_persistent_context(folder, executable_path=self.path, **self.options)
            context.add_init_script(WATCH)
            yield context
            context.close()


def chromium(playwright: Playwright) -> Driven:
    """Find the browser that most is measured in."""
    path = find(playwright.chromium.executable_path)
    return Driven(name="chromium", kind=playwright.chromium, path=path, options={"args": flags()})


def firefox(playwright: Playwright) -> Driven:
    """Find the other browser that Playwright drives.

    Raises:
        LookupError: if there is none.
    """
    path = find_firefox(playwright.firefox.executable_path)
    # One of the system's own is driven by another protocol than Playwright's.
    options = {"channel": "moz-firefox"} if path else {}
    return Driven(name="firefox", kind=playwright.firefox, path=path, options=options)


@contextmanager
def new_profile() -> Iterator[Path]:
    """Hold a profile that nothing is known in."""
    with TemporaryDirectory(prefix="bench-profile-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def first_answer(context: BrowserContext, address: str) -> tuple[Page, float]:
    """Return the page and the milliseconds from navigation until its first answer was painted."""
    page = context.new_page()
    page.goto(address, wait_until="commit")
    return page, float(page.evaluate("window.firstAnswer"))


def settle(page: Page, server: LineServer, least: float = 5) -> None:
    """Leave the page alone until it has rested; workers count, too."""
    rest(server, lambda: page.evaluate(_STORED), least)


def rest(server: LineServer, state: Callable[[], object], least: float = 5) -> None:
    """Wait for so many seconds at least, and until for long neither what was sent nor the state has changed.

    Raises:
        TimeoutError: if it still does after two minutes.
    """
    begun = since = time.monotonic()
    last = None
    while (now := time.monotonic()) - begun < _RESTLESS:
        time.sleep(0.25)
        if (found := (server.progress(), state())) != last:
            last, since = found, time.monotonic()
        elif now - begun > least and now - since > 0.6 * least:
            return
    raise TimeoutError("the page does not come to rest")
