"""On another site: one tag becomes a frame that fits, under that site's own strict policy, and keeps its answers."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from embedding import ANSWERS, TAG, box, expect_fit, framed
from recommender.explain import explain
from recommender.model import Guide
from recommender.scoring import recommend
from recommender_page import hash_of


def test_a_recommendation_is_reached_under_the_strict_policy_of_another_site(
    host: Callable[..., Page], home: str, guide: Guide
) -> None:
    page = host()
    recommender = framed(page, home)
    expect_fit(page, recommender)  # until then what is clicked may move
    recommender.answer(**ANSWERS)
    recommender.expect_headline(explain(guide, recommend(guide, ANSWERS))["headline"])


def test_the_frame_is_as_tall_as_what_it_shows(host: Callable[..., Page], home: str) -> None:
    page = host()
    recommender = framed(page, home)
    idle = expect_fit(page, recommender)
    recommender.answer(**ANSWERS)
    expect(recommender.headline).to_be_visible()
    recommender.page.locator(".further > summary").first.click()
    grown = expect_fit(page, recommender)
    assert grown > idle
    recommender.page.get_by_role("button", name="Start over").click()
    recommender.page.locator(".further > summary").first.click()
    assert expect_fit(page, recommender) < grown


def test_the_page_around_learns_heights_and_nothing_else(host: Callable[..., Page], home: str) -> None:
    page = host()
    recommender = framed(page, home).answer(**ANSWERS)
    expect(recommender.headline).to_be_visible()
    expect_fit(page, recommender)
    said = page.evaluate("window.said")
    assert said
    assert all(type(each) is int and each > 0 for each in said)
    assert page.url.partition("#")[2] == ""


@pytest.mark.parametrize("secret", ["contentWindow.location.href", "contentWindow.document.body", "contentWindow.name"])
def test_the_page_around_cannot_read_the_answers(
    host: Callable[..., Page], home: str, guide: Guide, secret: str
) -> None:
    page = host()
    recommender = framed(page, home).answer(**ANSWERS)
    assert recommender.page.evaluate("location.hash") == hash_of(guide, ANSWERS)
    read = "([frame, name]) => { try { return String(name.split('.').reduce((at, key) => at[key], frame)); }"
    read += " catch (error) { return error.name; } }"
    frame = page.locator("guide-embed iframe").element_handle()
    assert page.evaluate(read, [frame, secret]) == "SecurityError"
    assert page.evaluate("(frame) => frame.contentDocument", frame) is None
    assert "#" not in str(page.evaluate("(frame) => frame.src", frame))


def test_the_frame_cannot_read_or_move_the_page_around(host: Callable[..., Page], home: str, heard: list[str]) -> None:
    page = host()
    recommender = framed(page, home)
    before = page.url
    tried = "() => { try { parent.location.href = 'about:blank'; } catch (error) { return error.name; } }"
    assert recommender.page.evaluate(tried) == "SecurityError"
    assert page.url == before
    heard.clear()  # the browser tells of the attempt, too


def test_other_messages_change_nothing(host: Callable[..., Page], home: str) -> None:
    page = host()
    height = expect_fit(page, framed(page, home))
    page.evaluate("window.postMessage(5, '*')")
    page.frames[1].evaluate("parent.postMessage('7px', '*')")
    page.frames[1].evaluate("parent.postMessage({height: 9}, '*')")
    page.wait_for_function("() => [5, '7px', 9].every((each) => JSON.stringify(window.said).includes(String(each)))")
    assert box(page)["height"] == height


def test_two_on_one_page_do_not_mix(host: Callable[..., Page], home: str) -> None:
    page = host(TAG.format(home) * 2)
    first = framed(page, home)
    expect_fit(page, first)
    page.locator("guide-embed").nth(1).scroll_into_view_if_needed()
    second = framed(page, home, 1)
    expect_fit(page, second)  # while it is in sight: elsewhere a browser lets a frame rest
    first.answer(**ANSWERS)
    expect(first.headline).to_be_visible()
    first.expect_answers(**ANSWERS)
    second.expect_answers()
    first.page.locator(".further > summary").first.click()
    tall = "[...document.querySelectorAll('guide-embed')].map((each) => each.offsetHeight)"
    page.wait_for_function(f"() => {{ const [one, other] = {tall}; return one > other; }}")
    expect_fit(page, first)


def test_a_link_opens_the_guide_beside_the_page_that_holds_the_frame(host: Callable[..., Page], home: str) -> None:
    page = host()
    recommender = framed(page, home)
    with page.context.expect_page() as opened:
        recommender.page.get_by_role("link", name="open the whole guide").click()
    expect(opened.value).to_have_url(home)
    assert opened.value.evaluate("window.opener") is None
    opened.value.get_by_role("link", name="Find what fits you").click()
    expect(opened.value.locator("guide-recommender")).to_be_visible()


def test_the_copied_link_leads_to_the_guide_itself(
    host: Callable[..., Page], home: str, guide: Guide, context: BrowserContext
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = host()
    recommender = framed(page, home).answer(**ANSWERS)
    recommender.page.get_by_role("button", name="Copy link").click()
    expect(recommender.note).to_contain_text("Link copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{home}choose/{hash_of(guide, ANSWERS)}"


def test_a_result_can_be_saved_from_the_frame(host: Callable[..., Page], home: str) -> None:
    page = host()
    recommender = framed(page, home).answer(**ANSWERS)
    expect(recommender.headline).to_be_visible()
    with page.expect_download() as download:
        recommender.page.get_by_role("button", name="Save as data").click()
    assert json.loads(Path(download.value.path()).read_text())["headline"] == recommender.headline.inner_text()
