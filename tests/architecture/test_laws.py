"""The laws of the house: who may import whom, where facts live, what is generated, and how large a file may be."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.reading.page_words import page_file
from recommender.model import Guide
from shared import ROOT, tracked

RECOMMENDER = sorted((ROOT / "widgets" / "recommender").glob("*.py"))
GENERATOR = sorted(set((ROOT / "generator").rglob("*.py")) - {ROOT / "generator" / "browser" / "workload.py"})
INLINE = sorted((ROOT / "generator").rglob("theme/**/*.js"))
WEB = sorted((ROOT / "widgets" / "web").glob("*.js")) + INLINE
LIGHT = {"collections", "dataclasses", "fractions", "functools", "itertools", "json", "math", "types", "typing"}
ALLOWED = LIGHT | {"recommender"}


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").split(".")[0]


@pytest.mark.parametrize("file", RECOMMENDER, ids=lambda file: file.name)
def test_the_recommender_imports_a_few_light_modules_only(file: Path) -> None:
    assert set(imports(file)) <= ALLOWED


def test_the_recommender_brings_nothing_heavy_along() -> None:
    code = "import sys; before = set(sys.modules); import recommender; print(*sorted(set(sys.modules) - before))"
    command = [sys.executable, "-I", "-c", code]
    loaded = set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())
    assert not loaded & {"yaml", "jinja2", "pydantic", "pathlib", "random", "datetime", "time", "subprocess", "asyncio"}


def test_only_the_command_line_and_tests_import_the_generator() -> None:
    outside = [file for file in tracked() if file.suffix == ".py" and ROOT / "generator" not in file.parents]
    assert not [file for file in outside if "tests" not in file.parts and "generator" in set(imports(file))]


@pytest.mark.parametrize("file", WEB, ids=lambda file: file.name)
def test_scripts_are_checked_and_never_write_markup(file: Path) -> None:
    text = file.read_text()
    assert text.startswith("// @ts-check\n/** @file ")
    assert text.count("\n") <= 200
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function", text)


@pytest.mark.parametrize("file", RECOMMENDER + GENERATOR, ids=lambda file: file.name)
def test_every_module_says_what_it_is_for(file: Path) -> None:
    assert (ast.get_docstring(ast.parse(file.read_text())) or "").endswith(".")


def test_functions_are_short() -> None:
    lengths = sorted(
        (node.end_lineno or 0) - node.lineno + 1
        for file in RECOMMENDER + GENERATOR
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.FunctionDef)
    )
    assert lengths[len(lengths) // 2] <= 10
    assert lengths[-1] <= 50


def test_what_is_generated_is_not_tracked() -> None:
    manifest = ROOT / "docs" / ".generated.json"
    generated = {ROOT / "docs" / path for path in json.loads(manifest.read_text())}
    assert generated
    assert not generated & set(tracked())


def test_every_page_stands_in_the_navigation(guide: Guide) -> None:
    navigation = (ROOT / "mkdocs.yml").read_text()
    pages = [path for path in json.loads((ROOT / "docs" / ".generated.json").read_text()) if path.endswith(".md")]
    kinds = {entry.id: entry for entry in guide.pages}
    # A page for each place would drown the rest; the overview leads to them. One page is for other sites' frames.
    aside = {page_file(kinds["embed"]), *(page_file(kinds["place"], place.id) for place in guide.jurisdictions)}
    assert not [page for page in pages if f" {page}\n" not in navigation and page not in aside]


def test_python_is_of_one_version() -> None:
    minor = (ROOT / ".python-version").read_text().strip()
    lock = ROOT / "widgets" / "engine" / "node_modules" / "pyodide" / "pyodide-lock.json"
    assert json.loads(lock.read_text())["info"]["python"].startswith(f"{minor}.")
    assert f'requires-python = ">={minor}' in (ROOT / "pyproject.toml").read_text()
