"""Our own modules travel as one script each, with the names that they have and without their comments."""

from pathlib import Path

import pytest

from generator.browser.joined import joined
from generator.browser.tools import ToolError

FIRST = """// @ts-check
/** @file What it is for. */
import { whole } from "./second.js";
import said from "told";

console.log(whole("x"), said); // why
"""
SECOND = "export function whole(name) {\n  return `//${name}`;\n}\nexport const idle = 1;\n"


@pytest.fixture
def web(tmp_path: Path) -> Path:
    folder = tmp_path / "web"
    folder.mkdir()
    (folder / "first.js").write_text(FIRST)
    (folder / "second.js").write_text(SECOND)
    return folder


def test_a_script_has_all_that_it_imports_and_nothing_else(web: Path, tmp_path: Path) -> None:
    (tmp_path / "told.js").write_text("export default 'told';\n")
    script = joined(web, "first.js", {"told": tmp_path / "told.js"}, tmp_path).decode()
    assert "function whole(name){return`//${name}`}" in script
    assert '"told"' in script
    assert not [word for word in ("import", "export", "idle", "@file", "why") if word in script]


def test_it_is_made_anew_when_a_module_changes(web: Path, tmp_path: Path) -> None:
    def made() -> bytes:
        return joined(web, "second.js", {}, tmp_path)

    before = made()
    assert made() == before
    (web / "second.js").write_text(SECOND.replace("whole", "half"))
    assert b"half" in made()


def test_what_is_not_there_is_told(web: Path, tmp_path: Path) -> None:
    with pytest.raises(ToolError, match=r"told"):
        joined(web, "first.js", {}, tmp_path)
