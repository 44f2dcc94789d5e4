"""Write a memory as what of it is more than zeros: so it travels, is kept, and is laid into that of a new Python."""

import struct
from collections.abc import Iterator

_BLOCK = 512
"""Bytes that are written as one, or not at all: of smaller blocks there would be less to read, and more to lay down."""
_MARGIN = 2**16
"""So many bytes around what is written are made zeros: a Python that has not begun may have written there."""


def packed(memory: bytes, own: int, head: bytes = b"") -> bytes:
    """Return a memory as pieces; below `own` stands what the WebAssembly brings along, or its loader writes.

    Little-endian whole numbers of four bytes: the length of head and memory together, that of the head, and the number
    of pieces; for each piece its place, with how many zeros it begins, and how many bytes follow these. Then the head
    and the bytes of all pieces.
    """
    pieces = list(_pieces(memory, own))
    numbers = [len(head) + len(memory), len(head), len(pieces)]
    numbers += [number for place, start, end in pieces for number in (place, start - place, end - start)]
    return struct.pack(f"<{len(numbers)}I", *numbers) + head + b"".join(memory[start:end] for _, start, end in pieces)


def _pieces(memory: bytes, own: int) -> Iterator[tuple[int, int, int]]:
    """Yield each piece's place, where its zeros end, and its end; what is not yielded is far from all pieces."""
    done = 0
    for start, end in _filled(memory):
        edge = max(done, own) + _MARGIN
        if edge < start - _MARGIN:
            yield done, edge, edge
            done = start - _MARGIN
        yield done, start, end
        done = end
    edge = min(max(done, own) + _MARGIN, len(memory))
    yield done, edge, edge


def _filled(memory: bytes) -> Iterator[tuple[int, int]]:
    """Yield start and end of what is more than zeros, in whole blocks."""
    start = None
    for place in range(0, len(memory), _BLOCK):
        empty = not memory[place : place + _BLOCK].strip(b"\0")
        if not empty and start is None:
            start = place
        if empty and start is not None:
            yield start, place
            start = None
    if start is not None:
        yield start, len(memory)
