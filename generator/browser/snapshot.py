"""Take the memory of a Python that has opened the guide, as what differs from the WebAssembly's own."""

import struct
from collections.abc import Iterator
from pathlib import Path

from generator.browser import wasm
from generator.browser.cache import cached
from generator.browser.pyodide import MEMORY_BASE, Engine, UnfitError
from generator.browser.tools import observe

_WARM_UP = Path(__file__).with_name("warm_up.py")
_BLOCK = 64
"""Bytes that are compared, and travel, as one."""
_MAGIC = 0x706E7300
"""With what Pyodide's snapshots begin; the length of their head, in which it describes its objects, follows."""
_MARGIN = 2**16
"""So many bytes around what differs travel too, as zeros: a start that has not begun may have written beside it."""
_MOST_CHANGED = 0.5
"""The share of the WebAssembly's own memory that a start may change: more would mean that it stands elsewhere."""


def snapshot(engine: Engine, guide: bytes, cache: Path) -> bytes:
    """Return what is to be laid over the WebAssembly's own data to have the memory of a Python ready to answer.

    Little-endian whole numbers of four bytes: the memory's length; where in it the WebAssembly's data go; where these
    are in its file; how many they are; the number of pieces; for each piece its place and length. Then the bytes of
    the pieces.

    Raises:
        UnfitError: if it is not the snapshot that this understands.
    """
    files = engine.files() | {"guide.json": guide, "warm_up.py": _WARM_UP.read_bytes()}
    own = wasm.data(engine.runtime.wasm)
    return cached(cache, "snapshot", files.values(), lambda home: delta(observe("snapshot.mjs", files, home), own))


def delta(memory: bytes, own: wasm.Data) -> bytes:
    """Return what of a snapshot differs from the WebAssembly's own memory, in the form that `snapshot` describes."""
    place = _head(memory) + MEMORY_BASE
    base = bytearray(len(memory))
    base[place : place + len(own.content)] = own.content
    around = range(place, place + len(own.content))
    differing = list(_pieces(memory, base))
    inside = sum(end - start for start, end in differing if start in around)
    if inside > _MOST_CHANGED * len(own.content):
        raise UnfitError(f"the WebAssembly's own memory does not stand at {MEMORY_BASE} of a snapshot")
    pieces = _widened(differing, around, len(memory))
    numbers = [len(memory), place, own.start, len(own.content), len(pieces)]
    numbers += [number for start, end in pieces for number in (start, end - start)]
    return struct.pack(f"<{len(numbers)}I", *numbers) + b"".join(memory[start:end] for start, end in pieces)


def _widened(pieces: list[tuple[int, int]], own: range, length: int) -> list[tuple[int, int]]:
    """Return the pieces with a margin around those outside the WebAssembly's own data, those that touch as one."""
    inside = [piece for piece in pieces if piece[0] in own]
    edges = [(0, own.start), (own.stop, own.stop)]
    outside = sorted([*edges, *(piece for piece in pieces if piece[0] not in own)])
    joined: list[tuple[int, int]] = []
    for start, end in outside:
        low = 0 if start < own.start else max(own.stop, start - _MARGIN)
        high = max(own.start, end) if start < own.start else min(length, end + _MARGIN)
        if joined and low <= joined[-1][1]:
            low, high = joined[-1][0], max(high, joined.pop()[1])
        joined.append((low, high))
    return sorted([*inside, *joined])


def _head(memory: bytes) -> int:
    """Return the length of a snapshot's head."""
    magic, length = struct.unpack_from("<2I", memory)
    if magic != _MAGIC:
        raise UnfitError(f"a snapshot begins with {magic:#x}; {_MAGIC:#x} is understood")
    return int(length)


def _pieces(memory: bytes, base: bytearray) -> Iterator[tuple[int, int]]:
    """Yield start and end of what differs, in whole blocks."""
    start = None
    for place in range(0, len(memory), _BLOCK):
        same = memory[place : place + _BLOCK] == base[place : place + _BLOCK]
        if not same and start is None:
            start = place
        if same and start is not None:
            yield start, place
            start = None
    if start is not None:
        yield start, len(memory)
