"""Of the WebAssembly's memory what nothing reaches is blank; what anything may reach stays, with a wide berth."""

import pytest

from generator.browser import wasm
from generator.browser.blank import blanked
from generator.browser.instructions import instructions
from generator.browser.pyodide import MEMORY_BASE, UnfitError
from tiny_wasm import ADD, DROP, constant, module

SIZE, ADDRESSES = 40_000, 32_000
ONE, OTHER = 8_000, 20_000
"""Where two tables begin; addresses stand behind them."""
NOTHING = bytes(SIZE)


def known(place: int) -> bytes:
    """Return a function that adds to a place, as one does that looks something up."""
    return constant(place) + constant(0) + ADD + DROP + constant(0) + constant(place) + ADD + DROP


def after(
    functions: list[bytes], used: list[int], addresses: dict[int, int], read: bytes = NOTHING, parts: bytes = b""
) -> bytes:
    """Return a memory full of one letter, but for addresses and parts at its beginning, after blanking."""
    own = bytearray(parts.ljust(SIZE, b"x"))
    filled = bytearray(own)
    for word, place in addresses.items():
        own[word : word + 4] = place.to_bytes(4, "little")
        filled[word : word + 4] = (place + MEMORY_BASE).to_bytes(4, "little")
    whole = module(functions, bytes(filled))
    return wasm.data(blanked(whole, wasm.only_functions(whole, used), bytes(own), read)).content


def test_a_table_that_only_a_function_uses_that_is_left_out_is_blank() -> None:
    functions = [known(ONE), known(OTHER), constant(OTHER - 24) + DROP]
    addresses = {ADDRESSES: ADDRESSES + 8}
    found = after(functions, [0], addresses)
    assert found[:OTHER].count(0) == 0
    assert found[OTHER:ADDRESSES] == bytes(ADDRESSES - OTHER)
    assert after(functions, [0, 1], addresses)[:ADDRESSES].count(0) == 0
    close = after(functions, [0, 2], addresses)
    assert close[OTHER:ADDRESSES].lstrip(b"x") == bytes(ADDRESSES - OTHER - 1000)


def test_a_table_whose_address_stands_in_what_is_reached_stays() -> None:
    functions = [known(ONE), known(OTHER), known(ADDRESSES)]
    reached = {ADDRESSES: OTHER}
    assert after(functions, [0, 2], reached)[:ADDRESSES].count(0) == 0
    assert after(functions, [0], reached | {ADDRESSES - 4: ADDRESSES - 4})[:ADDRESSES].count(0) > 9_000


def test_a_table_of_which_a_byte_was_read_stays() -> None:
    read = bytes(OTHER + 5_000) + b"\x01" + bytes(SIZE - OTHER - 5_001)
    assert after([known(ONE), known(OTHER)], [0], {ADDRESSES: ADDRESSES + 8}, read)[:ADDRESSES].count(0) == 0


def test_what_a_function_says_of_itself_is_blank_and_its_signature_stays() -> None:
    parts = b"count(x)\n--\n\nReturn more than a number.\0next"
    found = after([known(0)], [0], {ADDRESSES: 0}, parts=parts)
    assert found.startswith(b"count(x)\n--\n\n" + bytes(len(b"Return more than a number.\0")) + b"next")


def test_the_end_of_what_is_said_stays_where_it_is_a_text_of_its_own() -> None:
    parts = b"f()\n--\n\nOr else False\0next"
    shared = parts.index(b"False")
    for used, addresses in ([known(0)], {ADDRESSES + 8: shared}), ([known(0), known(shared)], {}):
        found = after(used, list(range(len(used))), {ADDRESSES: 0} | addresses, parts=parts)
        assert found.startswith(b"f()\n--\n\n" + bytes(len(b"Or else ")) + b"False\0next")


def test_a_module_is_blank_unless_it_is_read() -> None:
    start, length = b"\xe3" + bytes(12), 17
    listed = (ADDRESSES - 2 * length, ADDRESSES - length)
    parts = b"x" * listed[0] + start + b"code" + start + b"more" + b"----" + length.to_bytes(4, "little") * 3
    read = bytes(listed[1]) + b"\x01" * length + bytes(SIZE - ADDRESSES)
    found = after([known(listed[0])], [0], {ADDRESSES: listed[0], ADDRESSES + 8: listed[1]}, read, parts)
    assert found[listed[0] : ADDRESSES] == bytes(length) + start + b"more"


def test_a_memory_without_addresses_and_an_unknown_instruction_are_refused() -> None:
    with pytest.raises(UnfitError, match="no address"):
        after([known(0)], [0], {})
    with pytest.raises(UnfitError, match="0xfd"):
        list(instructions(b"\xfd\x00", 0))
