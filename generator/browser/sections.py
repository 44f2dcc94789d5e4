"""The sections of a WebAssembly file: where they are, and the file with one changed or some left out."""

from collections.abc import Callable, Iterable, Iterator

from generator.browser.leb128 import unsigned, unsigned_at
from generator.browser.pyodide import UnfitError

_MAGIC = b"\0asm\1\0\0\0"


def section_of(wasm: bytes, wanted: int) -> bytes:
    """Return the content of the section of a kind.

    Raises:
        UnfitError: if there is none.
    """
    start, end = place_of(wasm, wanted)
    return wasm[start:end]


def place_of(wasm: bytes, wanted: int) -> tuple[int, int]:
    """Return where the content of the section of a kind starts and ends.

    Raises:
        UnfitError: if there is none.
    """
    place = next(((start, end) for kind, start, end in _sections(wasm) if kind == wanted), None)
    if place is None:
        raise UnfitError(f"the WebAssembly has no section of kind {wanted}")
    return place


def changed(wasm: bytes, wanted: int, change: Callable[[bytes], bytes]) -> bytes:
    """Return the file with the content of the section of a kind changed."""
    contents = ((kind, wasm[start:end]) for kind, start, end in _sections(wasm))
    return _written((kind, change(content) if kind == wanted else content) for kind, content in contents)


def without(wasm: bytes, unwanted: set[int]) -> bytes:
    """Return the file without the sections of some kinds."""
    return _written((kind, wasm[start:end]) for kind, start, end in _sections(wasm) if kind not in unwanted)


def _sections(wasm: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield kind, start and end of every section's content."""
    place = len(_MAGIC)
    while place < len(wasm):
        size, start = unsigned_at(wasm, place + 1)
        yield wasm[place], start, start + size
        place = start + size


def _written(sections: Iterable[tuple[int, bytes]]) -> bytes:
    """Return the file that has these sections: their kinds and contents."""
    return _MAGIC + b"".join(bytes([kind]) + unsigned(len(content)) + content for kind, content in sections)
