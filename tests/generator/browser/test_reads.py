"""WebAssembly tells which bytes of its memory it reads, and does what it did before."""

import json
import subprocess
from pathlib import Path

from generator.browser.leb128 import signed, signed_at, unsigned, unsigned_at
from generator.browser.reads import telling
from tiny_wasm import copy, load, module

RUN = """
const code = require("fs").readFileSync(process.argv[1]);
WebAssembly.instantiate(code).then(({ instance }) => {
  instance.exports[0]();
  console.log(JSON.stringify([...new Uint8Array(instance.exports.m.buffer)]));
});
"""
DISTANCE = 70_000


def memory_after(code: bytes, home: Path) -> list[int]:
    (home / "tiny.wasm").write_bytes(code)
    done = subprocess.run(["node", "-e", RUN, str(home / "tiny.wasm")], capture_output=True, check=True)
    memory: list[int] = json.loads(done.stdout)
    return memory


def test_reads_and_copies_leave_marks_and_what_is_done_is_the_same(tmp_path: Path) -> None:
    code = module([load(4, offset=8) + copy(100, 20, 3) + load(200)], bytes(range(64)))
    before, after = memory_after(code, tmp_path), memory_after(telling(code, DISTANCE, 64), tmp_path)
    assert after[:DISTANCE] == before[:DISTANCE]
    assert before[100:103] == [20, 21, 22]
    assert [place for place, mark in enumerate(after[DISTANCE:]) if mark] == [12, 13, 14, 15, 20, 21, 22]


def test_numbers_are_written_as_they_are_read() -> None:
    for number in (0, 1, 63, 64, 127, 128, 8191, 8192, 3_473_218, 2**31 - 1):
        assert unsigned_at(b"-" + unsigned(number), 1) == (number, 1 + len(unsigned(number)))
        for value in (number, -number):
            assert signed_at(signed(value), 0) == (value, len(signed(value)))
