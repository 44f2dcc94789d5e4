"""Write a WebAssembly file of a few functions without parameters, globals and one piece of memory."""

from generator.browser.leb128 import signed, unsigned

ADD, DROP = b"\x6a", b"\x1a"


def constant(number: int) -> bytes:
    return b"\x41" + signed(number)


def load(place: int, *, offset: int = 0) -> bytes:
    """Read four bytes and forget them."""
    return constant(place) + b"\x28\x02" + unsigned(offset) + DROP


def copy(target: int, place: int, length: int) -> bytes:
    return constant(target) + constant(place) + constant(length) + b"\xfc\x0a\x00\x00"


def module(functions: list[bytes], content: bytes, places: tuple[int, ...] = ()) -> bytes:
    """Return a file that exports its functions by their numbers and its memory as `m`."""
    names = [str(number).encode() for number in range(len(functions))]
    exports = [_named(name) + b"\x00" + unsigned(number) for number, name in enumerate(names)]
    bodies = [b"\x00" + function + b"\x0b" for function in functions]
    return b"".join(
        [
            b"\0asm\x01\0\0\0",
            _section(1, [b"\x60\x00\x00"]),
            _section(3, [b"\x00" for _ in functions]),
            _section(5, [b"\x00\x02"]),
            _section(6, [b"\x7f\x00" + constant(place) + b"\x0b" for place in places]),
            _section(7, [*exports, _named(b"m") + b"\x02\x00"]),
            _section(10, [unsigned(len(body)) + body for body in bodies]),
            _section(11, [b"\x00" + constant(0) + b"\x0b" + unsigned(len(content)) + content]),
        ]
    )


def _section(kind: int, entries: list[bytes]) -> bytes:
    body = unsigned(len(entries)) + b"".join(entries)
    return bytes([kind]) + unsigned(len(body)) + body


def _named(name: bytes) -> bytes:
    return unsigned(len(name)) + name
