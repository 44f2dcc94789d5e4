"""Find out what of the WebAssembly's memory the code that is left can reach.

Its objects stand one behind the other, without a name or a length. Where they begin is known from all that points to
them: addresses in the memory itself, globals, and numbers to which code adds (where the memory begins). An object
reaches to where the next one begins. Those are reached whose place is a number in a function that is left, whatever
that is used for, or a global, or stands in an object that is reached; and those of which a byte was read.

Code may know an object by a place close to it, since compilers reckon in advance with an index that never begins at
zero, and may know the middle of one. So what is close to a place that is reached counts as reached too, where objects
hold no addresses: there are the large ones, tables, and a wide berth around each costs little.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator.browser import wasm
from generator.browser.instructions import ADD, CONSTANT, LOADS, Instruction, instructions
from generator.browser.pyodide import MEMORY_BASE, UnfitError

_BERTH = 1024
"""Bytes before and behind a place that count as reached with it."""
_WORD = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """A WebAssembly's own memory: its size, which words are addresses of which places in it, and the first of these."""

    size: int
    addresses: Mapping[int, int]
    constant: int


def memory(own: bytes, filled: bytes) -> Memory:
    """Return what is known of a memory by what its loader puts in: to an address of it, where it begins is added.

    Raises:
        UnfitError: if it puts in none.
    """
    addresses = {}
    for place in range(0, len(own) - _WORD + 1, _WORD):
        end = place + _WORD
        if own[place:end] != filled[place:end]:
            before, after = (int.from_bytes(each[place:end], "little") for each in (own, filled))
            if after - before == MEMORY_BASE:
                addresses[place] = before
    if not addresses:
        raise UnfitError("there is no address in the WebAssembly's memory")
    return Memory(size=len(own), addresses=addresses, constant=min(addresses))


def unreached(held: Memory, whole: bytes, left: bytes, read: bytes) -> Iterator[range]:
    """Yield what cannot be reached of the part without addresses, in order.

    `whole` is the file with all functions, `left` the one with those that are left, and `read` has a 1 for each byte
    that was read.
    """
    reached = _reached(held, _beginnings(held, whole), set(numbers(left)), read)
    end = held.constant
    start = reached.find(0, 0, end)
    while start >= 0:
        stop = reached.find(1, start, end)
        yield range(start, stop if stop >= 0 else end)
        start = reached.find(0, stop, end) if stop >= 0 else -1


def _beginnings(held: Memory, whole: bytes) -> list[int]:
    """Return where objects begin, in order, from the start of the memory to its end."""
    known = {*held.addresses.values(), *wasm.constants(whole)}
    known |= {place for place in _added(whole) if place < held.constant}
    return sorted({0, held.constant, held.size, *(place for place in known if 0 < place < held.size)})


def _reached(held: Memory, beginnings: list[int], roots: set[int], read: bytes) -> bytearray:
    """Return a 1 for each byte that is reached."""
    firsts = (read.find(1, start, end) for start, end in pairwise(beginnings))
    todo = [*roots, *(place for place in firsts if place >= 0)]
    words = sorted(held.addresses)
    reached, seen = bytearray(held.size), set[int]()
    while todo:
        place = todo.pop()
        if place in seen or not 0 <= place < held.size:
            continue
        seen.add(place)
        start, end = _around(held, beginnings, place)
        reached[start:end] = b"\x01" * (end - start)
        inside = words[bisect_left(words, start - _WORD + 1) : bisect_left(words, end)]
        todo += [held.addresses[word] for word in inside]
    return reached


def _around(held: Memory, beginnings: list[int], place: int) -> tuple[int, int]:
    """Return start and end of what is reached with a place."""
    after = bisect_right(beginnings, place)
    start, end = beginnings[after - 1], beginnings[after]
    if place >= held.constant:
        return start, end
    return max(0, min(start, place - _BERTH)), min(held.constant, max(end, place + _BERTH))


def numbers(code: bytes) -> Iterator[int]:
    """Yield all numbers that functions have, also as what is added where they read, and what globals are at first."""
    yield from wasm.constants(code)
    for each in _instructions(code):
        if each.does == CONSTANT or each.does in LOADS:
            yield each.number


def _added(code: bytes) -> Iterator[int]:
    """Yield the numbers to which functions add."""
    for each, then in pairwise(_instructions(code)):
        if each.does == CONSTANT and then.does == ADD:
            yield each.number


def _instructions(code: bytes) -> Iterator[Instruction]:
    for function in wasm.codes(code):
        _, start = wasm.locals_of(function)
        yield from instructions(function, start)
