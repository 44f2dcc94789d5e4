"""Blank what nothing needs of the WebAssembly's memory: zeros compress to nothing, and all the rest stays in its place.

Three things: tables that no function which is left can reach, modules of Python's own that no start imports, and what
functions in C say of themselves. Only the first would be missed without a word, so that is the one to be certain of:
see `reach`. Whoever imports such a module all the same is told that it is damaged.
"""

from bisect import bisect_left

from generator.browser import wasm
from generator.browser.reach import Memory, memory, numbers, unreached

_LEAST = 1024
"""So many bytes in a row at least are blanked of what cannot be reached."""
_MODULE = b"\xe3" + bytes(12)
"""How the bytecode of a module begins; behind its address in a list of modules stands its length."""
_SAID = b"\n--\n\n"
"""What stands between a signature, which is kept, and what a function says of itself; a zero ends that."""
_WORD = 4


def blanked(whole: bytes, left: bytes, own: bytes, read: bytes) -> bytes:
    """Return the file of functions that are left with less in its memory.

    `whole` is the file with all functions, `own` its memory before addresses are put in, and `read` has a 1 for each
    byte of that which is read by a start and while the workload is done.
    """
    data = wasm.data(left)
    held = memory(own, data.content)
    content = bytearray(data.content)
    _blank_unreached(content, [each for each in unreached(held, whole, left, read) if len(each) >= _LEAST])
    _blank_modules(content, held, read)
    _blank_said(content, held, sorted({*held.addresses.values(), *numbers(left), len(content)}))
    return left[: data.start] + content + left[data.start + len(content) :]


def _blank_unreached(content: bytearray, ranges: list[range]) -> None:
    for each in ranges:
        content[each.start : each.stop] = bytes(len(each))


def _blank_modules(content: bytearray, held: Memory, read: bytes) -> None:
    """Blank modules of which nothing was read."""
    for word, place in held.addresses.items():
        if content.startswith(_MODULE, place):
            length = int.from_bytes(content[word + _WORD : word + 2 * _WORD], "little")
            if not any(read[place : place + length]):
                content[place : place + length] = bytes(length)


def _blank_said(content: bytearray, held: Memory, pointed: list[int]) -> None:
    """Blank what follows a signature; a shorter text of its own may be the end of it, and be pointed at."""
    for place in held.addresses.values():
        if place < held.constant:
            end = content.index(0, place)
            said = content.find(_SAID, place, end)
            if said >= 0:
                said += len(_SAID)
                own = min(end, pointed[bisect_left(pointed, said)])
                content[said:own] = bytes(own - said)
