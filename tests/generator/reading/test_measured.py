"""What was measured is read if it has its shape, and else told in a line by `check` and by `build`."""

import json
import shutil
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from click.testing import CliRunner

from generator.__main__ import check
from generator.pages.speed import _CONTESTANTS, _ENGINES, _NETWORKS
from generator.problems import DataError
from generator.reading.benchmark_shape import Benchmark, Contestants
from generator.reading.measured import read_measured
from generator.site import generate
from recommender.model import Guide
from shared import ROOT, SECOND_GUIDE

STUDY: dict[str, Any] = {
    "n": 2,
    "top1": 0.5,
    "top2": 1.0,
    "named": {"n": 1, "top1": 1.0, "top2": 1.0},
    "by_verdict": {},
    "by_bias": {},
    "shares": {"bike": {"said": 1.0, "published": 0.5}},
    "misses": [{"id": "a", "models": ["bus"], "said": "bike", "top2": True}],
    "publishers": 2,
}
NAMES = ("ours", "pyodide", "pyscript_pyodide", "pyscript_micropython", "floor")
TIMES: dict[str, float] = dict.fromkeys(NAMES, 100.0)
BENCHMARK: dict[str, Any] = {
    "first_answer_ms": {"9mbit": {"cold": TIMES, "warm": TIMES}},
    "bytes": {},
    "offline_ms": {"firefox": None, "webkit": 12.5},
    "build": {"circumstances": {"measured_on": {"first": "2026-01-31"}, "machine": "A", "rounds": 1, "versions": {}}},
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def faults(guide: Guide, here: Path, name: str, text: str) -> list[str]:
    (here / name).write_text(text)
    with pytest.raises(DataError) as caught:
        read_measured(guide, here)
    return [str(problem) for problem in caught.value.problems]


def test_what_is_not_there_was_not_measured(small: Guide, here: Path) -> None:
    assert read_measured(small, here) == (None, None)


def test_what_has_its_shape_is_read_as_it_is_written(small: Guide, here: Path) -> None:
    (here / "study.json").write_text(json.dumps(STUDY, indent=1))
    (here / "benchmark.json").write_text(json.dumps(BENCHMARK, indent=1))
    assert read_measured(small, here) == (STUDY, BENCHMARK)


def test_what_the_guide_has_is_read_as_json_reads_it(guide: Guide) -> None:
    data = ROOT / "generator" / "data"
    read = read_measured(guide, data)
    assert read.study == json.loads((data / "study.json").read_text())
    assert read.benchmark == json.loads((data / "benchmark.json").read_text())


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"n": "2"}, "study.json:2: n: must be a whole number, not the text"),
        ({"named": {}}, "study.json:5: named.n: is missing"),
        ({"misses": {}}, "study.json:18: misses: must be a list, not a mapping"),
        ({"named": {"n": 1}}, "study.json:5: named.top1: is missing"),
        ({"top1": None}, "study.json:3: top1: must be a number, not nothing"),
        ({"top1": float("nan")}, "study.json:3: top1: must be a number, not the text"),
        ({"rate": 1}, "study.json:29: rate: unknown key `rate`"),
        ({"shares": {"tram": {"said": 1.0, "published": 1.0}}}, "study.json:13: shares.tram: `tram` is no model"),
        ({"misses": [{**STUDY["misses"][0], "said": "tram"}]}, "study.json:24: misses[0].said: `tram` is no model"),
        ({"misses": [{**STUDY["misses"][0], "models": ["tram"]}]}, "study.json:22: misses[0].models[0]: `tram` is no"),
    ],
)
def test_a_study_of_another_shape_is_told(small: Guide, here: Path, change: dict[str, Any], said: str) -> None:
    told = faults(small, here, "study.json", json.dumps(STUDY | change, indent=1))
    assert told[0].startswith(said)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"bytes": {"9mbit": {"answer": {"ours": 1}}}}, "benchmark.json:22: bytes.9mbit.answer.floor: is missing"),
        ({"bytes": {"9mbit": {"rest": TIMES | {"floor": 0}}}}, "benchmark.json:27: bytes.9mbit.rest.floor: must be"),
        ({"offline_ms": {"lynx": 1}}, "benchmark.json:22: offline_ms.lynx: must be one of 'chromium'"),
        ({"round_trips": {"9mbit": {"ours": {}}}}, "benchmark.json:37: round_trips.9mbit.ours.connections: is missing"),
        ({"engines": {"webkit": {"9mbit": {"cold": {}}}}}, "benchmark.json:38: engines.webkit.9mbit.cold.ours: is"),
        ({"slow": {"times": 4}}, "benchmark.json:35: slow.first_answer_ms: is missing"),
        ({"processor_s": {"cold": {}}}, "benchmark.json:35: processor_s.warm: is missing"),
        ({"first_answer_ms": {"carrier": {}}}, "benchmark.json:3: first_answer_ms.carrier: must be one of 'localhost'"),
        ({"first_answer_ms": {"9mbit": {"cold": TIMES}}}, "benchmark.json:3: first_answer_ms.9mbit.warm: is missing"),
        ({"repaint_ms": {"evaluation": None}}, "benchmark.json:35: repaint_ms.changes: is missing"),
        ({"lighthouse": {"home": {"seo": 100}}}, "benchmark.json:36: lighthouse.home.accessibility: is missing"),
        ({"speed": 1}, "benchmark.json:35: speed: unknown key `speed`"),
    ],
)
def test_a_benchmark_of_another_shape_is_told(small: Guide, here: Path, change: dict[str, Any], said: str) -> None:
    told = faults(small, here, "benchmark.json", json.dumps(BENCHMARK | change, indent=1))
    assert any(each.startswith(said) for each in told), told


@pytest.mark.parametrize("name", ["study.json", "benchmark.json"])
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "1: file: is empty"),
        ("{", "1: file: is not JSON ("),
        ('{\n"a": [1,\n}', "3: file: is not JSON ("),
        ("[]", "1: file: must be a mapping, not a list"),
        ("7", "1: file: must be a mapping, not a number"),
        ("[" * 100_000, "1: file: has more than 20 lists and mappings in each other"),
        ('{"a": 1,\n"a": 2}', "2: a: duplicate key `a`"),
    ],
    ids=lambda text: ascii(text[:20]),
)
def test_what_is_no_json_of_ours_is_told(small: Guide, here: Path, name: str, text: str, said: str) -> None:
    assert faults(small, here, name, text)[0].startswith(f"{name}:{said}")


def test_both_files_are_told_of(small: Guide, here: Path) -> None:
    (here / "benchmark.json").write_text("[]")
    assert len(faults(small, here, "study.json", "[]")) == 2


@pytest.mark.parametrize("name", ["study.json", "benchmark.json"])
def test_no_page_is_made_of_another_shape(small: Guide, here: Path, name: str) -> None:
    shutil.copytree(SECOND_GUIDE, here / "data")
    (here / "data" / name).write_text('{"first_answer_ms": 7}')
    with pytest.raises(DataError):
        generate(small, here / "docs", here / "data")
    assert not (here / "docs").exists()


@pytest.mark.parametrize("name", ["study.json", "benchmark.json"])
def test_the_check_of_the_data_tells_of_it(here: Path, name: str) -> None:
    shutil.copytree(SECOND_GUIDE, here / "data")
    (here / "data" / name).write_text("{")
    told = CliRunner().invoke(check, ["--data", str(here / "data")]).exception
    assert isinstance(told, DataError)
    assert [problem.file.name for problem in told.problems] == [name]


def test_the_page_has_words_for_all_that_is_measured() -> None:
    shape = get_type_hints(Benchmark)
    for part, words in (("first_answer_ms", _NETWORKS), ("bytes", _NETWORKS), ("engines", _ENGINES)):
        names, _ = get_args(shape[part])
        assert get_args(names) == tuple(words)
    assert get_type_hints(Contestants).keys() == _CONTESTANTS.keys()
