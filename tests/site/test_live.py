"""A page of the server for those who write pages shows what is wrong, and is loaded anew when it was built anew."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.publish.live import LiveServer
from generator.publish.policy import apply_policy
from shared import started


def write(site: Path, words: str) -> None:
    """Write pages with the policy of the real ones, one of them a frame in the other."""
    head = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Guide</title></head>'
    for name, more in (("index.html", '<iframe title="Frame" src="frame.html"></iframe>'), ("frame.html", "")):
        (site / name).write_text(f"{head}<body><h1>{words}</h1>{more}</body></html>")
    apply_policy(site)


@pytest.mark.complaints_expected  # the browser tells that the server is away for a while
def test_a_page_follows_what_is_built(page: Page, tmp_path: Path, heard: list[str]) -> None:
    write(tmp_path, "First")
    bar = page.locator("guide-live")
    with started(LiveServer(tmp_path, "guide")) as server:
        port = server.server_address[1]
        page.goto(f"{server.address}#rain=yes")
        server.news.tell(doing="a.yaml changed …")
        expect(bar).to_contain_text("a.yaml changed …")
        server.news.tell(wrong=["a.yaml:1: <b>is</b> wrong", "b.yaml:2: is wrong"])
        expect(bar.locator("li")).to_have_text(["a.yaml:1: <b>is</b> wrong", "b.yaml:2: is wrong"])
        expect(page.frame_locator("iframe").locator("guide-live")).to_have_count(0)
        write(tmp_path, "Second")
        server.news.tell(doing="a.yaml changed …")
        expect(bar).to_contain_text("is wrong")
        expect(page.locator("h1")).to_have_text("First")
        server.news.tell()
        expect(page.locator("h1")).to_have_text("Second")
        expect(bar).to_have_count(0)
        assert page.url.endswith("#rain=yes")
    assert heard == []
    write(tmp_path, "Third")
    with started(LiveServer(tmp_path, "guide", port)):
        expect(page.locator("h1")).to_have_text("Third")
