"""Drive WebKitGTK, the engine of Safari, where a system has it: a window on a screen that nobody sees."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from selenium.webdriver import WebKitGTK
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

PATIENCE = 300
"""Seconds that a script may take."""

_NARROW = "* { border-width: 0; font-size: 1px; margin: 0; min-height: 0; min-width: 0; padding: 0; }"
"""For the bar of buttons of the window, which is no part of the page and wider than a phone otherwise."""

_ALWAYS = {"WEBKIT_DISABLE_COMPOSITING_MODE": "1"}
"""Without a graphics card, a moving bar of progress would take more of the processor than what it tells of."""


class WebKit(NamedTuple):
    """Where its parts are."""

    driver: str
    browser: str
    screen: str


def find_webkit() -> WebKit | None:
    """Return the WebKitGTK of this machine, if it has all of it (Debian: webkit2gtk-driver, xvfb)."""
    driver, screen = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
    browsers = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
    return WebKit(driver, str(browsers[-1]), screen) if driver and screen and browsers else None


@contextmanager
def webkit_running(found: WebKit, **settings: str) -> Iterator[WebKitGTK]:
    """Yield a browser with a profile and settings of its own, whose window can be as narrow as a phone."""
    with _screen(found.screen) as display, TemporaryDirectory() as home:
        looks = Path(home) / "gtk-3.0" / "gtk.css"
        looks.parent.mkdir()
        looks.write_text(_NARROW)
        options = Options()
        options.binary_location = found.browser
        options.add_argument("--automation")
        environment = os.environ | _ALWAYS | {"DISPLAY": display, "XDG_CONFIG_HOME": home} | settings
        browser = WebKitGTK(options=options, service=Service(found.driver, env=environment))
        try:
            browser.set_script_timeout(PATIENCE)
            yield browser
        finally:
            browser.quit()


@contextmanager
def _screen(program: str) -> Iterator[str]:
    command = [program, "-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "1280x1024x24"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:
        assert running.stdout
        try:
            yield f":{running.stdout.readline().strip()}"
        finally:
            running.terminate()


def main() -> int:
    """Print what was found; exit code 1 says that it is not all there."""
    found = find_webkit()
    print(f"WebKit: {found.browser if found else 'not on this machine; its tests are left out'}")
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())
