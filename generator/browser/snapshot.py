"""Take the memory of a Python that has opened the guide."""

import struct
from pathlib import Path

from generator.browser import wasm
from generator.browser.cache import cached
from generator.browser.pieces import packed
from generator.browser.pyodide import MEMORY_BASE, Engine, UnfitError
from generator.browser.tools import observe

_WARM_UP = Path(__file__).with_name("warm_up.py")
_MAGIC = 0x706E7300
"""With what Pyodide's snapshots begin; the length of their head, in which it describes its objects, follows."""


def snapshot(engine: Engine, guide: bytes, cache: Path) -> bytes:
    """Return the memory of a Python ready to answer as `packed` writes it, behind the head of Pyodide's snapshots.

    Raises:
        UnfitError: if it is not the snapshot that this understands.
    """
    files = engine.files() | {"guide.json": guide, "warm_up.py": _WARM_UP.read_bytes()}
    own = MEMORY_BASE + len(wasm.data(engine.runtime.wasm).content)
    return cached(cache, "snapshot", files.values(), lambda home: in_pieces(observe("snapshot.mjs", files, home), own))


def in_pieces(whole: bytes, own: int) -> bytes:
    """Return a snapshot as Pyodide takes it, in pieces; below `own` of its memory stands the WebAssembly's own.

    Raises:
        UnfitError: if it is not the snapshot that this understands.
    """
    magic, length = struct.unpack_from("<2I", whole)
    if magic != _MAGIC:
        raise UnfitError(f"a snapshot begins with {magic:#x}; {_MAGIC:#x} is understood")
    return packed(whole[length:], own, whole[:length])


def data(engine: Engine) -> bytes:
    """Return the memory that the WebAssembly brings along, in pieces."""
    content = wasm.data(engine.runtime.wasm).content
    return packed(bytes(MEMORY_BASE) + content, MEMORY_BASE + len(content))
