"""Find the browsers for the tests: a Chromium (a named one, Playwright's own, or the system's) and a Firefox."""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

VARIABLE = "BROWSER_PATH"
_FLAGS = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)
_NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
_FIREFOXES = ("firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox")


def find(own: str) -> str | None:
    """Return the path of a Chromium, or None for Playwright's own, which would stand at `own`.

    Raises:
        LookupError: if there is none, or the named one does not exist.
    """
    if named := os.environ.get(VARIABLE):
        if not Path(named).is_file():
            raise LookupError(f"{VARIABLE} names {named}, which does not exist")
        return named
    return _first(own, _NAMES, f"no Chromium found; install one, or name it in {VARIABLE}")


def find_firefox(own: str) -> str | None:
    """Return the path of a Firefox, or None for Playwright's own, which would stand at `own`.

    Raises:
        LookupError: if there is none.
    """
    return _first(own, _FIREFOXES, "no Firefox found; install one")


def _first(own: str, names: tuple[str, ...], missing: str) -> str | None:
    if Path(own).exists():
        return None
    if found := next(filter(None, map(shutil.which, names)), None):
        return found
    raise LookupError(missing)


def flags() -> list[str]:
    """Return the flags for a browser that calls nobody; root can only start it without its sandbox."""
    return [*_FLAGS, *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else [])]


def _found(firefox: bool) -> str | None:
    with sync_playwright() as playwright:
        if firefox:
            return find_firefox(playwright.firefox.executable_path)
        return find(playwright.chromium.executable_path)


def main() -> int:
    """Print what was found; exit code 1 says that there is nothing."""
    try:
        print(f"Browser: {_found('firefox' in sys.argv) or "Playwright's own"}")
    except LookupError as error:
        print(error)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
