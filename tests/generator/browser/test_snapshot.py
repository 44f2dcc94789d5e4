"""A snapshot travels as what differs from the WebAssembly's own memory; laid over that, it is whole again."""

import struct

import pytest

from generator.browser import snapshot
from generator.browser.pyodide import MEMORY_BASE, UnfitError
from generator.browser.wasm import Data

HEAD = 64
OWN = bytes(range(1, 251)) * 8
FAR = 400_000


def memory(own: bytes = OWN, *, magic: int = 0x706E7300) -> bytes:
    """Return a snapshot as Pyodide takes it: a head, then the memory, with the WebAssembly's own at its place."""
    head = struct.pack("<2I", magic, HEAD).ljust(HEAD, b"h")
    return head + bytes(MEMORY_BASE) + own + b"heap" * 64 + bytes(FAR) + b"end"


def laid_over(delta: bytes, file: bytes) -> bytes:
    """Do as the page does."""
    length, place, start, size, count = struct.unpack_from("<5I", delta)
    whole = bytearray(length)
    whole[place : place + size] = file[start : start + size]
    read = 20 + 8 * count
    for at, many in struct.iter_unpack("<2I", delta[20:read]):
        whole[at : at + many] = delta[read : read + many]
        read += many
    assert read == len(delta)
    return bytes(whole)


def test_laid_over_it_is_the_whole_memory() -> None:
    file = b"code" + OWN + b"more"
    changed = OWN[:500] + b"changed" + OWN[507:]
    delta = snapshot.delta(memory(changed), Data(start=4, content=OWN))
    assert laid_over(delta, file) == memory(changed)
    assert len(delta) < FAR / 2


def test_zeros_close_to_what_differs_travel_too() -> None:
    delta = snapshot.delta(memory(), Data(start=4, content=OWN))
    count = struct.unpack_from("<5I", delta)[4]
    (place, length), (last, _) = list(struct.iter_unpack("<2I", delta[20 : 20 + 8 * count]))[-2:]
    assert place + length == HEAD + MEMORY_BASE + len(OWN) + 2**16
    assert len(memory()) - len(b"end") - 2**16 - 64 < last <= len(memory()) - len(b"end") - 2**16


def test_a_snapshot_of_another_kind_is_refused() -> None:
    with pytest.raises(UnfitError, match="begins with 0x1; 0x706e7300 is understood"):
        snapshot.delta(memory(magic=1), Data(start=4, content=OWN))


def test_a_memory_that_stands_elsewhere_is_refused() -> None:
    with pytest.raises(UnfitError, match="does not stand at 1024 of a snapshot"):
        snapshot.delta(memory(OWN[50:] + OWN[:50]), Data(start=4, content=OWN))
