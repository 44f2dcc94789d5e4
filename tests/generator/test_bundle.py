"""The browser's bundle: compiled, reproducible, described by length and digest, and small in what it holds."""

import json
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.bundle import Bundle, build_bundle
from generator.problems import DataError
from recommender.model import Guide
from shared import ROOT


@pytest.fixture(scope="module")
def bundle(guide: Guide) -> Bundle:
    return build_bundle(guide, ROOT / "widgets", ROOT / "build")


def test_the_description_is_true(bundle: Bundle) -> None:
    described = json.loads(bundle.description)
    adviser = Path(bundle.scripts["element"]).parent
    for entry in described["files"].values():
        content = bundle.files[(Path("/") / adviser / entry["url"]).resolve().relative_to("/").as_posix()]
        assert (len(content), sha256(content).hexdigest()) == (entry["bytes"], entry["sha256"])


def test_a_second_build_gives_the_same_bytes(bundle: Bundle, guide: Guide, tmp_path: Path) -> None:
    again = build_bundle(guide, ROOT / "widgets", tmp_path)
    assert again == bundle


def test_the_wheel_holds_bytecode_of_the_recommender_only(bundle: Bundle) -> None:
    (wheel,) = (content for path, content in bundle.files.items() if path.endswith(".whl"))
    modules = {file.stem for file in (ROOT / "widgets" / "recommender").glob("*.py")}
    names = [name for name in ZipFile(BytesIO(wheel)).namelist() if name.startswith("recommender/")]
    assert {Path(name).stem for name in names if name.endswith(".pyc")} == modules
    assert not [name for name in names if name.endswith(".py")]


def test_python_moves_only_when_python_changes(bundle: Bundle, small: Guide, guide: Guide) -> None:
    def homes(built: Bundle, kind: str) -> set[str]:
        return {path.split("/")[2] for path in built.files if path.startswith(f"assets/{kind}/")}

    other = build_bundle(small, ROOT / "widgets", ROOT / "build")
    assert homes(other, "python") == homes(bundle, "python")
    assert homes(other, "web") == homes(bundle, "web")
    assert homes(other, "adviser") != homes(bundle, "adviser")


def test_what_other_sites_name_keeps_its_address(bundle: Bundle) -> None:
    assert bundle.files["embed.js"] == (ROOT / "widgets" / "web" / "embed.js").read_bytes()
    assert {"assets/guide.css", "assets/embed.css"} <= bundle.files.keys()
    assert "embed" not in bundle.scripts
    assert not [path for path in bundle.files if path.startswith("assets/web/") and path.endswith("/embed.js")]


def test_a_missing_pyodide_is_told(guide: Guide, tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        build_bundle(guide, tmp_path, tmp_path)
    assert "run `make setup`" in str(caught.value.problems[0])
