"""On another site: one tag becomes a frame that fits, under that site's own strict policy, and keeps its answers."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, FloatRect, Frame, Page, expect

from browser_fixtures import running
from recommender.explain import explain
from recommender.model import Guide
from recommender.questions import Answer
from recommender.scoring import recommend
from recommender_page import START, RecommenderPage, hash_of
from test_pages import findings

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
            page.goto(other.address)
            return page

        yield show


def framed(page: Page, home: str, number: int = 0) -> RecommenderPage:
    """Return the recommender inside one of the page's frames, once its form is there."""
    frames = page.locator("guide-embed iframe")
    expect(frames.nth(number).content_frame.locator("guide-recommender")).to_have_attribute(
        "data-state", re.compile(".")
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


def test_a_recommendation_is_reached_under_the_strict_policy_of_another_site(
    host: Callable[..., Page], home: str, guide: Guide
) -> None:
    recommender = framed(host(), home)
    recommender.answer(**ANSWERS)
    recommender.expect_headline(explain(guide, recommend(guide, ANSWERS))["headline"])


def test_the_frame_is_as_tall_as_what_it_shows(host: Callable[..., Page], home: str) -> None:
    page = host()
    recommender = framed(page, home)
    idle = expect_fit(page, recommender)
    recommender.answer(**ANSWERS)
    expect(recommender.headline).to_be_visible(timeout=START)
    recommender.page.locator("form summary").first.click()
    grown = expect_fit(page, recommender)
    assert grown > idle
    recommender.page.get_by_role("button", name="Start over").click()
    recommender.page.locator("form summary").first.click()
    assert expect_fit(page, recommender) < grown


def test_the_page_around_learns_heights_and_nothing_else(host: Callable[..., Page], home: str) -> None:
    page = host()
    recommender = framed(page, home).answer(**ANSWERS)
    expect(recommender.headline).to_be_visible(timeout=START)
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
    page.locator("guide-embed").nth(1).scroll_into_view_if_needed()
    second = framed(page, home, 1)
    first.answer(**ANSWERS)
    expect(first.headline).to_be_visible(timeout=START)
    first.expect_answers(**ANSWERS)
    second.expect_answers()
    expect_fit(page, first)
    expect_fit(page, second)
    assert box(page, 0)["height"] > box(page, 1)["height"]


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
    expect(recommender.headline).to_be_visible(timeout=START)
    with page.expect_download() as download:
        recommender.page.get_by_role("button", name="Save as data").click()
    assert json.loads(Path(download.value.path()).read_text())["headline"] == recommender.headline.inner_text()


def test_the_link_stays_where_the_frame_does_not_come(host: Callable[..., Page], home: str) -> None:
    page = host(head="")
    expect(page.get_by_role("link", name="What fits you")).to_be_visible()
    expect(page.locator("guide-embed iframe")).to_have_count(0)


def test_the_words_of_the_link_name_the_frame(host: Callable[..., Page], home: str) -> None:
    page = host()
    expect(page.get_by_title("What fits you")).to_be_visible()
    framed(page, home)
    expect(page.get_by_role("link", name="What fits you")).to_have_count(0)


@pytest.mark.parametrize(
    ("declared", "preferred", "shown"),
    [("normal", "dark", "default"), ("light dark", "dark", "slate"), ("light dark", "light", "default")],
)
def test_it_is_as_dark_as_the_page_around(
    host: Callable[..., Page], home: str, declared: str, preferred: str, shown: str
) -> None:
    page = host("")
    page.emulate_media(color_scheme=preferred)  # type: ignore[arg-type]
    page.evaluate("(scheme) => { document.documentElement.style.colorScheme = scheme; }", declared)
    page.evaluate("document.body.append(document.createElement('guide-embed'))")
    expect(page.locator("guide-embed iframe").content_frame.locator("body")).to_have_attribute(
        "data-md-color-scheme", shown
    )


def test_it_is_dark_where_the_whole_page_declares_it(host: Callable[..., Page], home: str) -> None:
    page = host("")
    page.evaluate("""() => { document.head.append(Object.assign(document.createElement('meta'), {name: 'color-scheme',
        content: 'dark'})); document.body.append(document.createElement('guide-embed')); }""")
    body = page.locator("guide-embed iframe").content_frame.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")


def test_a_height_of_the_page_s_own_makes_it_scroll_inside(host: Callable[..., Page], home: str) -> None:
    page = host("")
    # A rule of the page's own style sheet, which this strict policy has to be given by a script.
    page.evaluate("""() => { const own = new CSSStyleSheet(); own.replaceSync('guide-embed { height: 300px }');
        document.adoptedStyleSheets = [own]; document.body.append(document.createElement('guide-embed')); }""")
    recommender = framed(page, home)
    expect(recommender.element).to_be_visible()
    assert recommender.page.evaluate("document.documentElement.scrollHeight > innerHeight")
    assert box(page)["height"] == 300


def test_the_code_on_the_page_is_the_code_that_works(
    page: Page, home: str, context: BrowserContext, site: Path
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{home}embed-this/")
    page.get_by_role("button", name="Copy the code").click()
    expect(page.locator("guide-copy [role=status]")).to_have_text("Copied.")
    code = page.evaluate("navigator.clipboard.readText()")
    built_for = (site / "sitemap.xml").read_text().partition("<loc>")[2].partition("</loc>")[0]
    assert f'<script type="module" src="{built_for}embed.js"></script>' in code
    assert f'<a href="{built_for}choose/">' in code


def test_where_copying_is_refused_the_code_is_selected(page: Page, home: str) -> None:
    page.goto(f"{home}embed-this/")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
    page.get_by_role("button", name="Copy the code").click()
    expect(page.locator("guide-copy [role=status]")).to_contain_text("selected")
    assert "<guide-embed>" in page.evaluate("getSelection().toString()")


@pytest.mark.parametrize("width", [360, 1280])
def test_the_sample_is_live(page: Page, home: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{home}embed-this/")
    page.locator("guide-embed").scroll_into_view_if_needed()
    recommender = framed(page, home).answer(**ANSWERS)
    expect(recommender.headline).to_be_visible(timeout=START)
    expect_fit(page, recommender)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_a_result_for_frames(page: Page, home: str, scheme: str, width: int) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{home}embed/{FRAGMENT}")
    recommender = RecommenderPage(page, home).expect_state("ready")
    expect(recommender.headline).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert findings(page, scheme) == []


def test_the_page_for_frames_is_the_recommender_alone(page: Page, home: str) -> None:
    page.goto(f"{home}embed/")
    for absent in (".md-header", ".md-tabs", ".md-footer", ".md-sidebar", "ul.examples"):
        expect(page.locator(absent)).to_have_count(0)
    for link in page.locator("a[href]:not([href^='#'])").all():
        assert link.evaluate("(link) => link.target || document.querySelector('base').target") == "_blank"
