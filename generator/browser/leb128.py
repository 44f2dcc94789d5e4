"""Numbers as WebAssembly writes them: seven bits a byte, the lowest first, the last byte without its highest bit."""


def unsigned_at(content: bytes, place: int) -> tuple[int, int]:
    """Return the unsigned number at a place, and the place after it."""
    value = shift = 0
    while True:
        byte = content[place]
        place += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, place
        shift += 7


def signed_at(content: bytes, place: int) -> tuple[int, int]:
    """Return the signed number at a place, and the place after it: the last byte's second bit is its sign."""
    value, after = unsigned_at(content, place)
    bits = 7 * (after - place)
    return value - (value >> (bits - 1) << bits), after


def unsigned(value: int) -> bytes:
    """Return a number that is not negative."""
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def signed(value: int) -> bytes:
    """Return a number that may be negative."""
    out = bytearray()
    while not -0x40 <= value < 0x40:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value & 0x7F])
