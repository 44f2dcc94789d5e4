"""Leave out of the WebAssembly what the recommender never calls; whoever calls it all the same is stopped at once."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from generator.browser import reads, wasm
from generator.browser.blank import blanked
from generator.browser.cache import cached
from generator.browser.pyodide import MEMORY_BASE, Engine, Runtime, UnfitError
from generator.browser.script import words
from generator.browser.tools import observe

_WORKLOAD = Path(__file__).with_name("workload.py")
_MARKS = 200 * 2**20
"""Where, in memory, functions leave a mark when they are called: `calls.mjs` sees that nothing else comes there."""
_READS = _MARKS + 2**20
"""How far from a byte of the WebAssembly's own memory a mark is left when it is read: beyond the other marks."""
_CLOSE = 15
"""Functions are numbered as their sources were linked; so few between two that are called are taken along."""
_RELOCATION = "__wasm_apply_data_relocs"
_MOST_CHANGED = 0.5
"""The share of that piece which putting addresses in may change: more would mean that it stands elsewhere."""


def trimmed(engine: Engine, guide: bytes, cache: Path) -> Engine:
    """Return the engine with a WebAssembly of what is called while the workload is done, with a guide as JSON.

    Raises:
        UnfitError: if it is not the WebAssembly that this understands.
    """
    inputs = [*engine.files().values(), guide]
    return _with(engine, cached(cache, "wasm", inputs, lambda home: _trimmed(engine, guide, home)))


def _trimmed(engine: Engine, guide: bytes, home: Path) -> bytes:
    exporting = _with(engine, _exporting(engine.runtime))
    own = wasm.data(exporting.runtime.wasm).content
    code = _prerelocated(exporting, own, _folder(home, "data"))
    marks = _marks(_with(engine, code), guide, _folder(home, "calls"))
    count = wasm.count_functions(code)
    called = [number for number, mark in enumerate(marks[:count]) if mark]
    if not called:
        raise UnfitError("no function of the WebAssembly was seen to be called")
    left = wasm.only_functions(code, with_neighbours(called))
    return blanked(code, left, own, marks[count:])


def _exporting(runtime: Runtime) -> bytes:
    """Return the WebAssembly with the exports that Pyodide's scripts name, or that are linked to itself."""
    used = wasm.linked(runtime.wasm).union(words(runtime.script), words(runtime.loader))
    return wasm.only_exports(runtime.wasm, lambda name: name in used)


def _prerelocated(engine: Engine, own: bytes, home: Path) -> bytes:
    """Return the WebAssembly with addresses that its loader would put in at every start: they never differ."""
    code = engine.runtime.wasm
    filled = observe("data.mjs", engine.files(), home, str(MEMORY_BASE), str(len(own)))
    if sum(one != other for one, other in zip(own, filled, strict=True)) > _MOST_CHANGED * len(own):
        raise UnfitError(f"the WebAssembly's own memory does not stand at {MEMORY_BASE}")
    return wasm.prerelocated(code, filled, _RELOCATION)


def _marks(engine: Engine, guide: bytes, home: Path) -> bytes:
    """Return a byte for each function, whether it is called, and then one for each of memory, whether it is read."""
    own = engine.runtime.wasm
    size = len(wasm.data(own).content)
    code = wasm.instrumented(reads.telling(own, _READS, MEMORY_BASE + size), _MARKS)
    files = _with(engine, code).files() | {"guide.json": guide, "workload.py": _WORKLOAD.read_bytes()}
    places = (_MARKS, wasm.count_functions(own), _READS + MEMORY_BASE, size)
    return observe("calls.mjs", files, home, *map(str, places))


def with_neighbours(called: list[int]) -> Iterator[int]:
    """Yield those that are called, and what stands between two of them that are close: likely of the same source."""
    for before, number in pairwise([called[0] - 1, *called]):
        yield from range(before + 1 if number - before <= _CLOSE else number, number + 1)


def _with(engine: Engine, code: bytes) -> Engine:
    return replace(engine, runtime=replace(engine.runtime, wasm=code))


def _folder(home: Path, name: str) -> Path:
    folder = home / name
    folder.mkdir()
    return folder
