"""Another subject needs another folder of data and nothing else: the tiny guide becomes a whole site that answers."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser_fixtures import PATH, running
from generator.reading.validate import read_guide
from generator.site import build_site
from page_text import told
from recommender.model import Guide
from recommender_page import RecommenderPage
from shared import SECOND_GUIDE
from site_links import broken_links
from subject import SHOWN, pattern


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(read_guide(SECOND_GUIDE), SECOND_GUIDE, lambda _: None, tmp_path_factory.mktemp("second"))


@pytest.fixture(scope="module")
def second_home(second: Path) -> Iterator[str]:
    with running(second, PATH) as server:
        yield server.address


def test_it_is_a_whole_site_about_its_own_subject(second: Path, guide: Guide, small: Guide) -> None:
    assert broken_links(second) == []
    for file in second.rglob("*.html"):
        text = file.read_text()
        assert text.count('http-equiv="Content-Security-Policy"') == 1, file
        assert f">{small.title}" in text or f"{small.title}<" in text, file
        assert guide.title not in text, file
        assert not [model.id for model in guide.models if f"models/{model.id}/" in text and model.id != "stay"], file


def test_no_page_says_a_word_of_another_subject(second: Path, guide: Guide) -> None:
    known = pattern(guide, SHOWN)
    for file in second.rglob("*.html"):
        found = {word[0] for text in (str(file.relative_to(second)), *told(file)) for word in known.finditer(text)}
        assert not found, f"{file.relative_to(second)} says {found}"


def test_a_word_of_another_subject_would_be_seen(tmp_path: Path, guide: Guide) -> None:
    known = pattern(guide, SHOWN)
    for text in (
        "<p>Your state</p>",
        '<meta name="description" content="Federal law">',
        '<a title="HR">',
        "<nav>PEO</nav>",
    ):
        (tmp_path / "page.html").write_text(f"<title>Ways</title><script>let state;</script>{text}")
        assert any(known.search(each) for each in told(tmp_path / "page.html")), text


def test_its_navigation_and_search_know_its_pages(page: Page, second_home: str, small: Guide) -> None:
    page.goto(second_home)
    for heading in ("Rides", "Ways", "Doing it", "Proof"):
        expect(page.get_by_role("link", name=heading, exact=True).first).to_be_visible()
    page.get_by_role("link", name="Ways", exact=True).first.click()
    expect(page.get_by_role("heading", level=1, name="All ways")).to_be_visible()
    for model in small.models:
        expect(page.get_by_role("link", name=model.abbreviation, exact=True).first).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type(small.models[0].name)
    expect(page.locator(".md-search-result__item a").first).to_have_attribute("href", re.compile(r"/models/bike/"))


def test_its_recommender_answers(page: Page, second_home: str) -> None:
    recommender = RecommenderPage(page, second_home).open()
    recommender.answer(rain="no", money="short")
    expect(recommender.headline).to_have_text("Take a bike.")
