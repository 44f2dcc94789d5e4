"""Have a WebAssembly tell which bytes of its own memory it reads: each leaves a one at a distance from its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.browser import wasm
from generator.browser.instructions import COPY, LOADS, instructions
from generator.browser.leb128 import signed, unsigned, unsigned_at

_SET, _TEE, _GET = b"\x21", b"\x22", b"\x20"
_CONSTANT, _ADD, _LESS, _FILL = b"\x41", b"\x6a", b"\x49", b"\xfc\x0b\x00"
_IF, _END = b"\x04\x40", b"\x0b"
_ONES = {1: _CONSTANT + b"\x01\x3a", 2: _CONSTANT + signed(0x0101) + b"\x3b"}
_ONES |= {4: _CONSTANT + signed(0x01010101) + b"\x36", 8: b"\x42" + signed(0x0101010101010101) + b"\x37"}
"""For so many bytes that are read: put a one for each on the stack, and write them."""
_NUMBERS = b"\x02\x7f"
"""Two more locals of the kind that places are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Marks:
    """What it takes to tell of a read: how far away, below which place, and the numbers of two locals."""

    distance: int
    below: bytes
    one: bytes
    other: bytes


def telling(code: bytes, distance: int, end: int) -> bytes:
    """Return the file with functions that set a byte to 1 where they read the one that stands `distance` before it.

    What they read behind `end` they do not tell.
    """
    parameters = wasm.parameters(code)
    return wasm.recoded(code, lambda number, each: _telling(each, parameters[number], distance, end))


def _telling(code: bytes, parameters: int, distance: int, end: int) -> bytes:
    groups, behind = unsigned_at(code, 0)
    count, start = wasm.locals_of(code)
    first = parameters + count
    below = _CONSTANT + signed(end) + _LESS + _IF
    marks = _Marks(distance=distance, below=below, one=unsigned(first), other=unsigned(first + 1))
    return unsigned(groups + 1) + code[behind:start] + _NUMBERS + b"".join(_told(code, start, marks))


def _told(code: bytes, start: int, marks: _Marks) -> Iterator[bytes]:
    """Yield the instructions, and before each that reads what tells of it."""
    done = start
    for each in instructions(code, start):
        if each.does in LOADS:
            yield code[done : each.start] + _load(marks, LOADS[each.does], each.number)
            done = each.start
        elif each.does == COPY:
            yield code[done : each.start] + _copy(marks)
            done = each.start
    yield code[done:]


def _load(marks: _Marks, size: int, offset: int) -> bytes:
    """Return what tells of a read of so many bytes, with the place on the stack before and after it."""
    place = _GET + marks.one
    mark = place + _ONES[size] + b"\x00" + unsigned(offset + marks.distance)
    return _TEE + marks.one + place + marks.below + mark + _END


def _copy(marks: _Marks) -> bytes:
    """Return what tells of a copy, with its target, its place and its length on the stack before and after it."""
    place, length = _GET + marks.one, _GET + marks.other
    mark = place + _CONSTANT + signed(marks.distance) + _ADD + _CONSTANT + b"\x01" + length + _FILL
    return _SET + marks.other + _SET + marks.one + place + marks.below + mark + _END + place + length
