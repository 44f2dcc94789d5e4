"""YAML is read as YAML 1.2 means it, and every place remembers its line."""

from pathlib import Path

import pytest

from generator.reading.yaml_lines import load_document, spell


def test_words_stay_words(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(
        "answer: no\nday: 2026-01-31\nnumber: 07\ncount: 7\nflag: true\nnothing:\nshare: 0.5\nbase: 1_000\n"
    )
    assert load_document(file).value == {
        "answer": "no",
        "day": "2026-01-31",
        "number": 7,
        "count": 7,
        "flag": True,
        "nothing": None,
        "share": 0.5,
        "base": "1_000",
    }


def test_every_place_has_its_line(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("# note\na:\n  b:\n    - c\n    - d: e\n")
    lines = load_document(file).lines
    assert (lines["a",], lines["a", "b"], lines["a", "b", 1], lines["a", "b", 1, "d"]) == (2, 3, 5, 5)


@pytest.mark.parametrize(("loc", "text"), [((), ""), (("a", "b", 0, "c"), "a.b[0].c"), ((2, "a"), "[2].a")])
def test_a_place_is_spelt_as_people_write_it(loc: tuple[str | int, ...], text: str) -> None:
    assert spell(loc) == text
