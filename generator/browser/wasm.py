"""Read and rewrite a WebAssembly file: leave out exports and functions, or have functions tell that they are called."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.browser.leb128 import signed, signed_at, unsigned, unsigned_at
from generator.browser.pyodide import UnfitError
from generator.browser.sections import changed, place_of, section_of, without

_TYPES, _IMPORTS, _FUNCTIONS, _GLOBALS, _EXPORTS, _CODE, _DATA, _DATA_COUNT = 1, 2, 3, 6, 7, 10, 11, 12
PLACES_OF_FUNCTIONS, _PLACES_OF_DATA = "GOT.func", "GOT.mem"
"""From modules of these names a file imports places only, which may be those of its own exports."""
_NOTHING, _TRAP = bytes([0, 0x0B]), bytes([0, 0x00, 0x0B])
"""Bodies of functions without locals: one that ends, and one that stops the whole program."""
_CONSTANT, _SIGNATURE = 0x41, 0x60
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
    section = section_of(wasm, _IMPORTS)
    count, place = unsigned_at(section, 0)
    for _ in range(count):
        module, place = _named(section, place)
        name, place = _named(section, place)
        yield Import(module=module, name=name, kind=section[place])
        place = _after_import(section, place)


def only_exports(wasm: bytes, wanted: Callable[[str], bool]) -> bytes:
    """Return the file with those of its exports whose names are wanted."""

    def keep(section: bytes) -> bytes:
        entries = [entry for name, entry in _exports(section) if wanted(name)]
        return unsigned(len(entries)) + b"".join(entries)

    return changed(wasm, _EXPORTS, keep)


def linked(wasm: bytes) -> set[str]:
    """Return the names of what the file asks its loader for the place of."""
    return {each.name for each in imports(wasm) if each.module in {PLACES_OF_FUNCTIONS, _PLACES_OF_DATA}}


def count_functions(wasm: bytes) -> int:
    """Return how many functions the file has code for."""
    return unsigned_at(section_of(wasm, _CODE), 0)[0]


def only_functions(wasm: bytes, used: Iterable[int]) -> bytes:
    """Return the file with the code of these functions; each other one stops the program when it is called."""
    called = set(used)
    return recoded(wasm, lambda number, code: code if number in called else _TRAP)


def prerelocated(wasm: bytes, content: bytes, relocation: str) -> bytes:
    """Return the file with these data, and with nothing left to do for the exported function that puts addresses in."""
    own = data(wasm)
    filled = wasm[: own.start] + content + wasm[own.start + len(own.content) :]
    entry = dict(_exports(section_of(wasm, _EXPORTS))).get(relocation)
    if entry is None:
        raise UnfitError(f"the WebAssembly does not export {relocation}")
    function, _ = unsigned_at(entry, len(_text(relocation)) + 1)
    number = function - sum(each.kind == _FUNCTION for each in imports(wasm))
    return recoded(filled, lambda each, code: _NOTHING if each == number else code)


def instrumented(wasm: bytes, address: int) -> bytes:
    """Return the file with functions that, when called, set the byte at `address` plus their number to 1."""

    def tell(number: int, code: bytes) -> bytes:
        _, place = locals_of(code)
        # i32.const place, i32.const 1, i32.store8
        store = b"\x41" + signed(address + number) + b"\x41\x01\x3a\x00\x00"
        return code[:place] + store + code[place:]

    return recoded(wasm, tell)


def codes(wasm: bytes) -> Iterator[bytes]:
    """Yield the code of every function that has some and is not a trap."""
    section = section_of(wasm, _CODE)
    count, place = unsigned_at(section, 0)
    for _ in range(count):
        size, place = unsigned_at(section, place)
        code = section[place : place + size]
        if code != _TRAP:
            yield code
        place += size


def parameters(wasm: bytes) -> list[int]:
    """Return how many parameters each function has that has code."""
    section = section_of(wasm, _FUNCTIONS)
    count, place = unsigned_at(section, 0)
    kinds = []
    for _ in range(count):
        kind, place = unsigned_at(section, place)
        kinds.append(kind)
    of_kind = list(_parameters(section_of(wasm, _TYPES)))
    return [of_kind[kind] for kind in kinds]


def constants(wasm: bytes) -> Iterator[int]:
    """Yield what the file's own globals are at first: most are places in its memory.

    Raises:
        UnfitError: if one is not a whole number of four bytes.
    """
    section = section_of(wasm, _GLOBALS)
    count, place = unsigned_at(section, 0)
    for _ in range(count):
        if section[place + 2] != _CONSTANT:
            raise UnfitError(f"a global of the WebAssembly begins with {section[place + 2]:#x}, not {_CONSTANT:#x}")
        value, place = signed_at(section, place + 3)
        place += 1
        yield value


def data(wasm: bytes) -> Data:
    """Return the file's memory.

    Raises:
        UnfitError: if it does not have exactly one piece, placed when the program starts.
    """
    start, end = place_of(wasm, _DATA)
    count, place = unsigned_at(wasm, start)
    flags, place = unsigned_at(wasm, place)
    if (count, flags) != (1, 0):
        raise UnfitError(f"the WebAssembly has {count} pieces of memory of kind {flags}; one of kind 0 is understood")
    place = wasm.index(b"\x0b", place) + 1  # past the expression that says where it goes
    size, place = unsigned_at(wasm, place)
    return Data(start=place, content=wasm[place : min(place + size, end)])


def without_data(wasm: bytes) -> bytes:
    """Return the file without its memory, for a loader that puts it in itself."""
    return without(wasm, {_DATA, _DATA_COUNT})


def recoded(wasm: bytes, change: Callable[[int, bytes], bytes]) -> bytes:
    """Return the file with each function's code changed; `change` gets its number among those that have code."""

    def recode(section: bytes) -> bytes:
        count, place = unsigned_at(section, 0)
        parts = [unsigned(count)]
        for number in range(count):
            size, place = unsigned_at(section, place)
            code = change(number, section[place : place + size])
            parts += [unsigned(len(code)), code]
            place += size
        return b"".join(parts)

    return changed(wasm, _CODE, recode)


def _exports(section: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield every export's name and whole entry: the name's length, the name, a kind, a number."""
    count, place = unsigned_at(section, 0)
    for _ in range(count):
        begun = place
        size, place = unsigned_at(section, place)
        name = section[place : place + size].decode()
        _, place = unsigned_at(section, place + size + 1)
        yield name, section[begun:place]


def _parameters(section: bytes) -> Iterator[int]:
    """Yield how many parameters every type of function has."""
    count, place = unsigned_at(section, 0)
    for _ in range(count):
        if section[place] != _SIGNATURE:
            raise UnfitError(f"a type of the WebAssembly begins with {section[place]:#x}, not {_SIGNATURE:#x}")
        parameters, place = unsigned_at(section, place + 1)
        results, place = unsigned_at(section, place + parameters)
        place += results
        yield parameters


def _after_import(section: bytes, place: int) -> int:
    """Return the place after an import's kind and what is told of that kind."""
    kind = section[place]
    place += 1 + (kind in {_TABLE, _GLOBAL, _TAG})  # the type of what it holds, or an attribute
    if kind == _GLOBAL:
        return place + 1  # whether it changes
    bounds = 1 + (section[place] & 1) if kind in {_TABLE, _MEMORY} else 0
    for _ in range(1 + bounds):  # a number alone, or flags and one or two of them
        _, place = unsigned_at(section, place)
    return place


def _named(section: bytes, place: int) -> tuple[str, int]:
    size, place = unsigned_at(section, place)
    return section[place : place + size].decode(), place + size


def locals_of(code: bytes) -> tuple[int, int]:
    """Return how many locals a function's code has beside its parameters, and where its instructions begin."""
    groups, place = unsigned_at(code, 0)
    total = 0
    for _ in range(groups):
        count, place = unsigned_at(code, place)
        total += count
        place += 1  # the type
    return total, place


def _text(value: str) -> bytes:
    return unsigned(len(value.encode())) + value.encode()
