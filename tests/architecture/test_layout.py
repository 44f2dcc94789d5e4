"""The house: which rooms the generator has, who may import whom among them, and how long a file may be."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from shared import ROOT, tracked

GENERATOR = ROOT / "generator"
ROOMS = {"reading", "pages", "browser", "publish", "evaluation", "cases"}
EVERYWHERE = {"problems"}
MAY_IMPORT = {
    "problems": set[str](),
    "reading": set[str](),
    **{name: {"reading"} for name in ROOMS - {"reading"}},
    "pages": {"reading", "evaluation"},
    "site": ROOMS,
    "__main__": ROOMS | {"site"},
}
"""Who may import whom: the command line, then the build, then the rooms, then reading; problems are told everywhere."""


def room(file: Path) -> str:
    """Return the room, or the module outside of all, that a file of the generator belongs to."""
    return file.relative_to(GENERATOR).with_suffix("").parts[0]


def imported(file: Path) -> Iterator[str]:
    """Yield what a file imports of the generator, as the names of rooms, wherever in the file it does so."""
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module == "generator":
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
            yield from (name.split(".")[1] for name in names if name.startswith("generator."))
        elif isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[2].split(".")[0] for alias in node.names if "generator" in alias.name)


@pytest.mark.parametrize("file", sorted(GENERATOR.rglob("*.py")), ids=lambda file: str(file.relative_to(GENERATOR)))
def test_imports_point_one_way(file: Path) -> None:
    own = room(file)
    if own != "__init__":
        assert set(imported(file)) <= MAY_IMPORT[own] | EVERYWHERE | {own}


def test_the_generator_has_rooms_and_few_modules_outside_of_them() -> None:
    known = [file.relative_to(GENERATOR).parts for file in tracked() if GENERATOR in file.parents]
    assert {parts[0] for parts in known if len(parts) > 1} == ROOMS | {"data"}
    assert len([parts for parts in known if len(parts) == 1]) <= 6


def test_every_room_of_the_generator_has_its_tests() -> None:
    tests = ROOT / "tests" / "generator"
    assert {folder.name for folder in tests.iterdir() if list(folder.glob("test_*.py"))} == ROOMS


def test_what_runs_only_in_a_build_does_not_stand_with_what_browsers_receive() -> None:
    assert not [file for file in tracked() if file.suffix == ".mjs" and ROOT / "widgets" in file.parents]


_TO_SPLIT = {
    "widgets/web/element.js",
}
"""Files that are still longer."""


def test_files_are_short() -> None:
    """Half of the files of code have at most 80 lines, and none has more than 250."""
    code = [file for file in tracked() if file.suffix in {".py", ".js", ".mjs", ".html", ".css"}]
    lengths = {file.relative_to(ROOT): file.read_text().count("\n") for file in code if "docs" not in file.parts}
    assert {str(file) for file, lines in lengths.items() if lines > 250} - _TO_SPLIT == set()
    assert median(lines for file, lines in lengths.items() if file.parts[0] != "tests") <= 80
