"""Pyodide's script is cut down to what its WebAssembly and its other script ask for."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from generator.browser import wasm
from generator.browser.pyodide import Runtime, UnfitError, read_pyodide
from generator.browser.script import shortened, words
from shared import ROOT


@pytest.fixture(scope="module")
def original() -> Runtime:
    return read_pyodide(ROOT / "widgets" / "engine").runtime


@pytest.fixture(scope="module")
def short(original: Runtime) -> bytes:
    return shortened(original, ROOT / "build").script


def test_it_is_a_script_of_half_the_size_at_most(original: Runtime, short: bytes, tmp_path: Path) -> None:
    assert len(short) < len(original.script) / 2
    (tmp_path / "short.js").write_bytes(short)
    subprocess.run(["node", "--check", str(tmp_path / "short.js")], check=True)


def test_all_that_the_webassembly_calls_is_still_there(original: Runtime, short: bytes) -> None:
    missing = {each.name for each in wasm.imports(original.wasm)} - words(short)
    assert {name for name in missing if not name.startswith("__")} <= {"memory"}


def test_what_nobody_asks_for_is_gone(short: bytes) -> None:
    assert not re.search(rb"SDL_OpenAudio|createShader|\.sig=", short)


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        (".sig=", ".gis=", "0 of .*sig.*1 and more are"),
        ("var wasmImports={", "var someImports={", "0 of .*wasmImports.*exactly 1 is"),
        ("updateGOT(relocated,replace);", "updateGOT(replace,relocated);", "0 of updateGOT"),
        (";updateTableMap(0,wasmTable.length)", ";mapTable(0,wasmTable.length)", "0 of ;updateTableMap"),
        ('Module["', "Module['", "0 of .*Module"),
        ("var _", "let _", "0 of var .*wasmExports"),
        ("eval(", "evaluate(", "0 of .*eval"),
    ],
)
def test_another_script_is_refused(original: Runtime, tmp_path: Path, old: str, new: str, what: str) -> None:
    """Each expression that finds something to leave out must find it: a newer Pyodide may write it otherwise."""
    other = original.script.replace(old.encode(), new.encode())
    assert other != original.script
    with pytest.raises(UnfitError, match=what):
        shortened(replace(original, script=other), tmp_path)
