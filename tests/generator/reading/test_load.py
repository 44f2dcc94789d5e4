"""What stands in the folder of data is read, or told: nothing vanishes without a word."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.problems import DataError
from generator.reading.load import COLLECTIONS, load_tree
from generator.reading.validate import read_guide
from shared import SECOND_GUIDE


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


def hidden(file: Path) -> None:
    file.with_name(f".{file.name}").write_text("[]\n")


def empty_folder(file: Path) -> None:
    folder = file.with_suffix("")
    folder.mkdir()
    (folder / ".gitkeep").touch()


MISSING = "expenses.yaml:1: file: is missing, what it should say would be gone without a word; "


@pytest.mark.parametrize(
    ("instead", "said"),
    [
        (lambda _: None, f"{MISSING}write it, with `[]` if the guide has none"),
        (lambda file: file.symlink_to("nowhere.yaml"), "expenses.yaml:1: file: is a link to no file, "),
        (lambda file: file.symlink_to(file), "expenses.yaml:1: file: is a link to no file, "),
        (
            lambda file: file.with_suffix("").symlink_to(file.with_suffix("")),
            "expenses:1: file: is a link to no file, ",
        ),
        (os.mkfifo, "expenses.yaml:1: file: is no plain file, "),
        (Path.mkdir, "expenses.yaml:1: file: is an empty folder, "),
        (empty_folder, "expenses:1: file: is an empty folder, nothing of it is read; put a file with data there, or"),
        (hidden, ".expenses.yaml:1: file: is not a file that the guide reads, "),
        (Path.touch, "expenses.yaml:1: file: is empty, "),
        (lambda file: file.with_suffix(".yml").touch(), "expenses.yml:1: file: is not a file that the guide reads, "),
    ],
)
def test_what_stands_instead_of_a_file_is_told(data: Path, instead: Callable[[Path], object], said: str) -> None:
    (data / "expenses.yaml").unlink()
    instead(data / "expenses.yaml")
    told = problems(data)
    assert any(each.startswith(said) for each in told), told
    assert all(each.startswith((said, MISSING)) for each in told), told


def test_a_link_to_a_file_is_read(data: Path) -> None:
    (data / "expenses.yaml").rename(data.parent / "elsewhere.yaml")
    (data / "expenses.yaml").symlink_to(data.parent / "elsewhere.yaml")
    assert len(read_guide(data).expenses) == 1


def test_what_tools_leave_behind_is_no_data(data: Path) -> None:
    (data / ".DS_Store").touch()
    (data / "models" / ".bike.yaml.swp").touch()
    (data / ".git").mkdir()
    assert read_guide(data)


@pytest.mark.parametrize("name", ["verdicts.yaml", "study.json", "benchmark.json"])
def test_what_stands_beside_the_guide_is_a_file_if_it_is_there(data: Path, name: str) -> None:
    (data / name).symlink_to("nowhere")
    assert problems(data) == [
        f"{name}:1: file: is a link to no file, nothing of it is read; put a file with data there, or remove it"
    ]


@pytest.mark.parametrize("place", ["models/old", "models/old/bike.yaml", "notes/a.yaml", "rules.json", "rule.yaml"])
def test_what_has_no_place_is_told(data: Path, place: str) -> None:
    (data / place).parent.mkdir(parents=True, exist_ok=True)
    (data / place).touch() if "." in place else (data / place).mkdir()
    (said,) = problems(data)
    assert said.startswith(("models/old:1: file: is a folder in a folder", f"{place}:1: file: is not a file that"))


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        read_guide(tmp_path / "nowhere")
    assert "file: cannot be read (No such file or directory), " in str(caught.value.problems[0])


def test_a_guide_without_files_lacks_each_of_them(tmp_path: Path) -> None:
    tree = load_tree(tmp_path)
    assert {problem.file.stem for problem in tree.problems} == {"guide", *COLLECTIONS} == tree.broken


@pytest.mark.parametrize("name", ["expenses", "changes", "faq", "myths", "provider_questions", "moves", "figures"])
def test_a_guide_says_that_it_leaves_out_a_collection(data: Path, name: str) -> None:
    (data / f"{name}.yaml").write_text("[]\n")
    assert getattr(read_guide(data), name) == ()


@pytest.mark.parametrize("name", ["sources", "models", "concerns", "questions", "rules", "pages"])
def test_without_these_there_is_no_guide(data: Path, name: str) -> None:
    shutil.rmtree(data / name, ignore_errors=True)
    (data / f"{name}.yaml").write_text("# none\n[]\n")
    said = f"{name}.yaml:1: file: is an empty list, an item, or all of them, would be gone without a word; "
    assert any(each.startswith(said) for each in problems(data))


def test_a_file_of_one_item_is_not_an_empty_list(data: Path) -> None:
    (data / "profiles" / "rider.yaml").write_text("[]\n")
    assert problems(data)[0].startswith("profiles/rider.yaml:1: file: is an empty list, ")


def test_places_are_asked_for_only_where_there_are_some(data: Path) -> None:
    for name in ("jurisdictions", "aspects", "local_lines"):
        (data / f"{name}.yaml").write_text("[]\n")
    assert problems(data) == [
        "questions.yaml:49: [4].kind: asks for places, the guide has none, so nobody could name one; "
        "fill jurisdictions.yaml or remove the question"
    ]
