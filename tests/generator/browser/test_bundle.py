"""The browser's bundle: compiled, reproducible, described by length and digest, and small in what it holds."""

import gzip
import json
import marshal
import struct
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.browser.bundle import Bundle, build_bundle
from generator.browser.pyodide import UnfitError, read_pyodide
from generator.browser.stdlib import compiled_library
from generator.browser.wasm import data
from generator.problems import DataError
from recommender.model import Guide
from shared import ROOT

WIDGETS = ROOT / "widgets"


def built(guide: Guide, tiny: Guide, cache: Path = ROOT / "build") -> Bundle:
    """Return a bundle with all shortcuts: no Pyodide that we publish may lack one."""
    warnings: list[str] = []
    bundle = build_bundle(guide, tiny, WIDGETS, cache, warnings.append)
    assert warnings == []
    return bundle


@pytest.fixture(scope="module")
def bundle(guide: Guide, small: Guide) -> Bundle:
    return built(guide, small)


def unzipped(bundle: Bundle, name: str) -> bytes:
    (content,) = (content for path, content in bundle.files.items() if path.endswith(f"/{name}"))
    return gzip.decompress(content)


def test_the_description_is_true(bundle: Bundle) -> None:
    described = json.loads(bundle.description)
    adviser = Path(bundle.scripts["element"]).parent
    entries = [entry for mode in ("snapshot", "compiled", "plain") for entry in described[mode]["files"].values()]
    for entry in [*entries, described["snapshot"]["native"]]:
        content = bundle.files[(Path("/") / adviser / entry["url"]).resolve().relative_to("/").as_posix()]
        assert (len(content), sha256(content).hexdigest()) == (entry["bytes"], entry["sha256"])


@pytest.mark.timeout(1200)  # all is made anew, which a busy machine is slow at
def test_a_second_build_elsewhere_gives_the_same_bytes(
    bundle: Bundle, guide: Guide, small: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In another folder, time zone and language; a reader would download all anew for nothing."""
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert built(guide, small, tmp_path / "another folder") == bundle


def test_the_webassembly_that_browsers_keep_in_machine_code_is_the_one_that_runs(bundle: Bundle) -> None:
    """They know it again by its bytes."""
    (native,) = (content for path, content in bundle.files.items() if path.startswith("assets/native/"))
    assert native == unzipped(bundle, "wasm.bin")


def test_the_wheel_holds_bytecode_of_the_recommender_only(bundle: Bundle) -> None:
    wheel = unzipped(bundle, "recommender.bin")
    modules = {file.stem for file in (ROOT / "widgets" / "recommender").glob("*.py")}
    names = [name for name in ZipFile(BytesIO(wheel)).namelist() if name.startswith("recommender/")]
    assert {Path(name).stem for name in names if name.endswith(".pyc")} == modules
    assert not [name for name in names if name.endswith(".py")]


def test_the_library_holds_bytecode_of_what_the_recommender_imports_and_little_else(bundle: Bundle) -> None:
    names = ZipFile(BytesIO(unzipped(bundle, "library.bin"))).namelist()
    assert {"json/decoder.pyc", "fractions.pyc", "dataclasses.pyc", "pyodide/__init__.pyc"} <= set(names)
    assert not [name for name in names if not name.endswith(".pyc")]
    assert not [name for name in names if name.startswith(("email/", "unittest/", "http/", "datetime", "xml/"))]


def test_what_reads_nowhere_in_a_browser_is_left_out(bundle: Bundle) -> None:
    library = ZipFile(BytesIO(unzipped(bundle, "library.bin")))
    code = library.read("json/decoder.pyc")
    assert marshal.loads(code[16:]).co_linetable == b""
    assert b"Simple JSON" not in code
    assert "asyncio/base_events.pyc" not in library.namelist()
    assert len(library.read("inspect.pyc")) < 1000


def test_the_wasm_and_the_memory_belong_together(bundle: Bundle) -> None:
    """The WebAssembly brings no data: what it begins with is the memory, or its own data in the same form."""
    with pytest.raises(UnfitError, match="no section of kind 11"):
        data(unzipped(bundle, "wasm.bin"))
    for name in ("snapshot.bin", "data.bin"):
        memory = unzipped(bundle, name)
        length, head, count = struct.unpack_from("<3I", memory)
        pieces = list(struct.iter_unpack("<3I", memory[12 : 12 + 12 * count]))
        assert all(0 <= place <= place + zeros + size <= length - head for place, zeros, size in pieces)
        assert len(memory) == 12 + 12 * count + head + sum(size for _, _, size in pieces)
        assert count < 300


def test_the_memory_holds_the_guide_and_no_answers(bundle: Bundle, guide: Guide) -> None:
    memory = unzipped(bundle, "snapshot.bin")
    assert guide.rules[0].because.encode() in memory
    assert b'{"employees":' not in memory
    assert str(ROOT).encode() not in memory


def test_a_module_that_the_recommender_comes_to_import_joins_the_library(tmp_path: Path) -> None:
    wheel = BytesIO()
    with ZipFile(wheel, "w") as archive:
        archive.writestr("recommender/__init__.py", "def weekday():\n    import calendar\n    return calendar.MONDAY\n")
    library = compiled_library(
        read_pyodide(WIDGETS / "engine"), WIDGETS / "engine" / "stubs", wheel.getvalue(), tmp_path
    )
    assert "calendar.pyc" in ZipFile(BytesIO(library)).namelist()


def test_the_plain_start_is_pyodide_as_it_comes(bundle: Bundle) -> None:
    pyodide = ROOT / "widgets" / "engine" / "node_modules" / "pyodide"
    plain = {Path(path).name: content for path, content in bundle.files.items() if path.startswith("assets/plain/")}
    for name in ("pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip"):
        assert plain[name] == (pyodide / name).read_bytes()


def test_a_draft_has_the_plain_start_alone(small: Guide, tmp_path: Path) -> None:
    draft = build_bundle(small, small, WIDGETS, tmp_path, print, draft=True)
    assert json.loads(draft.description).keys() == {"lock", "plain"}
    assert not [file for file in tmp_path.iterdir() if file.name.startswith(("snapshot-", "memory-", "wasm-"))]


def test_the_first_download_is_small(bundle: Bundle) -> None:
    needed = (".js", "/wasm.bin", "/snapshot.bin")
    parts = ("assets/python/", "assets/adviser/")
    scripts = [content for path, content in bundle.files.items() if path.startswith(parts) and path.endswith(needed)]
    travels = sum(len(content) if content[:2] == b"\x1f\x8b" else len(gzip.compress(content)) for content in scripts)
    whole = ROOT / "widgets" / "engine" / "node_modules" / "pyodide"
    shown = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
    assert travels < 0.62 * sum(len(gzip.compress((whole / name).read_bytes())) for name in shown)


def test_python_moves_only_when_python_changes(bundle: Bundle, small: Guide, guide: Guide) -> None:
    def homes(bundle: Bundle, kind: str) -> set[str]:
        return {path.split("/")[2] for path in bundle.files if path.startswith(f"assets/{kind}/")}

    other = built(small, small)
    assert homes(other, "python") == homes(bundle, "python")
    assert homes(other, "web") == homes(bundle, "web")
    assert homes(other, "adviser") != homes(bundle, "adviser")


def test_what_other_sites_name_keeps_its_address(bundle: Bundle) -> None:
    assert bundle.files["embed.js"] == (ROOT / "widgets" / "web" / "embed.js").read_bytes()
    assert {"assets/guide.css", "assets/embed.css"} <= bundle.files.keys()
    assert "embed" not in bundle.scripts
    assert not [path for path in bundle.files if path.startswith("assets/web/") and path.endswith("/embed.js")]


def test_a_missing_pyodide_is_told(small: Guide, tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        build_bundle(small, small, tmp_path, tmp_path, print)
    assert "run `make setup`" in str(caught.value.problems[0])


def test_a_pyodide_with_other_files_is_told(small: Guide, tmp_path: Path) -> None:
    home = tmp_path / "engine" / "node_modules" / "pyodide"
    home.mkdir(parents=True)
    for name in ("pyodide.mjs", "pyodide.asm.wasm", "pyodide-lock.json"):
        (home / name).write_bytes(b"")
    with pytest.raises(DataError) as caught:
        build_bundle(small, small, tmp_path, tmp_path, print)
    assert [problem.file.name for problem in caught.value.problems] == ["pyodide.asm.js", "python_stdlib.zip"]
