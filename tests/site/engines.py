"""One way to drive three engines: Chromium and Firefox, which Playwright speaks to, and WebKit, which Selenium does."""

from collections.abc import Iterator
from typing import Any, Protocol

import pytest
from playwright.sync_api import Page
from selenium.webdriver import WebKitGTK
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from webkit import find_webkit, webkit_running

PATIENCE = 60
"""Seconds that anything may take on a slow machine; no test waits this long when all is well."""


class Engine(Protocol):
    """A window of a browser. Scripts are functions in JavaScript, and places are CSS selectors."""

    def open(self, address: str) -> None: ...
    def resize(self, width: int, height: int) -> None:
        """Give the page so many pixels."""

    def run(self, script: str, *given: object) -> Any: ...  # noqa: ANN401 - whatever the script returns
    def until(self, script: str, *given: object) -> None:
        """Wait for a script to return what is true."""

    def tap(self, place: str) -> None:
        """Tap the first of these that is in sight."""

    def back(self) -> None: ...
    def forward(self) -> None: ...
    def reload(self) -> None: ...


class Played:
    """Chromium or Firefox."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.open, self.reload = page.goto, page.reload
        self.back, self.forward = page.go_back, page.go_forward

    def resize(self, width: int, height: int) -> None:
        self.page.set_viewport_size({"width": width, "height": height})

    def run(self, script: str, *given: object) -> Any:  # noqa: ANN401
        return self.page.evaluate(f"(given) => ({script})(...given)", list(given))

    def until(self, script: str, *given: object) -> None:
        self.page.wait_for_function(f"(given) => ({script})(...given)", arg=list(given), timeout=PATIENCE * 1000)

    def tap(self, place: str) -> None:
        self.page.locator(place).filter(visible=True).first.click()


class Driven:
    """WebKit."""

    def __init__(self, browser: WebKitGTK) -> None:
        self.browser = browser
        self.open, self.reload = browser.get, browser.refresh
        self.back, self.forward = browser.back, browser.forward

    def resize(self, width: int, height: int) -> None:
        self.browser.set_window_rect(0, 0, width, height)
        self.browser.set_window_rect(0, 0, width, 2 * height - self.run("() => innerHeight"))
        assert self.run("() => [innerWidth, innerHeight]") == [width, height]

    def run(self, script: str, *given: object) -> Any:  # noqa: ANN401
        return self.browser.execute_script(f"return ({script})(...arguments)", *given)

    def until(self, script: str, *given: object) -> None:
        WebDriverWait(self.browser, PATIENCE, poll_frequency=0.05).until(lambda _: self.run(script, *given), script)

    def tap(self, place: str) -> None:
        found = self.browser.find_elements(By.CSS_SELECTOR, place)
        next(each for each in found if each.is_displayed()).click()


@pytest.fixture(scope="module")
def webkit_settings() -> dict[str, str]:
    """Return what WebKit is told by its environment; a file of tests may say something else."""
    return {}


@pytest.fixture(scope="module")
def webkit(webkit_settings: dict[str, str]) -> Iterator[WebKitGTK]:
    """Return the WebKit of this machine; where there is none, its tests are left out, and the run says so."""
    found = find_webkit()
    assert found
    with webkit_running(found, **webkit_settings) as browser:
        yield browser
