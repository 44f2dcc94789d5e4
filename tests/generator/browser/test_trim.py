"""The WebAssembly keeps what the recommender calls; what is assumed of Pyodide is looked at, and another is refused."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.browser import trim, wasm
from generator.browser.pyodide import Engine, UnfitError, read_pyodide
from generator.browser.script import shortened
from generator.browser.stdlib import compiled_library
from generator.browser.tools import ToolError
from generator.browser.wheel import compiled_wheel, wheel
from recommender.api import guide_json
from recommender.model import Guide
from shared import ROOT

CACHE = ROOT / "build"


@pytest.fixture(scope="module")
def engine() -> Engine:
    """Return the engine before its WebAssembly is trimmed."""
    pyodide, made = read_pyodide(ROOT / "widgets" / "engine"), wheel(ROOT / "widgets" / "recommender", CACHE)
    library = compiled_library(pyodide, ROOT / "widgets" / "engine" / "stubs", made, CACHE)
    return Engine(runtime=shortened(pyodide.runtime, CACHE), library=library, recommender=compiled_wheel(made, CACHE))


def test_what_is_close_to_two_that_are_called_is_kept() -> None:
    def taken(*called: int) -> list[int]:
        return list(trim.with_neighbours(list(called)))

    assert taken(3) == [3]
    assert taken(3, 5, 40) == [3, 4, 5, 40]
    assert taken(0, 15) == list(range(16))
    assert taken(0, 16) == [0, 16]


def test_a_memory_that_stands_elsewhere_is_refused(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trim, "MEMORY_BASE", trim.MEMORY_BASE + 16)
    with pytest.raises(UnfitError, match="does not stand at 1040"):
        trim.trimmed(engine, b"{}", tmp_path)


def test_marks_where_python_has_its_memory_are_refused(
    engine: Engine, small: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They would be overwritten, or change what Python remembers."""
    monkeypatch.setattr(trim, "_MARKS", 40 * 2**20)
    monkeypatch.setattr(trim, "_READS", 41 * 2**20)
    monkeypatch.setattr(trim, "_WORKLOAD", tmp_path / "workload.py")
    # One large piece: marks inside of it break nothing that Python needs to come to the end.
    (tmp_path / "workload.py").write_text("held = b'x' * 40 * 2**20")
    with pytest.raises(ToolError, match="Python's memory reaches 41943040"):
        trim.trimmed(engine, guide_json(small).encode(), tmp_path)


def test_a_webassembly_without_addresses_to_put_in_is_refused(engine: Engine, tmp_path: Path) -> None:
    code = wasm.only_exports(engine.runtime.wasm, lambda name: name != "__wasm_apply_data_relocs")
    other = replace(engine, runtime=replace(engine.runtime, wasm=code))
    with pytest.raises((UnfitError, ToolError)):
        trim.trimmed(other, b"{}", tmp_path)
