"""What pages show and run is named by its content, and pages are marked with the scripts and styles they go with."""

import re
import shutil
from pathlib import Path

import pytest

from generator.publish.naming import mark_edition, name_by_content
from generator.publish.policy import apply_policy

PAGE = (
    '<html><head><meta charset="utf-8"><link rel="stylesheet" href="{up}assets/guide.css">'
    '<link rel="icon" href="{up}assets/mark.svg"><script>one()</script></head></html>'
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for path, text in (
        ("assets/guide.css", "p {}"),
        ("assets/mark.svg", "<svg/>"),
        ("assets/mark.png", "png"),
        ("assets/web/0123456789ab/element.js", "run()"),
        ("index.html", PAGE.format(up="")),
        ("below/index.html", PAGE.format(up="../")),
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    return tmp_path


def edition(site: Path) -> str:
    """Return the one mark that all pages have."""
    pages = [page.read_text() for page in site.rglob("*.html")]
    marks = {mark for page in pages for mark in re.findall(r'<meta name="edition" content="(\w+)">', page)}
    assert len(marks) == 1
    assert all(page.count("edition") == 1 for page in pages)
    return marks.pop()


def made(site: Path) -> str:
    name_by_content(site)
    apply_policy(site)
    mark_edition(site)
    return edition(site)


def test_pages_name_styles_and_pictures_by_their_content(site: Path) -> None:
    name_by_content(site)
    for page, up in (("index.html", ""), ("below/index.html", "../")):
        named = re.findall(r'href="([^"]+)"', (site / page).read_text())
        assert re.fullmatch(rf"{up}assets/guide\.[0-9a-f]{{12}}\.css", named[0])
        assert re.fullmatch(rf"{up}assets/mark\.[0-9a-f]{{12}}\.svg", named[1])
        assert all((site / page).parent.joinpath(name).resolve().is_file() for name in named)
    assert not (site / "assets" / "guide.css").exists()
    assert (site / "assets" / "mark.svg").exists()  # other sites may show it


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("assets/guide.css", "p { margin: 0 }"),
        ("assets/web/ba9876543210/element.js", "run()"),
        ("below/index.html", PAGE.format(up="../").replace("one()", "two()")),
    ],
    ids=["style", "script", "script in a page"],
)
def test_another_style_or_script_makes_another_mark(
    site: Path, tmp_path_factory: pytest.TempPathFactory, path: str, text: str
) -> None:
    other = shutil.copytree(site, tmp_path_factory.mktemp("other") / "site")
    (other / path).parent.mkdir(parents=True, exist_ok=True)
    (other / path).write_text(text)
    assert made(site) != made(other)


def test_other_words_make_no_other_mark(site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = shutil.copytree(site, tmp_path_factory.mktemp("other") / "site")
    page = other / "below" / "index.html"
    page.write_text(page.read_text() + "<p>More words.</p>")
    assert made(site) == made(other)
