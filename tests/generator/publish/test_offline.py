"""The service worker lists what opens without a line, each page by its content, and is the same for the same site."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from generator.problems import DataError
from generator.publish.offline import WORKER, keep_offline
from shared import ROOT

WIDGETS = ROOT / "widgets"
FILES = {
    "index.html": "<h1>Home</h1>",
    "below/index.html": '<p>It takes <span data-size="line"></span>.</p>',
    "embed/index.html": '<meta name="robots" content="noindex">',
    "404.html": "Nothing",
    "sitemap.xml": "<urlset/>",
    "search/search_index.json": "{}",
    "assets/guide.0123456789ab.css": "p {}",
    "assets/mark.svg": "<svg/>",
    "assets/web/0123456789ab/element.js": "run()",
    "assets/python/0123456789ab/wasm.bin": "wasm" * 500_000,
    "assets/adviser/0123456789ab/guide.json": "{}",
    "assets/plain/0123456789ab/pyodide.js": "plain",
    "assets/javascripts/bundle.01234567.min.js": "theme",
    "assets/javascripts/bundle.01234567.min.js.map": "{}",
    "assets/javascripts/lunr/tinyseg.js": "unused",
    "assets/fonts/text.01234567.woff2": "type",
}
KEPT = {
    "./",
    "below/",
    "sitemap.xml",
    "search/search_index.json",
    "assets/guide.0123456789ab.css",
    "assets/web/0123456789ab/element.js",
    "assets/python/0123456789ab/wasm.bin",
    "assets/javascripts/bundle.01234567.min.js",
    "assets/fonts/text.01234567.woff2",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for path, text in FILES.items():
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_text(text)
    return tmp_path / "site"


def listed(site: Path) -> dict[str, dict[str, Any]]:
    found = re.search(r"^self\.FILES = (.*);$", (site / WORKER).read_text(), re.MULTILINE)
    assert found
    return {entry["url"]: entry for entry in json.loads(found[1])}


def test_it_keeps_pages_and_what_they_run(site: Path) -> None:
    kept = keep_offline(site, WIDGETS)
    assert listed(site).keys() == KEPT
    assert kept.files == len(KEPT)
    assert 2_000_000 < kept.line <= kept.disk + 200


def test_a_page_is_told_from_its_next_version_and_a_file_named_by_content_is_not(site: Path) -> None:
    keep_offline(site, WIDGETS)
    before = listed(site)
    (site / "below" / "index.html").write_text("<p>Other words.</p>")
    keep_offline(site, WIDGETS)
    after = listed(site)
    assert {url for url in KEPT if before[url] != after[url]} == {"below/"}
    named = [url for url in KEPT if url.startswith("assets/")]
    assert {after[url]["revision"] for url in named} == {None}
    assert {url for url in KEPT if "integrity" in after[url]} == KEPT - {*named, "sitemap.xml"}


def test_pages_say_how_much_it_is(site: Path) -> None:
    keep_offline(site, WIDGETS)
    assert (site / "below" / "index.html").read_text() == "<p>It takes <span>2 MB</span>.</p>"


def test_equal_sites_have_equal_workers_without_source_maps(site: Path) -> None:
    other = shutil.copytree(site, site.with_name("other"))
    for each in (site, other):
        keep_offline(each, WIDGETS)
    assert (site / WORKER).read_bytes() == (other / WORKER).read_bytes()
    assert "sourceMappingURL" not in (site / WORKER).read_text()
    assert "skipWaiting" not in (WIDGETS / "offline" / WORKER).read_text()


def test_without_workbox_the_build_says_what_to_do(site: Path, tmp_path: Path) -> None:
    (tmp_path / "offline").mkdir()
    shutil.copy(WIDGETS / "offline" / WORKER, tmp_path / "offline" / WORKER)
    with pytest.raises(DataError) as error:
        keep_offline(site, tmp_path)
    assert "workbox-core.prod.js:1: file: is not installed" in str(error.value.problems[0])
    assert "make setup" in str(error.value.problems[0])
