"""The built site, served as GitHub Pages would, in a real browser that tolerates no console message and no stranger."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect

from browser import find, find_firefox, flags
from faults import KNOWN_FAST
from generator.publish.serve import SiteServer
from shared import ROOT, started

PATH = "/any-name/"

# How fast a page is, the benchmark says: on a busy machine it is slow, and right all the same.
expect.set_options(timeout=60_000)


@pytest.fixture(scope="session")
def site() -> Path:
    """Return the built site; a missing one is an error and never a reason to skip."""
    folder = ROOT / "site"
    assert (folder / "index.html").is_file(), "site/ is not built; run `make site`"
    return folder


@contextmanager
def running(site: Path, path: str) -> Iterator[SiteServer]:
    """Serve a folder below a path on a free port."""
    with started(SiteServer(site, path)) as server:
        yield server


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[SiteServer]:
    with running(site, PATH) as served:
        yield served


@pytest.fixture(scope="session")
def built_for(site: Path) -> str:
    """Return the address that the site was built for, or the one that stands for it where none was given."""
    return (site / "sitemap.xml").read_text().partition("<loc>")[2].partition("</loc>")[0]


@pytest.fixture(scope="session")
def lost(site: Path, built_for: str) -> Iterator[str]:
    """Return an address where nothing is, below the path that the site was built for: 404.html works only there."""
    with running(site, urlsplit(built_for).path) as served:
        yield f"{served.address}nothing/is/here/"


@pytest.fixture(scope="session")
def home(server: SiteServer) -> str:
    """Return the address of the home page."""
    return server.address


SPARING = "--js-flags=--wasm-tiering-budget=60000000"
"""Has only what runs for long compiled to its fastest: most tests ask once or twice, which does not pay for that."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any], playwright: Playwright) -> dict[str, Any]:
    path = find(playwright.chromium.executable_path)
    return browser_type_launch_args | {"executable_path": path, "args": [*flags(), SPARING]}


@pytest.fixture(scope="module")
def firefox(playwright: Playwright) -> Iterator[Browser]:
    """Return the Firefox of this machine, as it comes but for scroll bars that lie over the page, as on phones."""
    path = find_firefox(playwright.firefox.executable_path)
    # One of the system's own is driven by another protocol than Playwright's.
    browser = playwright.firefox.launch(
        channel="moz-firefox" if path else None, executable_path=path, firefox_user_prefs={"ui.useOverlayScrollbars": 1}
    )
    yield browser
    browser.close()


@pytest.fixture
def heard(request: pytest.FixtureRequest) -> Iterator[list[str]]:
    """Return what the browser complained of; a test that does not expect complaints fails on any."""
    complaints: list[str] = []
    yield complaints
    if not request.node.get_closest_marker("complaints_expected"):
        assert complaints == []
    strangers = [complaint for complaint in complaints if complaint.startswith("stranger")]
    assert strangers == []


KEEPS_NOTHING = "delete Navigator.prototype.serviceWorker;"
"""A page with this keeps no copy of the site: what a test breaks on the way is asked for then."""


@pytest.fixture
def context(keeping: BrowserContext) -> BrowserContext:
    """Return a browser context whose every page is listened to, and that keeps no copy of the site."""
    keeping.add_init_script(KEEPS_NOTHING)
    return keeping


@pytest.fixture
def keeping(new_context: Callable[..., BrowserContext], heard: list[str]) -> BrowserContext:
    """Return a browser context that keeps a copy of the site, as a reader's browser does."""
    context = new_context()

    def listen(page: Page) -> None:
        page.on("console", lambda message: heard.append(f"console {message.type}: {message.text}"))
        page.on("pageerror", lambda error: heard.append(f"error: {error}"))

    def seen(url: str) -> None:
        if not url.startswith(("http://127.0.0.1:", "data:", "blob:")):
            heard.append(f"stranger: {url}")

    context.add_init_script(KNOWN_FAST)
    context.on("page", listen)
    context.on("request", lambda request: seen(request.url))
    return context


_IDLE = """
new Promise((done) => requestIdleCallback(() => requestIdleCallback(done, { timeout: 5000 }), { timeout: 5000 }))
"""
"""A headless browser with nothing to draw may leave its idle moments out for good: then five seconds will do."""


def let_it_idle(page: Page) -> None:
    """Wait until a loaded page has done what it left for an idle moment."""
    page.evaluate(_IDLE)


@pytest.fixture(params=["chromium", "firefox"])
def reader(request: pytest.FixtureRequest) -> Iterator[Page]:
    """Return a page of each browser; only Chromium's complaints are listened to."""
    if request.param == "chromium":
        yield request.getfixturevalue("page")
        return
    firefox: Browser = request.getfixturevalue("firefox")
    context = firefox.new_context()
    context.add_init_script(KNOWN_FAST)
    context.add_init_script(KEEPS_NOTHING)
    yield context.new_page()
    context.close()
