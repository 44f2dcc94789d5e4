"""Read and rewrite a WebAssembly file: leave out exports and functions, or have functions tell that they are called."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.browser.pyodide import UnfitError

_HEAD = 8
_IMPORTS, _EXPORTS, _CODE, _DATA = 2, 7, 10, 11
PLACES_OF_FUNCTIONS, _PLACES_OF_DATA = "GOT.func", "GOT.mem"
"""From modules of these names a file imports places only, which may be those of its own exports."""
_NOTHING, _TRAP = bytes([0, 0x0B]), bytes([0, 0x00, 0x0B])
"""Bodies of functions without locals: one that ends, and one that stops the whole program."""
_FUNCTION, _TABLE, _MEMORY, _GLOBAL, _TAG = range(5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    """The one piece of memory that the file brings along: its bytes, and where they stand in the file."""

    start: int
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """Something that the file asks its loader for."""

    module: str
    name: str
    kind: int


def imports(wasm: bytes) -> Iterator[Import]:
    """Yield what the file imports."""
    section = _section(wasm, _IMPORTS)
    count, place = _number(section, 0)
    for _ in range(count):
        module, place = _named(section, place)
        name, place = _named(section, place)
        yield Import(module=module, name=name, kind=section[place])
        place = _after_import(section, place)


def only_exports(wasm: bytes, wanted: Callable[[str], bool]) -> bytes:
    """Return the file with those of its exports whose names are wanted."""

    def keep(section: bytes) -> bytes:
        entries = [entry for name, entry in _exports(section) if wanted(name)]
        return _unsigned(len(entries)) + b"".join(entries)

    return _changed(wasm, _EXPORTS, keep)


def linked(wasm: bytes) -> set[str]:
    """Return the names of what the file asks its loader for the place of."""
    return {each.name for each in imports(wasm) if each.module in {PLACES_OF_FUNCTIONS, _PLACES_OF_DATA}}


def count_functions(wasm: bytes) -> int:
    """Return how many functions the file has code for."""
    return _number(_section(wasm, _CODE), 0)[0]


def only_functions(wasm: bytes, used: Iterable[int]) -> bytes:
    """Return the file with the code of these functions; each other one stops the program when it is called."""
    called = set(used)
    return _recoded(wasm, lambda number, code: code if number in called else _TRAP)


def prerelocated(wasm: bytes, content: bytes, relocation: str) -> bytes:
    """Return the file with these data, and with nothing left to do for the exported function that puts addresses in."""
    own = data(wasm)
    filled = wasm[: own.start] + content + wasm[own.start + len(own.content) :]
    entry = dict(_exports(_section(wasm, _EXPORTS))).get(relocation)
    if entry is None:
        raise UnfitError(f"the WebAssembly does not export {relocation}")
    function, _ = _number(entry, len(_text(relocation)) + 1)
    number = function - sum(each.kind == _FUNCTION for each in imports(wasm))
    return _recoded(filled, lambda each, code: _NOTHING if each == number else code)


def instrumented(wasm: bytes, address: int) -> bytes:
    """Return the file with functions that, when called, set the byte at `address` plus their number to 1."""

    def tell(number: int, code: bytes) -> bytes:
        place = _after_locals(code)
        # i32.const place, i32.const 1, i32.store8
        store = b"\x41" + _signed(address + number) + b"\x41\x01\x3a\x00\x00"
        return code[:place] + store + code[place:]

    return _recoded(wasm, tell)


def data(wasm: bytes) -> Data:
    """Return the file's memory.

    Raises:
        UnfitError: if it does not have exactly one piece, placed when the program starts.
    """
    start, end = _place(wasm, _DATA)
    count, place = _number(wasm, start)
    flags, place = _number(wasm, place)
    if (count, flags) != (1, 0):
        raise UnfitError(f"the WebAssembly has {count} pieces of memory of kind {flags}; one of kind 0 is understood")
    place = wasm.index(b"\x0b", place) + 1  # past the expression that says where it goes
    size, place = _number(wasm, place)
    return Data(start=place, content=wasm[place : min(place + size, end)])


def _sections(wasm: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield kind, start and end of every section's content."""
    place = _HEAD
    while place < len(wasm):
        size, start = _number(wasm, place + 1)
        yield wasm[place], start, start + size
        place = start + size


def _section(wasm: bytes, wanted: int) -> bytes:
    start, end = _place(wasm, wanted)
    return wasm[start:end]


def _place(wasm: bytes, wanted: int) -> tuple[int, int]:
    place = next(((start, end) for kind, start, end in _sections(wasm) if kind == wanted), None)
    if place is None:
        raise UnfitError(f"the WebAssembly has no section of kind {wanted}")
    return place


def _changed(wasm: bytes, changed: int, change: Callable[[bytes], bytes]) -> bytes:
    parts = [wasm[:_HEAD]]
    for kind, start, end in _sections(wasm):
        content = change(wasm[start:end]) if kind == changed else wasm[start:end]
        parts += [bytes([kind]), _unsigned(len(content)), content]
    return b"".join(parts)


def _recoded(wasm: bytes, change: Callable[[int, bytes], bytes]) -> bytes:
    def recode(section: bytes) -> bytes:
        count, place = _number(section, 0)
        parts = [_unsigned(count)]
        for number in range(count):
            size, place = _number(section, place)
            code = change(number, section[place : place + size])
            parts += [_unsigned(len(code)), code]
            place += size
        return b"".join(parts)

    return _changed(wasm, _CODE, recode)


def _exports(section: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield every export's name and whole entry: the name's length, the name, a kind, a number."""
    count, place = _number(section, 0)
    for _ in range(count):
        begun = place
        size, place = _number(section, place)
        name = section[place : place + size].decode()
        _, place = _number(section, place + size + 1)
        yield name, section[begun:place]


def _after_import(section: bytes, place: int) -> int:
    """Return the place after an import's kind and what is told of that kind."""
    kind = section[place]
    place += 1 + (kind in {_TABLE, _GLOBAL, _TAG})  # the type of what it holds, or an attribute
    if kind == _GLOBAL:
        return place + 1  # whether it changes
    bounds = 1 + (section[place] & 1) if kind in {_TABLE, _MEMORY} else 0
    for _ in range(1 + bounds):  # a number alone, or flags and one or two of them
        _, place = _number(section, place)
    return place


def _named(section: bytes, place: int) -> tuple[str, int]:
    size, place = _number(section, place)
    return section[place : place + size].decode(), place + size


def _after_locals(code: bytes) -> int:
    groups, place = _number(code, 0)
    for _ in range(groups):
        _, place = _number(code, place)
        place += 1  # the type
    return place


def _number(content: bytes, place: int) -> tuple[int, int]:
    """Return the unsigned LEB128 number at a place, and the place after it."""
    value = shift = 0
    while True:
        byte = content[place]
        place += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, place
        shift += 7


def _text(value: str) -> bytes:
    return _unsigned(len(value.encode())) + value.encode()


def _unsigned(value: int) -> bytes:
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def _signed(value: int) -> bytes:
    """Return a number that is not negative as signed LEB128: the last byte's second bit must be clear."""
    out = bytearray()
    while value >= 0x40:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])
