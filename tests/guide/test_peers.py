"""The benchmark's page for MicroPython, which only adds up points, says of its answers what the recommender says."""

import json
import runpy
import sys
from pathlib import Path
from types import ModuleType
from unittest.mock import MagicMock, call

import pytest

from bench.contestants import ANSWERS, FRAGMENT, HERE
from generator.browser.browser_guide import for_browser
from recommender.api import Adviser, guide_json
from recommender.model import Guide


def test_micropythons_page_tells_the_answer(guide: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = ModuleType("pyscript")
    browser.document, browser.window = MagicMock(), MagicMock()  # type: ignore[attr-defined]
    browser.window.location.hash = FRAGMENT
    texts: list[str] = []
    browser.document.querySelector().append = lambda element: texts.append(element.textContent)
    monkeypatch.setitem(sys.modules, "pyscript", browser)
    (tmp_path / "guide.json").write_text(guide_json(for_browser(guide)))
    monkeypatch.chdir(tmp_path)
    runpy.run_path(str(HERE / "pages" / "pyscript_micropython.py"))
    answer = json.loads(Adviser(guide=guide).recommend(json.dumps(ANSWERS)))
    assert texts == [answer["headline"], answer["detail"]]
    assert browser.document.createElement.mock_calls[:1] == [call("h2")]
