"""The page on speed shows what was measured, leaves out what was not, and exists only where something was measured."""

import re
from pathlib import Path

import pytest

from generator.pages.page import edition_of
from generator.pages.render import Renderer
from generator.pages.speed import speed
from generator.reading.validate import read_guide
from generator.site import generate
from recommender.model import Guide
from shared import SECOND_GUIDE

NAMES = ("ours", "pyodide", "pyscript_pyodide", "pyscript_micropython", "floor")


@pytest.fixture
def starts() -> dict[str, dict[str, dict[str, float]]]:
    times = dict(zip(NAMES, (500.0, 2000.0, 2500.0, 400.0, 100.0), strict=True))
    return {"localhost": {"cold": times, "warm": {name: time / 2 for name, time in times.items()}}}


def test_times_stand_beside_the_ratio_of_ours(
    small: Guide, tmp_path: Path, starts: dict[str, dict[str, dict[str, float]]]
) -> None:
    tiny = edition_of(small, {"site": ""})
    text = Renderer(tiny, tmp_path).render(speed(tiny, {"first_answer_ms": starts}))
    text = re.sub('<span class="model".*?</span> ', "", text)  # what a cell is, where it stands alone
    assert "<td>2,500</td><td>0.20</td><td>1,250</td><td>0.20</td>" in text
    assert "Lighthouse says" not in text
    assert "What a build costs" not in text


def test_without_measurements_there_is_no_page(tmp_path: Path) -> None:
    generate(read_guide(SECOND_GUIDE), tmp_path, SECOND_GUIDE)
    assert not (tmp_path / "speed").exists()
