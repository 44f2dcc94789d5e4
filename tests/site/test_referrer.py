"""No page tells another site where its readers come from."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser_fixtures import running
from test_pages import KINDS

LINK = """
(address) => {
  const link = Object.assign(document.createElement("a"), { href: address, target: "_self" });
  document.body.append(link);
  link.click();
}
"""


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "index.html").write_text('<!doctype html><title>Another site</title><link rel="icon" href="data:,">')
    with running(folder, "/") as server:
        yield server.address


def test_every_page_has_the_rule_once(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) >= len(KINDS)
    for file in pages:
        head = file.read_text().partition("</head>")[0]
        assert head.count('<meta name="referrer" content="no-referrer">') == 1, file


@pytest.mark.parametrize("kind", KINDS)
def test_a_link_to_another_site_says_nothing_of_this_one(page: Page, home: str, elsewhere: str, kind: str) -> None:
    page.goto(home + kind)
    with page.expect_request(elsewhere) as request:
        page.evaluate(LINK, elsewhere)
    assert "referer" not in request.value.all_headers()


def test_nor_does_a_page_that_a_link_has_brought_in_place(page: Page, home: str, elsewhere: str) -> None:
    page.goto(home)
    page.locator(f"a[href='{home}compare/']:visible").first.click()
    page.wait_for_url(f"{home}compare/")
    page.locator("guide-comparison form").wait_for()
    with page.expect_request(elsewhere) as request:
        page.evaluate(LINK, elsewhere)
    assert "referer" not in request.value.all_headers()
