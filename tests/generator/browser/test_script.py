"""Pyodide's script is cut down to what its WebAssembly and its other script ask for."""

import re
import subprocess
from pathlib import Path

import pytest

from generator.browser import script, wasm
from generator.browser.pyodide import LOADER, SCRIPT, WASM, home, original
from shared import ROOT

ENGINE = ROOT / "widgets" / "engine"


@pytest.fixture(scope="module")
def small() -> bytes:
    return script.small_script(ENGINE, ROOT / "build")


def test_it_is_a_script_of_half_the_size_at_most(small: bytes, tmp_path: Path) -> None:
    assert len(small) < len(original(ENGINE, SCRIPT)) / 2
    (tmp_path / "small.js").write_bytes(small)
    subprocess.run(["node", "--check", str(tmp_path / "small.js")], check=True)


def test_all_that_the_webassembly_calls_is_still_there(small: bytes) -> None:
    words = script.words(small)
    missing = {each.name for each in wasm.imports(original(ENGINE, WASM))} - words
    assert {name for name in missing if not name.startswith("__")} <= {"memory"}


def test_what_nobody_asks_for_is_gone(small: bytes) -> None:
    assert not re.search(rb"SDL_OpenAudio|createShader|\.sig=", small)


def test_another_script_is_refused(tmp_path: Path) -> None:
    engine = tmp_path / "engine"
    folder = home(engine)
    folder.mkdir(parents=True)
    (engine / "package-lock.json").write_text("{}")
    (folder / SCRIPT).write_text("var other={};")
    (folder / LOADER).write_text("")
    (folder / WASM).write_bytes(original(ENGINE, WASM))
    with pytest.raises(ValueError, match="exactly 1 is understood"):
        script.small_script(engine, tmp_path / "cache")
