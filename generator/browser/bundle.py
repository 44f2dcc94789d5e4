"""Put together what a browser downloads to run the recommender: Pyodide, the compiled library, the wheel, the guide."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, get_origin

from generator.browser import script, stdlib, trim
from generator.browser.cache import content_hash
from generator.browser.pyodide import LIBRARY, LOADER, LOCK, SCRIPT, WASM, original
from generator.problems import DataError, Problem
from generator.reading.load import COLLECTIONS
from recommender.api import guide_json
from recommender.content import Aspect, Jurisdiction
from recommender.model import Guide, Model

_REASONED_WITH = (
    *("sources", "models", "concerns", "questions", "rules", "aspects", "jurisdictions", "thresholds"),
    *("amounts", "expenses", "provider_questions", "moves", "likelihoods", "calibration", "strengths"),
)
# Not every server knows that .mjs is a script.
_SERVED = {LOADER: "pyodide.js"}
# Gzipped, but not named .gz: a server that knows the name might have the browser unpack it on the way.
_SNAPSHOT = {"wasm": "wasm.bin", "snapshot": "snapshot.bin"}
_COMPILED = {"wasm": "wasm.bin", "library": "library.bin", "recommender": "recommender.bin", "guide": "guide.bin"}
_PLAIN = {"wasm": WASM, "library": LIBRARY, "recommender": "recommender.whl", "guide": "guide.json"}
_ADVISER = {"snapshot", "recommender", "guide"}
# Other sites name the one script, and pages the style sheets, so their addresses never change.
_LASTING = {"embed.js": "embed.js", "embed.css": "assets/embed.css"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """Files below `docs/`, the JSON by which the form finds them, and where the page's scripts are (name to path).

    The addresses in `description` are relative to the scripts.
    """

    files: Mapping[str, bytes]
    description: str
    scripts: Mapping[str, str]


def build_bundle(guide: Guide, widgets: Path, cache: Path) -> Bundle:
    """Compile and gather everything; `cache` keeps what is slow to make, by the hash of its input.

    Raises:
        DataError: if Pyodide has not been installed.
    """
    engine = widgets / "engine"
    _installed(engine, "pyodide")
    wheel = stdlib.wheel(widgets / "recommender", cache)
    text = guide_json(for_browser(guide)).encode()
    recommender = stdlib.compiled_wheel(wheel, cache)
    modules = stdlib.compiled_library(engine, wheel, cache)
    wasm = trim.small_wasm(engine, modules, recommender, cache)
    snapshot = trim.memory(engine, wasm, modules, recommender, text, cache)
    pyodide = {_SERVED.get(name, name): original(engine, name) for name in (LOADER, SCRIPT, WASM, LIBRARY)}
    packed = {"snapshot.bin": snapshot, "recommender.bin": recommender, "guide.bin": text}
    parts = {
        "python": {"pyodide.js": pyodide["pyodide.js"], SCRIPT: script.small_script(engine, cache)}
        | _zipped({"wasm.bin": wasm, "library.bin": modules}, cache),
        "plain": pyodide,
        "adviser": _zipped(packed, cache) | {"recommender.whl": wheel, "guide.json": text},
        "web": _scripts(widgets),
    }
    homes = {part: f"assets/{part}/{content_hash(files)}" for part, files in parts.items()}
    placed = {f"{homes[part]}/{name}": content for part, files in parts.items() for name, content in files.items()}
    placed |= {path: (widgets / "web" / name).read_bytes() for name, path in _LASTING.items()}
    placed["assets/guide.css"] = _styles(widgets)
    description = {
        "lock": _empty_lock(engine),
        "snapshot": _start(placed, homes["python"], homes["adviser"], _SNAPSHOT),
        "compiled": _start(placed, homes["python"], homes["adviser"], _COMPILED),
        "plain": _start(placed, homes["plain"], homes["adviser"], _PLAIN),
    }
    scripts = {Path(name).stem: f"{homes['web']}/{name}" for name in parts["web"]}
    return Bundle(files=placed, description=json.dumps(description), scripts=scripts)


def for_browser(guide: Guide) -> Guide:
    """Return the part of the guide that the recommender reasons with and shows."""
    cited = {cite for rule in guide.rules for cite in rule.cites} | {
        cite for move in guide.moves for cite in move.cites
    }
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
            "models": tuple(replace(m, roles={}, **names_only) for m in guide.models),
            "aspects": tuple(_labels_only(aspect) for aspect in guide.aspects),
            "jurisdictions": tuple(_bare(place) for place in guide.jurisdictions),
            "thresholds": tuple(replace(each, what=(), counting=()) for each in guide.thresholds),
            "expenses": tuple(replace(each, claims=()) for each in guide.expenses),
            "provider_questions": tuple(replace(each, why=()) for each in guide.provider_questions),
            "rules": tuple(replace(each, argued={}, note=None) for each in guide.rules),
        },
    )


def _labels_only(aspect: Aspect) -> Aspect:
    return replace(aspect, values=tuple(replace(value, meaning=()) for value in aspect.values))


def _bare(place: Jurisdiction) -> Jurisdiction:
    """Return a place with the values found for it; their sources stand on its page."""
    findings = {name: replace(finding, url=None, note=None) for name, finding in place.facts.items()}
    return replace(place, facts=findings, notes=())


def _scripts(widgets: Path) -> dict[str, bytes]:
    own = {file.name: file.read_bytes() for file in sorted((widgets / "web").glob("*.js")) if file.name not in _LASTING}
    package = _installed(widgets / "engine", "morphdom")
    return own | {"morphdom.js": (package / "dist" / "morphdom-umd.min.js").read_bytes()}


def _styles(widgets: Path) -> bytes:
    """Return the parts of the style sheet as one, in the order of their names: later ones overrule earlier ones."""
    return b"\n".join(file.read_bytes() for file in sorted((widgets / "web" / "styles").glob("*.css")))


def _start(placed: Mapping[str, bytes], python: str, adviser: str, names: Mapping[str, str]) -> dict[str, object]:
    """Describe one way to start: where Pyodide's scripts are, and the files it is handed."""
    at = {key: f"{adviser if key in _ADVISER else python}/{name}" for key, name in names.items()}
    return {"pyodide": f"../../../{python}/", "files": {key: _file(path, placed[path]) for key, path in at.items()}}


def _file(path: str, content: bytes) -> dict[str, str | int]:
    return {"url": f"../../../{path}", "bytes": len(content), "sha256": sha256(content).hexdigest()}


def _empty_lock(engine: Path) -> dict[str, object]:
    """Return Pyodide's lock file without its packages, which nobody loads; it spares a download of 120 kB."""
    lock = json.loads(original(engine, LOCK))
    return {"info": lock["info"], "packages": {}}


def _installed(engine: Path, name: str) -> Path:
    package = engine / "node_modules" / name
    if not package.is_dir():
        why, fix = "the browser needs it", "run `make setup`"
        raise DataError([Problem(file=package, line=1, path="", what=f"{name} is not installed", why=why, fix=fix)])
    return package


def _zipped(files: Mapping[str, bytes], cache: Path) -> dict[str, bytes]:
    return {name: stdlib.zipped(content, cache) for name, content in files.items()}
