"""Put together what a browser downloads to run the recommender: Pyodide, the compiled library, the wheel, the guide."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any, get_origin
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.load import COLLECTIONS
from generator.problems import DataError, Problem
from generator.write import content_hash
from recommender.api import guide_json
from recommender.content import Aspect, Jurisdiction
from recommender.engine import judged
from recommender.model import Guide, Model

_REASONED_WITH = (
    *("sources", "models", "concerns", "questions", "rules", "aspects", "jurisdictions", "thresholds"),
    *("amounts", "expenses", "asks"),
)
# Other sites name the one script, and pages the style sheets, so their addresses never change.
_LASTING = {"embed.js": "embed.js", "guide.css": "assets/guide.css", "embed.css": "assets/embed.css"}
_SCRIPTS = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """Files below `docs/`, the JSON by which the form finds them, and where the page's scripts are (name to path).

    The addresses in `description` are relative to the scripts.
    """

    files: Mapping[str, bytes]
    description: str
    scripts: Mapping[str, str]


def build_bundle(guide: Guide, widgets: Path, cache: Path) -> Bundle:
    """Compile and gather everything; `cache` keeps what is slow to compile, by the hash of its input.

    Raises:
        DataError: if Pyodide has not been installed.
    """
    parts = {
        "python": _python(widgets / "engine", cache),
        "adviser": {
            "recommender.whl": _wheel(widgets / "recommender", cache),
            "guide.json": guide_json(for_browser(guide)).encode(),
        },
        "web": _scripts(widgets),
    }
    homes = {part: f"assets/{part}/{content_hash(files)}" for part, files in parts.items()}
    placed = {f"{homes[part]}/{name}": content for part, files in parts.items() for name, content in files.items()}
    placed |= {path: (widgets / "web" / name).read_bytes() for name, path in _LASTING.items()}
    named = {
        "wasm": f"{homes['python']}/pyodide.asm.wasm",
        "library": f"{homes['python']}/python_stdlib.zip",
        "recommender": f"{homes['adviser']}/recommender.whl",
        "guide": f"{homes['adviser']}/guide.json",
    }
    description = {
        "pyodide": f"../../../{homes['python']}/",
        "lock": _empty_lock(widgets / "engine"),
        "files": {key: _file(path, placed[path]) for key, path in named.items()},
    }
    scripts = {Path(name).stem: f"{homes['web']}/{name}" for name in parts["web"]}
    return Bundle(files=placed, description=json.dumps(description), scripts=scripts)


def for_browser(guide: Guide) -> Guide:
    """Return the part of the guide that the recommender reasons with and shows."""
    cited = {cite for rule in guide.rules for cite in rule.cites}
    cited |= {cite for amount in guide.amounts for claim in amount.claims for cite in claim.cites}
    sources = (
        replace(source, statements=tuple(s for s in source.statements if f"{source.id}#{s.id}" in cited))
        for source in guide.sources
    )
    names_only: dict[str, Any] = {field.name: () for field in fields(Model) if get_origin(field.type) is tuple}
    parts: dict[str, Any] = {name: () for name in COLLECTIONS if name not in _REASONED_WITH}
    return replace(
        guide,
        short_answer=(),
        **parts
        | {
            "sources": tuple(source for source in sources if source.statements),
            "models": tuple(replace(m, roles={}, **names_only) for m in guide.models if m.id in judged(guide)),
            "aspects": tuple(_labels_only(aspect) for aspect in guide.aspects),
            "jurisdictions": tuple(_bare(place) for place in guide.jurisdictions),
            "thresholds": tuple(replace(each, what=(), counting=()) for each in guide.thresholds),
            "expenses": tuple(replace(each, claims=()) for each in guide.expenses),
            "asks": tuple(replace(each, why=()) for each in guide.asks),
        },
    )


def _labels_only(aspect: Aspect) -> Aspect:
    return replace(aspect, values=tuple(replace(value, meaning=()) for value in aspect.values))


def _bare(place: Jurisdiction) -> Jurisdiction:
    """Return a place with the values found for it; their sources stand on its page."""
    findings = {name: replace(finding, url=None, note=None) for name, finding in place.findings.items()}
    return replace(place, findings=findings, notes=())


def _scripts(widgets: Path) -> dict[str, bytes]:
    own = {file.name: file.read_bytes() for file in sorted((widgets / "web").glob("*.js")) if file.name not in _LASTING}
    library = _installed(widgets / "engine", "morphdom")
    return own | {"morphdom.js": (library / "dist" / "morphdom-umd.min.js").read_bytes()}


def _file(path: str, content: bytes) -> dict[str, str | int]:
    return {"url": f"../../../{path}", "bytes": len(content), "sha256": sha256(content).hexdigest()}


def _empty_lock(engine: Path) -> dict[str, object]:
    """Return Pyodide's lock file without its packages, which nobody loads; it spares a download of 120 kB."""
    lock = json.loads((engine / "node_modules" / "pyodide" / "pyodide-lock.json").read_bytes())
    return {"info": lock["info"], "packages": {}}


def _python(engine: Path, cache: Path) -> dict[str, bytes]:
    pyodide = _installed(engine, "pyodide")
    files = {name: (pyodide / name).read_bytes() for name in _SCRIPTS}
    return files | {"python_stdlib.zip": _compiled(pyodide / "python_stdlib.zip", cache)}


def _installed(engine: Path, name: str) -> Path:
    package = engine / "node_modules" / name
    if not package.is_dir():
        why, fix = "the browser needs it", "run `make setup`"
        raise DataError([Problem(file=package, line=1, path="", what=f"{name} is not installed", why=why, fix=fix)])
    return package


def _wheel(recommender: Path, cache: Path) -> bytes:
    sources = {file.name: file.read_bytes() for file in recommender.glob("*.*")}
    home = cache / f"wheel-{content_hash(sources)}"
    if not list(home.glob("*.whl")):
        _run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(home.resolve())], cwd=recommender)
    return _compiled(next(home.glob("*.whl")), cache)


def _compiled(archive: Path, cache: Path) -> bytes:
    """Return the archive with its modules as bytecode, made by `pyodide py-compile` once for each input."""
    source = archive.read_bytes()
    kept = cache / f"{archive.stem}-{sys.version_info.minor}-{sha256(source).hexdigest()[:16]}.zip"
    if not kept.exists():
        work = cache / "compile"
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(parents=True)
        (work / archive.name).write_bytes(source)
        _run([str(Path(sys.executable).with_name("pyodide")), "py-compile", "--silent", str(work / archive.name)])
        kept.write_bytes(_undated(next(work.iterdir()).read_bytes()))
    return kept.read_bytes()


def _undated(archive: bytes) -> bytes:
    """Return the archive without its time stamps, so that equal input gives equal bytes."""
    out = BytesIO()
    with ZipFile(BytesIO(archive)) as old, ZipFile(out, "w", ZIP_DEFLATED, compresslevel=9) as new:
        for name in sorted(old.namelist()):
            new.writestr(ZipInfo(name), old.read(name), ZIP_DEFLATED, 9)
    return out.getvalue()


def _run(command: list[str], cwd: Path | None = None) -> None:
    # With this set, Python's compiler writes no time stamps into bytecode.
    timeless = os.environ | {"SOURCE_DATE_EPOCH": "1"}
    done = subprocess.run(command, cwd=cwd, env=timeless, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.stderr.write(done.stdout + done.stderr)
        raise subprocess.CalledProcessError(done.returncode, command)
