"""How the frame looks on the page around it, and the page that offers its code."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, FloatRect, Page, expect

from colours import pixels
from embedding import ANSWERS, FRAGMENT, box, expect_fit, framed
from recommender_page import ALL_AT_ONCE, RecommenderPage
from test_pages import findings


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


@pytest.mark.parametrize(
    ("tint", "shown", "clear"),
    [("#eef4e6", "default", True), ("#5d6b54", "slate", False), ("#10160c", "slate", True)],
)
def test_it_goes_with_the_ground_that_it_lies_on(
    host: Callable[..., Page], home: str, tint: str, shown: str, clear: bool
) -> None:
    """A host whose ground changes is followed: the frame lies on white first."""
    page = host("")
    ground = "(tint) => { document.body.style.backgroundColor = tint; }"
    page.evaluate(ground, "#fff")
    page.evaluate("document.body.append(document.createElement('guide-embed'))")
    body = page.locator("guide-embed iframe").content_frame.locator("body")
    expect(body).to_have_attribute("data-ground", "clear")
    expect(page.locator("guide-embed slot")).to_have_count(0)
    page.evaluate(ground, tint)
    expect(body).to_have_attribute("data-md-color-scheme", shown)
    expect(body).to_have_attribute("data-ground", "clear" if clear else "own")
    frame = box(page)
    corner = pixels(page, FloatRect(x=frame["x"] + 2, y=frame["y"] + 2, width=1, height=1))
    seen = f"#{bytes(corner[0]).hex()}"
    assert (seen == tint) == clear


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
    page: Page, home: str, context: BrowserContext, built_for: str
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{home}embed-this/")
    page.get_by_role("button", name="Copy the code").click()
    expect(page.locator("guide-copy [role=status]")).to_have_text("Copied.")
    code = page.evaluate("navigator.clipboard.readText()")
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
    page.add_init_script(ALL_AT_ONCE)
    page.goto(f"{home}embed-this/")
    page.locator("guide-embed").scroll_into_view_if_needed()
    recommender = framed(page, home).answer(**ANSWERS)
    expect(recommender.headline).to_be_visible()
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
