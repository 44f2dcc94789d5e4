"""Each broken file in `invalid_data/` is refused with file, line, place, what, why and what to do."""

import re
import shutil
from pathlib import Path

import pytest

from generator.problems import DataError
from generator.reading.validate import read_guide
from generator.reading.yaml_lines import load_document
from shared import SECOND_GUIDE

BROKEN = Path(__file__).parent / "invalid_data"
EXPECTED = load_document(BROKEN / "expected.yaml").value


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the tiny guide, as the folder from which commands are started."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SECOND_GUIDE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def problems(data: Path) -> list[str]:
    with pytest.raises(DataError) as caught:
        read_guide(data)
    return [str(problem) for problem in caught.value.problems]


def test_every_broken_file_is_expected() -> None:
    assert {file.name for file in BROKEN.iterdir()} == {"expected.yaml", *EXPECTED}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_broken_file_is_told(data: Path, name: str) -> None:
    shutil.copy(BROKEN / name, data / EXPECTED[name]["replaces"])
    said = problems(data)
    assert any(problem.startswith(EXPECTED[name]["says"]) for problem in said), said
    for problem in said:
        assert re.fullmatch(r"[\w/.-]+:\d+: \S+: .+, .+; .+", problem), problem


def test_the_unbroken_guide_has_no_problem(data: Path) -> None:
    assert read_guide(data).title == "Bike or bus?"


def test_mistakes_of_every_kind_are_told_at_once(data: Path) -> None:
    for name in ("tab.yaml", "unknown-key.yaml", "unknown-option-in-rule.yaml", "not-a-date.yaml", "blank-text.yaml"):
        shutil.copy(BROKEN / name, data / EXPECTED[name]["replaces"])
    said = "\n".join(problems(data))
    for name in ("tab.yaml", "unknown-key.yaml", "not-a-date.yaml", "blank-text.yaml"):
        assert EXPECTED[name]["says"] in said, name


def test_a_broken_item_does_not_move_the_lines_of_the_others(data: Path) -> None:
    rules = (data / "rules.yaml").read_text().replace("points: {bus: 2}", 'points: {bus: "2"}', 1)
    (data / "rules.yaml").write_text(rules.replace("cites: [almanac#far]", "cites: [almanac#farther]"))
    said = problems(data)
    assert said[0].startswith("rules.yaml:7: [0].points.bus: must be a whole number")
    assert said[1].startswith("rules.yaml:18: [2].cites[0]: cites `almanac#farther`")


def test_broken_settings_do_not_hide_other_mistakes(data: Path) -> None:
    (data / "guide.yaml").unlink()
    shutil.copy(BROKEN / "unknown-option-in-rule.yaml", data / "rules.yaml")
    said = problems(data)
    assert said[0].startswith("guide.yaml:1: file: is missing")
    assert EXPECTED["unknown-option-in-rule.yaml"]["says"] in said[1]


def test_every_duplicate_key_of_a_file_is_told(data: Path) -> None:
    file = data / "models" / "bike.yaml"
    file.write_text(file.read_text() + "order: 3\nname: Again\n")
    assert len(problems(data)) == 2
