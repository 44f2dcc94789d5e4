"""A report of a mistake: a link at every card if the repository's address is known, and none if it is not."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.pages.issue_links import report_link
from generator.pages.references import References, index
from generator.site import generate
from recommender.model import Guide
from recommender.sources import Claim

REPOSITORY = "https://example.org/team/guide"


def test_a_report_names_page_statements_and_words(small: Guide) -> None:
    references = References(index(small))
    references.sentence(Claim(text="Both.", cites=("almanac#cheaper", "almanac#far")))
    (card,) = references.cards()
    link = report_link(f"{REPOSITORY}/", "https://example.org/site/", "models/bike/", card)
    assert link.startswith(f"{REPOSITORY}/issues/new?title=Mistake%20on%20models%2Fbike%2F%3A%20almanac%23cheaper")
    form = parse_qs(urlsplit(link).query)
    assert form["title"] == ["Mistake on models/bike/: almanac#cheaper and 1 more"]
    (body,) = form["body"]
    assert body.startswith("Page: https://example.org/site/models/bike/\n")
    assert "- `almanac#cheaper`: A bike costs less than a bus pass.\n" in body
    assert "- `almanac#far`: Far ways are for buses.\n" in body


@pytest.mark.parametrize("words", ["a & b = c?", "50 % + 1 #2", "“é” <b>\n`x`"])
def test_any_words_survive_the_address(small: Guide, words: str) -> None:
    references = References(index(small))
    references.sentence(Claim(text="One.", cites=("almanac#far",)))
    (card,) = references.cards()
    (reference,) = card.references
    said = replace(reference, statements=[replace(reference.statements[0], claim=words)])
    card = replace(card, references=(said,))
    link = report_link(REPOSITORY, "", "", card)
    assert not re.search(r"[\s<>\"`]", link)
    form = parse_qs(urlsplit(link).query)
    assert f"`almanac#far`: {words}\n" in form["body"][0]
    assert form["title"] == ["Mistake on the home page: almanac#far"]


def reports(docs: Path) -> list[str]:
    page = (docs / "models" / "bike.md").read_text()
    return [unescape(link) for link in re.findall(r'<a href="([^"]+)"[^>]*>Report a mistake', page)]


def test_every_card_offers_a_report_where_there_is_a_repository(small: Guide, tmp_path: Path) -> None:
    generate(replace(small, repository=REPOSITORY), tmp_path, address="https://example.org/site/")
    links = reports(tmp_path)
    embedding = (tmp_path / "embed-this" / "index.md").read_text()
    assert 'src="https://example.org/site/embed.js"' in embedding
    assert "in the place of" not in embedding
    assert len(links) == (tmp_path / "models" / "bike.md").read_text().count('class="card-source"') > 0
    assert all(
        "Page: https://example.org/site/models/bike/" in parse_qs(urlsplit(link).query)["body"][0] for link in links
    )


def test_no_repository_no_report(small: Guide, tmp_path: Path) -> None:
    generate(small, tmp_path)
    assert small.repository is None
    assert reports(tmp_path) == []
