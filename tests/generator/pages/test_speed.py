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
    for left_out in (
        "Lighthouse says",
        "a build costs",
        "slower",
        "other browsers",
        "a line",
        "wire",
        "processor does",
    ):
        assert left_out not in text.partition("How it was measured")[0]


def test_each_part_is_told(small: Guide, tmp_path: Path, starts: dict[str, dict[str, dict[str, float]]]) -> None:
    tiny = edition_of(small, {"site": ""})
    sizes = dict(zip(NAMES, (2_400_000, 6_000_000, 7_000_000, 300_000, 3_000_000), strict=True))
    both = {"answer": sizes, "rest": {name: 2 * size for name, size in sizes.items()}}
    work = {"answer": dict.fromkeys(NAMES, 0.5), "rest": dict.fromkeys(NAMES, 1.25)}
    compared = {"cold": {"ours": 900, "pyodide": 3000}, "warm": {"ours": 600, "pyodide": 2000}}
    measured = {
        "bytes": {"9mbit": both},
        "round_trips": {"9mbit": {"ours": {"depth": 3, "requests": 21, "connections": 6}}},
        "engines": {"firefox": {"localhost": compared}, "webkit": {"9mbit": compared}},
        "offline_ms": {"chromium": 412.6, "webkit": None},
        "slow": {"times": 4, "first_answer_ms": starts},
        "processor_s": {"cold": work, "warm": work},
    }
    text = Renderer(tiny, tmp_path).render(speed(tiny, measured))
    assert "is 4 times slower" in text
    assert "Chromium has the first answer after 413 ms, WebKit (as in Safari) shows none." in text
    text = re.sub('<span class="model".*?</span> ', "", text)
    assert "<td>6.00</td><td>0.40</td><td>12.00</td><td>0.40</td>" in text
    assert "<td>3</td><td>21</td><td>6</td>" in text
    assert "<td>0.50</td><td>1.00</td><td>1.25</td><td>1.00</td>" in text
    assert text.count("<td>900</td><td>3,000</td><td>0.30</td><td>600</td><td>2,000</td><td>0.30</td>") == 2
    assert text.index("On the machine itself") < text.index("Through 9 Mbit/s") < text.index("How it was measured")


def test_without_measurements_there_is_no_page(tmp_path: Path) -> None:
    generate(read_guide(SECOND_GUIDE), tmp_path, SECOND_GUIDE)
    assert not (tmp_path / "speed").exists()
