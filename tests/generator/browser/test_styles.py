"""The style sheet and the type: both are small, fit together, and hold every letter that the site says."""

import gzip
import html
import re
from hashlib import sha256
from pathlib import Path

from generator.browser.styles import styles, type_files
from shared import ROOT

WEB = ROOT / "widgets" / "web"
SHEET = styles(WEB).decode()
TYPE = type_files(WEB)
FONTS = {path: content for path, content in TYPE.items() if path.endswith(".woff2")}
ALLOWED = 60_000
POINTS = (0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026, 0x2212)
HELD = {chr(code) for code in (0x9, 0xA, *range(0x20, 0x7F), *range(0xA0, 0x100), *POINTS)}
SIGNS = set("←↑→↓▲■◆●○✓")
"""What no type of ours holds: marks beside words, which say the same."""


def test_comments_stay_behind_and_the_order_is_that_of_the_names(tmp_path: Path) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "2.css").write_text("/* Two */\nb {\n}\n")
    (tmp_path / "styles" / "1.css").write_text("a {\n  /* one\n line more */\n  top: 0;\n}\n")
    assert styles(tmp_path) == b"a {\n  top: 0;\n}\n\nb {\n}\n"


def test_all_styles_together_are_small() -> None:
    assert len(gzip.compress(SHEET.encode(), 9)) <= 15_000


def test_the_type_is_small_and_named_by_its_content() -> None:
    assert sum(map(len, FONTS.values())) <= ALLOWED
    for path, content in FONTS.items():
        assert path.split(".")[1] == sha256(content).hexdigest()[:8], path


def test_styles_and_pages_name_the_type_that_is_there() -> None:
    named = {f"assets/{path}" for path in re.findall(r'url\("(.*?)"\)', SHEET)}
    assert named == set(FONTS)
    theme = (ROOT / "generator" / "publish" / "theme" / "main.html").read_text()
    early = re.findall(r'"(\w+\.[0-9a-f]{8})"', theme)
    assert len(early) == 2
    assert {f"assets/fonts/{name}.woff2" for name in early} < set(FONTS)


def test_each_type_comes_with_its_license() -> None:
    texts = [content.decode() for path, content in TYPE.items() if path.endswith(".txt")]
    for family in set(re.findall(r'font-family: "?([\w ]+)"?;\n  font-display', SHEET)):
        assert any(
            "SIL Open Font License" in text and family.replace(" ", "") in text.replace("-", "") for text in texts
        )


def test_the_type_holds_what_pages_say(site: Path) -> None:
    """It holds the letters of Latin-1 and the points of a text; docs/decisions/0017 tells how to add to them."""
    found = {file: set(words(file)) - HELD - SIGNS for file in site.rglob("*.html")}
    assert {str(file): signs for file, signs in found.items() if signs} == {}


def words(file: Path) -> str:
    """Return what stands between the tags of a page."""
    text = re.sub(r"<(script|style)\b.*?</\1>", "", file.read_text(), flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]*>", " ", text))
