"""Go through the code of a function of a WebAssembly file, instruction by instruction."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.browser.leb128 import signed_at, unsigned_at
from generator.browser.pyodide import UnfitError

ADD, CONSTANT, COPY, READ_GLOBAL = 0x6A, 0x41, 0xFC0A, 0x23
LOADS = {
    **dict.fromkeys((0x2C, 0x2D, 0x30, 0x31), 1),
    **dict.fromkeys((0x2E, 0x2F, 0x32, 0x33), 2),
    **dict.fromkeys((0x28, 0x2A, 0x34, 0x35), 4),
    **dict.fromkeys((0x29, 0x2B), 8),
}
"""What reads memory at one place, and how many bytes."""
_PREFIX = 0xFC
_TRUNCATES = 8
"""Below it, numbers after the prefix stand alone; above, all but these take one more number."""
_BULK = {8: 2, 10: 2, 11: 1, 12: 2, 14: 2}

type _Reader = Callable[[bytes, int], tuple[int, int]]


class Instruction(NamedTuple):
    """What it does, by its number; its last number, or 0; and where it starts and ends in the code."""

    does: int
    number: int
    start: int
    end: int


def instructions(code: bytes, place: int) -> Iterator[Instruction]:
    """Yield the instructions from a place, which is behind the locals, to the end.

    Raises:
        UnfitError: if there is one that this does not know.
    """
    while place < len(code):
        start, does = place, code[place]
        reader = _READERS[does]
        if reader is None:
            raise UnfitError(f"the WebAssembly has an instruction {does:#x}, which is not understood")
        number, place = reader(code, place + 1)
        yield Instruction(does << 8 | number if does == _PREFIX else does, number, start, place)


def _alone(_: bytes, place: int) -> tuple[int, int]:
    return 0, place


def _bytes(count: int) -> _Reader:
    return lambda _, place: (0, place + count)


def _two(code: bytes, place: int) -> tuple[int, int]:
    return unsigned_at(code, unsigned_at(code, place)[1])


def _many(code: bytes, place: int) -> tuple[int, int]:
    """Read the targets of a jump by a number."""
    count, place = unsigned_at(code, place)
    for _ in range(count + 1):
        _, place = unsigned_at(code, place)
    return 0, place


def _types(code: bytes, place: int) -> tuple[int, int]:
    count, place = unsigned_at(code, place)
    return 0, place + count


def _prefixed(code: bytes, place: int) -> tuple[int, int]:
    kind, place = unsigned_at(code, place)
    for _ in range(0 if kind < _TRUNCATES else _BULK.get(kind, 1)):
        _, place = unsigned_at(code, place)
    return kind, place


def _readers() -> list[_Reader | None]:
    """Return how the numbers behind each instruction are read; None for what is not known."""
    known: dict[int, _Reader] = {}
    known |= dict.fromkeys((0x00, 0x01, 0x05, 0x0B, 0x0F, 0x19, 0x1A, 0x1B, 0xD1, *range(0x45, 0xC5)), _alone)
    known |= dict.fromkeys((0x02, 0x03, 0x04, 0x06, CONSTANT, 0x42), signed_at)
    known |= dict.fromkeys((0x07, 0x08, 0x09, 0x0C, 0x0D, 0x10, 0x12, 0x18, *range(0x20, 0x27), 0xD2), unsigned_at)
    known |= dict.fromkeys((0x11, 0x13, *range(0x28, 0x3F)), _two)
    known |= dict.fromkeys((0x3F, 0x40, 0xD0), _bytes(1))
    known |= {0x43: _bytes(4), 0x44: _bytes(8), 0x0E: _many, 0x1C: _types, _PREFIX: _prefixed}
    return [known.get(does) for does in range(256)]


_READERS = _readers()
