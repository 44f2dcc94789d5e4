"""Put together what a browser downloads to run the recommender: Pyodide, the compiled library, the wheel, the guide."""

import gzip
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from zopfli import gzip as zopfli

from generator.browser.browser_guide import for_browser
from generator.browser.cache import cached, content_hash
from generator.browser.joined import joined
from generator.browser.pyodide import LIBRARY, SCRIPT, WASM, Pyodide, package, read_pyodide
from generator.browser.shortcuts import Guides, Shortcuts, shortcuts
from generator.browser.snapshot import data
from generator.browser.styles import styles, type_files
from generator.browser.wasm import without_data
from generator.browser.wheel import wheel
from recommender.api import guide_json
from recommender.model import Guide

# Not every server knows that .mjs is a script.
_SERVED_LOADER = "pyodide.js"
# Gzipped, but not named .gz: a server that knows the name might have the browser unpack it on the way.
_MODES = {
    "snapshot": {"wasm": "wasm.bin", "snapshot": "snapshot.bin"},
    "compiled": {
        "wasm": "wasm.bin",
        "data": "data.bin",
        "library": "library.bin",
        "recommender": "recommender.bin",
        "guide": "guide.bin",
    },
    "plain": {"wasm": WASM, "library": LIBRARY, "recommender": "recommender.whl", "guide": "guide.json"},
}
"""What Python starts from in each mode; the first is the fastest."""
_TRANSLATED = "python.wasm"
"""The same WebAssembly under an address, and as a type, of which browsers keep what they make of it: machine code."""
_ADVISER = {"snapshot", "recommender", "guide"}
_OFTEN = {"snapshot.bin"}
"""Every change of the data moves it: zopfli would take 14 seconds each time, for 3 % less that come after an answer."""
# Other sites name the one script, and pages the style sheets, so their addresses never change.
_LASTING = {"embed.js": "embed.js", "embed.css": "assets/embed.css"}
STYLES = "assets/guide.css"
_FIRST = ("element.js", "worker.js", "compare.js", "copying.js", "framed.js", "narrow.js", "offline.js", "sort.js")
"""The scripts with which a page or a worker begins; they import the others."""
_UP = "../../../"
"""From the folder of the page's scripts to the root of the site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """Files below `docs/`, the JSON by which the form finds them, and where the page's scripts are (name to path).

    The addresses in `description` are relative to the scripts.
    """

    files: Mapping[str, bytes]
    description: str
    scripts: Mapping[str, str]


def build_bundle(
    guide: Guide, tiny: Guide, widgets: Path, cache: Path, warn: Callable[[str], None], *, draft: bool = False
) -> Bundle:
    """Compile and gather everything; `cache` keeps what is slow to make, by the hash of its input.

    What the engine needs is found out with the `tiny` guide, so that it stays the same while the guide changes. `warn`
    hears of shortcuts that cannot be taken. A `draft` goes without any: a change of the guide or of the recommender
    makes them anew, which takes the most of a build.

    Raises:
        DataError: if Pyodide has not been installed.
        BuildError: if the recommender cannot be built.
    """
    pyodide = read_pyodide(widgets / "engine")
    made = wheel(widgets / "recommender", cache)
    guides = Guides(own=_json(guide), tiny=_json(tiny))
    short = shortcuts(pyodide, widgets / "engine" / "stubs", made, guides, cache, warn, draft=draft)
    code = without_data(short.engine.runtime.wasm) if short.engine else b""
    adviser = {"recommender.whl": made, "guide.json": guides.own}
    parts = {
        "python": _python(pyodide, short, code, cache),
        "native": {_TRANSLATED: code} if short.snapshot else {},
        "plain": _plain(pyodide),
        "adviser": adviser | _packed_adviser(short, guides.own, cache),
        "web": _scripts(widgets, cache),
    }
    return _placed(parts, pyodide, widgets)


def _json(guide: Guide) -> bytes:
    return guide_json(for_browser(guide)).encode()


def _python(pyodide: Pyodide, short: Shortcuts, code: bytes, cache: Path) -> dict[str, bytes]:
    """Return what a fast start takes of Python, if there is one."""
    if short.engine is None:
        return {}
    packed = {"wasm.bin": code, "data.bin": data(short.engine), "library.bin": short.engine.library}
    return {_SERVED_LOADER: pyodide.runtime.loader, SCRIPT: short.engine.runtime.script} | _zipped(packed, cache)


def _plain(pyodide: Pyodide) -> dict[str, bytes]:
    """Return Pyodide as it comes."""
    runtime = pyodide.runtime
    scripts = {_SERVED_LOADER: runtime.loader, SCRIPT: runtime.script}
    return scripts | {WASM: runtime.wasm, LIBRARY: pyodide.library}


def _packed_adviser(short: Shortcuts, guide: bytes, cache: Path) -> dict[str, bytes]:
    packed = {"recommender.bin": short.engine.recommender, "guide.bin": guide} if short.engine else {}
    return _zipped(packed | ({"snapshot.bin": short.snapshot} if short.snapshot else {}), cache)


def _placed(parts: Mapping[str, Mapping[str, bytes]], pyodide: Pyodide, widgets: Path) -> Bundle:
    """Give every part a folder that is named by its content, and describe the modes whose files are all there."""
    homes = {part: f"assets/{part}/{content_hash(files)}" for part, files in parts.items() if files}
    placed = {f"{homes[part]}/{name}": content for part, files in parts.items() for name, content in files.items()}
    modes = {mode: _start(mode, homes, placed) for mode in _MODES}
    description = {"lock": _empty_lock(pyodide)} | {mode: start for mode, start in modes.items() if start}
    placed |= {path: (widgets / "web" / name).read_bytes() for name, path in _LASTING.items()}
    placed |= {STYLES: styles(widgets / "web")} | type_files(widgets / "web")
    scripts = {Path(name).stem: f"{homes['web']}/{name}" for name in parts["web"]}
    return Bundle(files=placed, description=json.dumps(description), scripts=scripts)


def _start(mode: str, homes: Mapping[str, str], placed: Mapping[str, bytes]) -> dict[str, object] | None:
    """Describe a mode to start in: where Pyodide's scripts are, and the files it is handed; None if one is missing."""
    python = homes.get("plain" if mode == "plain" else "python", "")
    at = {key: f"{homes['adviser'] if key in _ADVISER else python}/{name}" for key, name in _MODES[mode].items()}
    if not set(at.values()) <= placed.keys():
        return None
    start: dict[str, object] = {"pyodide": f"{_UP}{python}/"}
    start["files"] = {key: _file(path, placed[path]) for key, path in at.items()}
    if mode == "snapshot":
        native = f"{homes['native']}/{_TRANSLATED}"
        start["native"] = _file(native, placed[native])
    return start


def _file(path: str, content: bytes) -> dict[str, str | int]:
    return {"url": f"{_UP}{path}", "bytes": len(content), "sha256": sha256(content).hexdigest()}


def _empty_lock(pyodide: Pyodide) -> dict[str, object]:
    """Return Pyodide's lock file without its packages, which nobody loads; it spares a download of 120 kB."""
    return {"info": json.loads(pyodide.runtime.lock)["info"], "packages": {}}


def _scripts(widgets: Path, cache: Path) -> dict[str, bytes]:
    """Return the scripts that pages name, and the worker's, each with all that it imports."""
    packages = {"morphdom": package(widgets / "engine", "morphdom") / "dist" / "morphdom-esm.js"}
    return {name: joined(widgets / "web", name, packages, cache) for name in _FIRST}


def _zipped(files: Mapping[str, bytes], cache: Path) -> dict[str, bytes]:
    return {name: _gzipped(content, cache, name in _OFTEN) for name, content in files.items()}


def _gzipped(content: bytes, cache: Path, often: bool) -> bytes:
    """Return the content zipped: as small as gzip can read it, or, if it changes often, as small as is soon done."""
    zip_it = partial(gzip.compress, compresslevel=9, mtime=0) if often else partial(zopfli.compress, numiterations=5)
    return cached(cache, "zipped", [bytes([often]), content], lambda _: zip_it(content))
