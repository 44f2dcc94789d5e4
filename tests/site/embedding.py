"""A page of another site that holds the guide in a frame, under a strict policy of its own."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import FloatRect, Frame, Page, expect

from browser_fixtures import running
from recommender.questions import Answer
from recommender_page import ALL_AT_ONCE, RecommenderPage

ANSWERS: dict[str, Answer] = {"hr_staff": "none", "share_liability_priority": "high", "benefits_priority": "high"}
FRAGMENT = "#hr_staff=none&share_liability_priority=high&benefits_priority=high"
HOST = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A chamber of commerce</title>
<meta http-equiv="Content-Security-Policy" content="{policy}">
<link rel="icon" href="data:,">
{script}</head><body><h1>For our members</h1>{body}</body></html>"""
TAG = '<guide-embed><a href="{0}choose/">What fits you</a></guide-embed>'
# Kept in the page before anything else runs: whatever anybody ever says to it.
LISTEN = "window.said = []; window.addEventListener('message', (event) => window.said.push(event.data));"


def origin(address: str) -> str:
    return "/".join(address.split("/")[:3])


@pytest.fixture
def host(tmp_path: Path, home: str, page: Page) -> Iterator[Callable[..., Page]]:
    """Return how to open a page of another origin, whose policy allows the guide's scripts and frames and no more."""
    policy = f"default-src 'none'; script-src {origin(home)}; frame-src {origin(home)}; style-src 'none'; img-src data:"
    script = f'<script type="module" src="{home}embed.js"></script>'
    with running(tmp_path, "/") as other:
        assert origin(other.address) != origin(home)

        def show(body: str = TAG.format(home), head: str = script) -> Page:
            (tmp_path / "index.html").write_text(HOST.format(policy=policy, script=head, body=body))
            page.add_init_script(LISTEN)
            page.add_init_script(ALL_AT_ONCE)
            page.goto(other.address)
            return page

        yield show


def framed(page: Page, home: str, number: int = 0) -> RecommenderPage:
    """Return the recommender inside one of the page's frames, once its form is there."""
    frames = page.locator("guide-embed iframe")
    expect(frames.nth(number).content_frame.locator("guide-recommender")).to_have_attribute(
        "data-view", re.compile(".")
    )
    frame = frames.nth(number).element_handle().content_frame()
    assert isinstance(frame, Frame)
    return RecommenderPage(frame, home)


def box(page: Page, number: int = 0) -> FloatRect:
    found = page.locator("guide-embed iframe").nth(number).bounding_box()
    assert found
    return found


def expect_fit(page: Page, recommender: RecommenderPage) -> float:
    """Wait until the frame is as tall as its content, and return how tall that is."""
    fits = "() => Math.ceil(document.body.getBoundingClientRect().height) === innerHeight"
    recommender.page.wait_for_function(fits)
    return box(page)["height"]
