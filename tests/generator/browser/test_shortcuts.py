"""A shortcut that no longer fits Pyodide is left out with a warning, and the plain start is published all the same."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.browser import shortcuts
from generator.browser.bundle import build_bundle
from generator.browser.pyodide import UnfitError
from generator.browser.tools import ToolError
from recommender.model import Guide
from shared import ROOT

LOADER_AND_SCRIPT = {"pyodide.js", "pyodide.asm.js"}


def failing(error: Exception) -> Callable[..., object]:
    def fail(*_: object, **__: object) -> object:
        raise error

    return fail


@pytest.mark.parametrize("part", ["compiled_library", "shortened", "trimmed"])
@pytest.mark.parametrize("error", [UnfitError("it has 0 of them"), ToolError("node failed: E"), IndexError("index")])
def test_without_a_fast_engine_the_plain_one_is_published(
    small: Guide, monkeypatch: pytest.MonkeyPatch, part: str, error: Exception
) -> None:
    monkeypatch.setattr(shortcuts, part, failing(error))
    warnings: list[str] = []
    bundle = build_bundle(small, small, ROOT / "widgets", ROOT / "build", warnings.append)
    assert warnings == [f"Python starts as Pyodide does, not faster: {error}"]
    assert json.loads(bundle.description).keys() == {"lock", "plain"}
    assert not [path for path in bundle.files if path.startswith("assets/python/") or path.endswith(".bin")]
    assert {Path(path).name for path in bundle.files if path.startswith("assets/plain/")} >= LOADER_AND_SCRIPT


def test_without_its_memory_the_compiled_start_is_published(small: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shortcuts, "snapshot", failing(UnfitError("a snapshot begins with 0x1")))
    warnings: list[str] = []
    bundle = build_bundle(small, small, ROOT / "widgets", ROOT / "build", warnings.append)
    assert warnings == ["Python starts without its memory: a snapshot begins with 0x1"]
    assert list(json.loads(bundle.description)) == ["lock", "compiled", "plain"]
    assert not [path for path in bundle.files if path.endswith("snapshot.bin")]
