"""WebAssembly is rewritten so that what is left does what it did before."""

import json
import subprocess
from pathlib import Path

import pytest

from generator.browser import wasm
from generator.browser.pyodide import UnfitError


def section(kind: int, content: str) -> bytes:
    body = bytes.fromhex(content)
    return bytes([kind, len(body)]) + body


# (module (type (func (result i32))) (type (func)) (import "GOT.mem" "place" (global (mut i32)))
#   (import "env" "f" (func (type 1))) (import "env" "t" (table 1 funcref)) (func $one (local i32) i32.const 41)
#   (func $two i32.const 42) (func $put i32.const 0 i32.const 1 i32.store8) (memory 1)
#   (export "one" (func $one)) (export "two" (func $two)) (export "put" (func $put)) (export "m" (memory 0))
#   (data (i32.const 0) "abc"))
CODE = section(10, "03 06 01 01 7f 41 29 0b 04 00 41 2a 0b 09 00 41 00 41 01 3a 00 00 0b")
TINY = b"".join(
    [
        b"\0asm\x01\0\0\0",
        section(1, "02 60 00 01 7f 60 00 00"),
        section(2, "03 07 474f542e6d656d 05 706c616365 03 7f 01 03 656e76 01 66 00 01 03 656e76 01 74 01 70 00 01"),
        section(3, "03 00 00 01"),
        section(5, "01 00 01"),
        section(7, "04 03 6f6e65 00 01 03 74776f 00 02 03 707574 00 03 01 6d 02 00"),
        CODE,
        section(11, "01 00 41 00 0b 03 616263"),
    ]
)

RUN = """
import { readFileSync } from "node:fs";
const [file, ...calls] = process.argv.slice(2);
const imports = {
  env: { f() {}, t: new WebAssembly.Table({ initial: 1, element: "anyfunc" }) },
  "GOT.mem": { place: new WebAssembly.Global({ value: "i32", mutable: true }) },
};
const { instance } = await WebAssembly.instantiate(readFileSync(file), imports);
const told = {};
for (const name of calls) {
  try { told[name] = instance.exports[name]?.() ?? null } catch (error) { told[name] = error.message }
}
const bytes = instance.exports.m ? [...new Uint8Array(instance.exports.m.buffer, 0, 12)] : null;
console.log(JSON.stringify({ exports: Object.keys(instance.exports), told, bytes }));
"""


@pytest.fixture
def run(tmp_path: Path):  # noqa: ANN201 - a function that runs a file in Node
    def run_it(code: bytes, *calls: str) -> dict[str, object]:
        (tmp_path / "run.mjs").write_text(RUN)
        (tmp_path / "tiny.wasm").write_bytes(code)
        command = ["node", str(tmp_path / "run.mjs"), str(tmp_path / "tiny.wasm"), *calls]
        found: dict[str, object] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
        return found

    return run_it


def test_exports_are_left_out(run) -> None:  # noqa: ANN001
    found = run(wasm.only_exports(TINY, lambda name: name in {"two", "m"}), "two")
    assert (found["exports"], found["told"]) == (["two", "m"], {"two": 42})


def test_a_function_that_is_left_out_stops_the_program_and_others_do_not(run) -> None:  # noqa: ANN001
    assert run(wasm.only_functions(TINY, [1, 2]), "one", "two")["told"] == {"one": "unreachable", "two": 42}


def test_functions_tell_that_they_are_called(run) -> None:  # noqa: ANN001
    found = run(wasm.instrumented(TINY, 8), "two")
    assert (found["told"], found["bytes"][8:11]) == ({"two": 42}, [0, 1, 0])
    assert run(wasm.instrumented(TINY, 8), "one")["bytes"][8:11] == [1, 0, 0]


def test_data_are_found(run) -> None:  # noqa: ANN001
    own = wasm.data(TINY)
    assert (own.content, TINY[own.start : own.start + 3]) == (b"abc", b"abc")


def test_data_are_settled_and_their_function_does_nothing_more(run) -> None:  # noqa: ANN001
    found = run(wasm.prerelocated(TINY, b"xyz", "put"), "put", "two")
    assert (found["told"], bytes(found["bytes"][:3])) == ({"put": None, "two": 42}, b"xyz")
    assert bytes(run(TINY, "put")["bytes"][:3]) == b"\x01bc"


def test_imports_are_known() -> None:
    found = [(each.module, each.name) for each in wasm.imports(TINY)]
    assert found == [("GOT.mem", "place"), ("env", "f"), ("env", "t")]
    assert wasm.linked(TINY) == {"place"}


def test_data_of_another_kind_are_refused() -> None:
    with pytest.raises(UnfitError, match="2 pieces"):
        wasm.data(TINY[:-11] + section(11, "02 00 41 00 0b 01 61 00 41 00 0b 01 61"))


@pytest.mark.parametrize("count", [b"", section(12, "01")], ids=["bare", "counted"])
def test_without_its_data_it_does_the_same_on_an_empty_memory(run, count: bytes) -> None:  # noqa: ANN001
    place = TINY.index(CODE)
    left = wasm.without_data(TINY[:place] + count + TINY[place:])
    assert run(left, "one", "two") == {
        "exports": ["one", "two", "put", "m"],
        "told": {"one": 41, "two": 42},
        "bytes": [0] * 12,
    }
