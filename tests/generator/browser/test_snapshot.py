"""A snapshot is told from other files, and travels as a head and a memory in pieces."""

import struct

import pytest

from generator.browser import snapshot
from generator.browser.pyodide import UnfitError

HEAD = 64


def taken(memory: bytes, *, magic: int = 0x706E7300) -> bytes:
    """Return a snapshot as Pyodide takes it."""
    return struct.pack("<2I", magic, HEAD).ljust(HEAD, b"h") + memory


def test_it_has_its_head_before_its_pieces() -> None:
    whole = taken(b"memory")
    pieces = snapshot.in_pieces(whole, 0)
    length, head, count = struct.unpack_from("<3I", pieces)
    assert (length, head) == (len(whole), HEAD)
    assert pieces[12 + 12 * count :] == whole


def test_a_snapshot_of_another_kind_is_refused() -> None:
    with pytest.raises(UnfitError, match="begins with 0x1; 0x706e7300 is understood"):
        snapshot.in_pieces(taken(b"memory", magic=1), 0)
