"""A memory travels as what of it is more than zeros; laid into the one of a new Python, it is whole again."""

import struct
from itertools import pairwise

import pytest

from generator.browser.pieces import packed

BLOCK, MARGIN = 512, 2**16
FAR = 400_000
OWN = 200_000
"""Where the WebAssembly's own memory ends."""
MEMORY = bytes(1024) + b"own" * 300 + bytes(OWN) + b"heap" * 900 + bytes(FAR) + b"end" * 50


def pieces(content: bytes) -> list[tuple[int, int, int]]:
    """Return each piece's place, zeros and bytes."""
    count = struct.unpack_from("<3I", content)[2]
    return list(struct.iter_unpack("<3I", content[12 : 12 + 12 * count]))


def laid_into(memory: bytearray, content: bytes) -> bytes:
    """Do as the page does."""
    read = 12 + 12 * len(pieces(content)) + struct.unpack_from("<3I", content)[1]
    for place, zeros, size in pieces(content):
        memory[place : place + zeros] = bytes(zeros)
        memory[place + zeros : place + zeros + size] = content[read : read + size]
        read += size
    assert read == len(content)
    return bytes(memory)


@pytest.mark.parametrize("memory", [MEMORY, b"", bytes(FAR), b"x", bytes(FAR) + b"x", b"x" + bytes(FAR), b"x" * FAR])
def test_laid_into_an_empty_one_it_is_the_whole_memory(memory: bytes) -> None:
    content = packed(memory, 0, b"head")
    assert laid_into(bytearray(len(memory)), content) == memory
    assert content[12 + 12 * len(pieces(content)) :].startswith(b"head")


def test_zeros_do_not_travel() -> None:
    assert len(packed(MEMORY, OWN)) < len(MEMORY.replace(b"\0", b"")) + 12 + 12 * 5 + 6 * BLOCK


@pytest.mark.parametrize("place", [0, 1000, 5000, OWN - 1, OWN + MARGIN - 1])
def test_what_a_start_has_written_is_gone_in_the_webassembly_s_own_memory(place: int) -> None:
    written = bytearray(len(MEMORY))
    written[place] = 1
    assert laid_into(written, packed(MEMORY, OWN)) == MEMORY


@pytest.mark.parametrize("beside", [-MARGIN + BLOCK, -1, len(b"end" * 50) - 1])
def test_what_a_start_has_written_is_gone_beside_what_is_laid_down(beside: int) -> None:
    written = bytearray(len(MEMORY))
    written[MEMORY.index(b"end") + beside] = 1
    assert laid_into(written, packed(MEMORY, OWN)) == MEMORY


def test_what_is_far_from_all_of_it_is_not_touched() -> None:
    touched = [(place, place + zeros + size) for place, zeros, size in pieces(packed(MEMORY, OWN))]
    gaps = [after[0] - before[1] for before, after in pairwise(touched)]
    assert max(gaps) > FAR - 2 * MARGIN - 2 * BLOCK
