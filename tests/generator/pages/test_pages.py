"""All pages of a build share what is made once, and show every word that the data have for them."""

from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest

from generator.browser.browser_guide import for_browser
from generator.pages import Agreement, Page, edition_of, pages
from generator.pages.render import Renderer
from recommender.model import Guide
from shared import ROOT

SHARED = {"generator.pages.page.index": 1, "generator.pages.worked_examples.recommend": 12}
"""What is asked for once a build, or once for each worked example of the published guide."""
MEASURED = {"build": {}}


def made(guide: Guide) -> list[Page]:
    return list(pages(edition_of(guide, defaultdict(str)), Agreement(study=None), MEASURED))


@pytest.mark.parametrize("function", SHARED)
def test_what_pages_share_is_made_once(function: str, guide: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    module, name = function.rsplit(".", 1)
    asked: list[object] = []
    original = getattr(__import__(module, fromlist=[name]), name)
    monkeypatch.setattr(function, lambda *given: asked.append(given) or original(*given))
    made(guide)
    assert len(asked) == SHARED[function]
    assert len(guide.profiles) == 12


def test_no_text_of_a_page_is_sent_to_the_browser(guide: Guide) -> None:
    assert guide.pages
    assert for_browser(guide).pages == ()


def test_every_kind_has_its_template_and_its_words(small: Guide) -> None:
    kinds = {entry.id for entry in small.pages}
    assert {page.kind for page in made(small)} == kinds
    templates = {file.stem for file in (ROOT / "generator" / "pages" / "templates").glob("*.md")}
    assert templates == kinds


def test_every_word_of_the_data_is_shown_on_a_page_of_its_kind(guide: Guide, tmp_path: Path) -> None:
    marked = [
        replace(
            entry,
            title=f"{entry.id}-title",
            description=f"{entry.id}-description",
            heading=f"{entry.id}-heading",
            opening=entry.opening and f"{entry.id}-opening",
            words={name: f"{entry.id}-{name}" for name in entry.words},
        )
        for entry in guide.pages
    ]
    edition = edition_of(replace(guide, pages=tuple(marked)), defaultdict(str))
    renderer = Renderer(edition, tmp_path)
    shown: dict[str, str] = defaultdict(str)
    for page in pages(edition, Agreement(study=None), MEASURED):
        shown[page.kind] += renderer.render(page)
    # A model's heading is its name with its abbreviation; and whose interest is known is asked, and not told.
    aside = {"model-heading", "sources-neutral", "sources-unknown"}
    for entry in marked:
        texts = {
            entry.title,
            entry.description,
            entry.heading or "",
            entry.opening or "",
            *entry.words.values(),
        } - aside
        assert not {text for text in texts if text not in shown[entry.id]}, entry.id


def test_a_link_in_a_word_leads_from_the_page_it_is_on(small: Guide, tmp_path: Path) -> None:
    edition = edition_of(small, defaultdict(str))
    renderer = Renderer(edition, tmp_path)
    every = {page.kind: page for page in pages(edition, Agreement(study=None), None)}
    home, embed_this = (renderer.render(every[kind]) for kind in ("home", "embed_this"))
    assert '<li><a href="tolls/">Who pays</a> each toll</li>' in home
    assert 'its pupils. <a href="../choose/">Which way</a> is what they see.' in embed_this


def test_what_a_word_has_of_markup_stays_text(small: Guide, tmp_path: Path) -> None:
    opening = "<b>[Go & see](choose/)</b>"
    marked = tuple(replace(each, opening=opening if each.id == "embed_this" else each.opening) for each in small.pages)
    edition = edition_of(replace(small, pages=marked), defaultdict(str))
    page = next(page for page in pages(edition, Agreement(study=None), None) if page.kind == "embed_this")
    text = Renderer(edition, tmp_path).render(page)
    assert '&lt;b&gt;<a href="../choose/">Go &amp; see</a>&lt;/b&gt;' in text
