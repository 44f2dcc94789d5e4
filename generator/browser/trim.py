"""Make the browser's start short: WebAssembly of what is called only, and the memory of a Python ready to answer."""

import struct
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.browser import wasm
from generator.browser.cache import cached
from generator.browser.pyodide import LOADER, LOCK, SCRIPT, WASM, original
from generator.browser.script import small_script, words
from generator.browser.tools import NODE, node

_WORKLOAD, _WARM_UP = (Path(__file__).with_name(name) for name in ("workload.py", "warm_up.py"))
_OUT = "out"
_MARKS = 200 * 2**20
"""Where, in memory, functions leave a mark when they are called: beyond all that the workload fills."""
_MOST_FUNCTIONS = 2**16
_CLOSE = 15
"""Functions are numbered as their sources were linked; so few between two that are called are taken along."""
_BLOCK = 64
"""Bytes that are compared, and travel, as one."""
_RELOCATION = "__wasm_apply_data_relocs"
_HEAD_LENGTH = 4
"""Where a snapshot of Pyodide's tells how long its head is."""
_MEMORY_BASE = 1024
"""Where Pyodide's loader puts the WebAssembly's own piece of memory."""


def small_wasm(engine: Path, library: bytes, recommender: bytes, cache: Path) -> bytes:
    """Return Pyodide's WebAssembly without exports that nothing uses and functions that the workload never calls."""
    scripts = [NODE / "calls.mjs", NODE / "data.mjs", _WORKLOAD]
    inputs = [library, recommender, *(script.read_bytes() for script in scripts), *_tools(engine, cache)]
    return cached(cache, "wasm", inputs, lambda: _called(engine, library, recommender, cache))


def _called(engine: Path, library: bytes, recommender: bytes, cache: Path) -> bytes:
    trimmed = _prerelocated(engine, _trimmed(engine, cache), library, cache)
    given = {"library.zip": library, "recommender.zip": recommender, WASM: wasm.instrumented(trimmed, _MARKS)}

    def watch(home: Path) -> None:
        files = (home / "library.zip", home / "recommender.zip", _WORKLOAD, home / _OUT)
        node(NODE / "calls.mjs", home, *files, str(_MARKS), str(_MOST_FUNCTIONS))

    marks = _observed(engine, cache, "calls", given, watch)
    return wasm.only_functions(trimmed, _with_neighbours([number for number, mark in enumerate(marks) if mark]))


def memory(engine: Path, small: bytes, library: bytes, recommender: bytes, guide: bytes, cache: Path) -> bytes:
    """Return what is to be laid over the WebAssembly's own data to have the memory of a Python ready to answer.

    Little-endian whole numbers of four bytes: the memory's length; where in it the WebAssembly's data go; where these
    are in its file; how many they are; the number of pieces; for each piece its place and length. Then the bytes of
    the pieces.
    """
    script = NODE / "snapshot.mjs"
    inputs = [small, library, recommender, guide, script.read_bytes(), _WARM_UP.read_bytes(), *_tools(engine, cache)]
    given = {"library.zip": library, "recommender.zip": recommender, "guide.json": guide, WASM: small}

    def watch(home: Path) -> None:
        node(script, home, *(home / name for name in given if name != WASM), _WARM_UP, home / _OUT)

    def make() -> bytes:
        return _over(_observed(engine, cache, "memory", given, watch), wasm.data(small))

    return cached(cache, "memory", inputs, make)


def _tools(engine: Path, cache: Path) -> list[bytes]:
    """Return what else decides what comes out: Pyodide, how it is started here, and this code."""
    files = (NODE / "python.mjs", Path(__file__), Path(wasm.__file__))
    pyodide = (small_script(engine, cache), original(engine, LOADER), original(engine, WASM))
    return [*pyodide, *(file.read_bytes() for file in files)]


def _with_neighbours(called: list[int]) -> Iterator[int]:
    """Yield those that are called, and what stands between two of them that are close: likely of the same source."""
    for before, number in pairwise([called[0], *called]):
        yield from range(before if number - before <= _CLOSE else number, number + 1)


def _trimmed(engine: Path, cache: Path) -> bytes:
    """Return the WebAssembly with the exports that Pyodide's scripts name, or that are linked to itself."""
    whole = original(engine, WASM)
    scripts = small_script(engine, cache), original(engine, LOADER)
    used = wasm.linked(whole).union(*map(words, scripts))
    return wasm.only_exports(whole, lambda name: name in used)


def _prerelocated(engine: Path, trimmed: bytes, library: bytes, cache: Path) -> bytes:
    """Return the WebAssembly with addresses that its loader would put in at every start: they never differ."""
    size = len(wasm.data(trimmed).content)

    def watch(home: Path) -> None:
        node(NODE / "data.mjs", home, home / "library.zip", home / _OUT, str(_MEMORY_BASE), str(size))

    given = {"library.zip": library, WASM: trimmed}
    return wasm.prerelocated(trimmed, _observed(engine, cache, "data", given, watch), _RELOCATION)


def _observed(engine: Path, cache: Path, name: str, given: Mapping[str, bytes], watch: Callable[[Path], None]) -> bytes:
    """Return what is written about a Pyodide with these files, in a folder of its own."""
    cache.mkdir(parents=True, exist_ok=True)
    pyodide = {SCRIPT: small_script(engine, cache)} | {name: original(engine, name) for name in (LOADER, LOCK)}
    with TemporaryDirectory(prefix=f"{name}-", dir=cache.resolve()) as folder:
        home = Path(folder)
        for file, content in (pyodide | dict(given)).items():
            (home / file).write_bytes(content)
        watch(home)
        return (home / _OUT).read_bytes()


def _over(image: bytes, own: wasm.Data) -> bytes:
    (head,) = struct.unpack_from("<I", image, _HEAD_LENGTH)
    place = head + _MEMORY_BASE
    base = bytearray(len(image))
    base[place : place + len(own.content)] = own.content
    pieces = list(_pieces(image, base))
    numbers = [len(image), place, own.start, len(own.content), len(pieces)]
    numbers += [number for start, end in pieces for number in (start, end - start)]
    return struct.pack(f"<{len(numbers)}I", *numbers) + b"".join(image[start:end] for start, end in pieces)


def _pieces(image: bytes, base: bytearray) -> Iterator[tuple[int, int]]:
    """Yield start and end of what differs, in whole blocks."""
    start = None
    for place in range(0, len(image), _BLOCK):
        same = image[place : place + _BLOCK] == base[place : place + _BLOCK]
        if not same and start is None:
            start = place
        if same and start is not None:
            yield start, place
            start = None
    if start is not None:
        yield start, len(image)
