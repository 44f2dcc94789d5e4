"""After one visit the recommender and the pages open without a line, in three engines; one press removes the copy."""

import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, BrowserContext
from selenium.webdriver import WebKitGTK

from engines import Driven, Engine, Played
from generator.publish.offline import WORKER
from lines import KEPT, Line
from shared import started

FRAGMENT = "#hr_staff=none&benefits_priority=high&control_priority=low"
_ANSWERED = "() => document.querySelector('[data-part=answer] .headline')?.textContent.includes('PEO')"
_HEADED = "(words) => document.querySelector('article h1')?.textContent.includes(words)"
_NAMED = re.compile(r'(?:href|src)="(?!\w+:)([^"#]*assets/[^"]+)"')
_BUNDLE = re.compile(r'data-bundle="([^"]+)"')
_ONLINE_ONLY = re.compile(r"assets/mark\.[0-9a-f]+\.png")
"""What a home screen shows."""


def read_on_without_a_line(engine: Engine, site: Path) -> None:
    """Visit the recommender, have the server stopped, and go on reading and asking."""
    with started(Line(site)) as line:
        engine.open(f"{line.address}choose/{FRAGMENT}")
        engine.until(KEPT)
    for path, heading in (("models/", "models"), ("", "PEO")):
        engine.open(line.address + path)
        engine.until(_HEADED, heading)
    engine.tap("a[href$='compare/']")
    engine.until(_HEADED, "Compare")
    engine.open(f"{line.address}choose/?again{FRAGMENT}")
    engine.until(_ANSWERED)
    assert not engine.run(KEPT)  # it is said once


@pytest.mark.complaints_expected
def test_chromium_reads_on_without_a_line(keeping: BrowserContext, site: Path) -> None:
    read_on_without_a_line(Played(keeping.new_page()), site)


def test_firefox_does_so_too(firefox: Browser, site: Path) -> None:
    context = firefox.new_context()
    read_on_without_a_line(Played(context.new_page()), site)
    context.close()


def test_webkit_does_so_too(webkit: WebKitGTK, site: Path) -> None:
    read_on_without_a_line(Driven(webkit), site)


def test_all_that_a_kept_page_names_is_kept_with_it(site: Path) -> None:
    found = re.search(r"^self\.FILES = (.*);$", (site / WORKER).read_text(), re.MULTILINE)
    assert found
    kept = {urljoin("/", entry["url"]) for entry in json.loads(found[1])}
    for address in (each for each in kept if each.endswith("/")):
        text = (site / address.removeprefix("/") / "index.html").read_text()
        named = {urljoin(address, path) for path in _NAMED.findall(text)}
        for bundle in _BUNDLE.findall(text):
            plans = [plan for name, plan in json.loads(unescape(bundle)).items() if name not in {"lock", "plain"}]
            files = [file["url"] for plan in plans for file in plan["files"].values()]
            named |= {urljoin("/assets/web/name/", url) for url in files}
        assert {path for path in named - kept if not _ONLINE_ONLY.search(path)} == set(), address
