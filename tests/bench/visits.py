"""Visit a page as a person would, in a browser with a profile of its own, and hear when it shows its first answer."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import BrowserContext, Page, Playwright, sync_playwright

from browser import find, flags

_PATIENCE_MS = 180_000
_WATCH = """
window.firstAnswer = new Promise((resolve, reject) => {
  const watch = new MutationObserver(() => {
    if (!document.querySelector("[data-part=answer] h2")?.textContent) return;
    watch.disconnect();
    // The first frame paints it; the second starts when that is done.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
  });
  watch.observe(document, { childList: true, characterData: true, subtree: true });
  setTimeout(() => reject(new Error("no answer: " + document.body?.innerText.slice(0, 400))), PATIENCE);
});
window.firstAnswer.catch(() => {});
""".replace("PATIENCE", str(_PATIENCE_MS))
_QUIET = """
async (least) => {
  const state = async () => {
    const { usage } = await navigator.storage.estimate();
    return [usage, performance.getEntriesByType("resource").length].join();
  };
  const begun = performance.now();
  let [last, since] = [await state(), begun];
  while (performance.now() - begun < 60_000) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    const now = performance.now();
    const next = await state();
    if (next !== last) [last, since] = [next, now];
    if (now - begun > least && now - since > 0.6 * least) return true;
  }
  return false;
}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chromium:
    """The browser; `path` is None for Playwright's own."""

    playwright: Playwright
    path: str | None

    @contextmanager
    def with_profile(self, profile: Path | None = None) -> Iterator[BrowserContext]:
        """Start the browser for the block; a profile keeps what it learns, none is thrown away."""
        with nullcontext(profile) if profile else new_profile() as folder:
            start = self.playwright.chromium.launch_persistent_context
            context = start(folder, executable_path=self.path, args=flags())
            context.add_init_script(_WATCH)
            yield context
            context.close()


@contextmanager
def chromium() -> Iterator[Chromium]:
    """Find the browser and hold what drives it."""
    with sync_playwright() as playwright:
        yield Chromium(playwright=playwright, path=find(playwright.chromium.executable_path))


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


def settle(page: Page, least: float = 5) -> None:
    """Leave the page alone for so many seconds at least, and until it has long fetched and stored nothing.

    Raises:
        TimeoutError: if it still does after a minute.
    """
    if not page.evaluate(_QUIET, 1000 * least):
        raise TimeoutError(f"{page.url} does not come to rest")
