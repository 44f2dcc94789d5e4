"""A site says where it stands if it was told, and nothing that is not so if it was not."""

from pathlib import Path
from shutil import copyfile

import pytest

from generator.publish.mkdocs import NOWHERE, configure, run_mkdocs
from recommender.model import Guide
from shared import ROOT

STATED = "https://example.org/guide/"


@pytest.mark.parametrize("stated", [None, "", STATED])
def test_only_a_stated_address_becomes_the_address_of_a_page(
    small: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stated: str | None
) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    if stated is not None:
        monkeypatch.setenv("SITE_URL", stated)
    config = configure(small, tmp_path)
    (tmp_path / "docs" / "assets").mkdir()
    copyfile(ROOT / "widgets" / "web" / "mark.svg", tmp_path / "docs" / "assets" / "mark.svg")
    (tmp_path / "docs" / "index.md").write_text("# Home\n")
    (tmp_path / "docs" / "faq").mkdir()
    (tmp_path / "docs" / "faq" / "index.md").write_text("# Questions\n")
    site = run_mkdocs(config)
    page = (site / "faq" / "index.html").read_text()
    for line in ('<link rel="canonical" href="', '<meta property="og:url" content="'):
        assert page.count(line) == bool(stated)
        assert (f'{line}{stated}faq/"' in page) == bool(stated)
    assert (f'<meta property="og:image" content="{stated}assets/mark.png"' in page) == bool(stated)
    assert f"<loc>{stated or NOWHERE}</loc>" in (site / "sitemap.xml").read_text()
    assert f"<loc>{stated or NOWHERE}faq/</loc>" in (site / "sitemap.xml").read_text()
    assert "your-address" not in page
    assert "127.0.0.1" not in page
