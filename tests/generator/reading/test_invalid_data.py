"""Each slip described in `invalid_data/` is told with file, line, place, what, why and what to do."""

import re
import shutil
from pathlib import Path
from typing import NotRequired, TypedDict

import pytest

from generator.problems import DataError
from generator.reading.validate import read_guide
from generator.reading.yaml_lines import load_document
from shared import SECOND_GUIDE


class Slip(TypedDict):
    """A change of a file, or a whole file in its place, and what is told of it; see `expected.yaml`."""

    file: str
    old: NotRequired[str]
    new: NotRequired[str]
    at: NotRequired[str]
    line: NotRequired[int]
    says: str


BROKEN = Path(__file__).parent / "invalid_data"
SLIPS: dict[str, Slip] = load_document(BROKEN / "expected.yaml").value


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the tiny guide, as the folder from which commands are started."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SECOND_GUIDE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def slip(data: Path, name: str) -> str:
    """Make one slip in the data and return what must be told of it."""
    slip = SLIPS[name]
    file = data / slip["file"]
    if "old" in slip:
        line = change(file, slip["old"], slip["new"], slip.get("at"))
    else:
        shutil.copy(BROKEN / name, file)
        line = slip["line"]
    return f"{slip['file']}:{line}: {slip['says']}"


def change(file: Path, old: str, new: str, at: str | None = None) -> int:
    """Replace a text that stands once in a file; return the line of `at`, else of where the new text begins."""
    text = file.read_text()
    assert text.count(old) == 1, f"`{old}` stands {text.count(old)} times in {file.name}"
    file.write_text(text.replace(old, new))
    if at is None:
        return text[: text.index(old)].count("\n") + 1
    rows = [row.strip() for row in file.read_text().splitlines()]
    assert rows.count(at) == 1, f"`{at}` is {rows.count(at)} lines of {file.name}"
    return rows.index(at) + 1


def problems(data: Path, *told: str) -> list[str]:
    """Return what is told of the data beside what was told already."""
    with pytest.raises(DataError) as caught:
        read_guide(data)
    said = [str(problem) for problem in caught.value.problems]
    assert set(told) <= set(said), said
    return [each for each in said if each not in told]


def test_every_broken_file_is_expected() -> None:
    whole = {name for name, slip in SLIPS.items() if "old" not in slip}
    assert {file.name for file in BROKEN.iterdir()} == {"expected.yaml", *whole}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_told(data: Path, name: str) -> None:
    expected = slip(data, name)
    said = problems(data)
    assert expected in said
    for problem in said:
        assert re.fullmatch(r"[\w/.-]+:\d+: \S+: .+, .+; .+", problem), problem


@pytest.mark.parametrize(
    "name",
    [
        *(name for name in SLIPS if name.startswith(("duplicate-", "heading-twice-", "id-", "quote-not-closed"))),
        "list-for-mapping",
        "not-yaml",
    ],
)
def test_what_follows_from_a_slip_is_not_told(data: Path, name: str) -> None:
    assert problems(data, slip(data, name)) == []


def test_the_unbroken_guide_has_no_problem(data: Path) -> None:
    assert read_guide(data).title == "Bike or bus?"


def test_mistakes_of_every_kind_are_told_at_once(data: Path) -> None:
    names = ("tab.yaml", "unknown-key", "not-a-date", "blank-text")
    expected = [slip(data, name) for name in (*names, "unknown-option-in-rule")]
    assert set(expected[: len(names)]) <= set(problems(data))


def test_a_broken_item_does_not_move_the_lines_of_the_others(data: Path) -> None:
    shape = slip(data, "text-for-number")
    meaning = slip(data, "part-that-is-a-rival")
    assert problems(data) == [shape, meaning]


def test_broken_settings_do_not_hide_other_mistakes(data: Path) -> None:
    (data / "guide.yaml").unlink()
    expected = slip(data, "unknown-option-in-rule")
    said = problems(data)
    assert said[0].startswith("guide.yaml:1: file: is missing")
    assert said[1] == expected


def test_every_duplicate_key_of_a_file_is_told(data: Path) -> None:
    file = data / "models" / "bike.yaml"
    file.write_text(file.read_text() + "order: 3\nname: Again\n")
    assert len(problems(data)) == 2
