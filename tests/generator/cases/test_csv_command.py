"""A CSV at the command line: rows on standard output, mistakes on standard error, and an exit code that says which."""

import csv
import subprocess
import sys
from io import StringIO
from pathlib import Path

from generator.cases.batch import GARBLED
from shared import ROOT, SECOND_GUIDE

ROWS = """id,rain,money,riders,regions
a,no,short,,
b,maybe,,,
c,,,three,
d,yes,,3,northland;southland
e,,,,nowhere
f,no,short,1,,more
"""


def run(file: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", "recommend", "--csv", "--data", str(SECOND_GUIDE), str(file)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_good_rows_are_judged_and_bad_ones_told(tmp_path: Path) -> None:
    (tmp_path / "many.csv").write_text(ROWS)
    done = run(tmp_path / "many.csv")
    assert done.returncode == 1
    written = list(csv.DictReader(StringIO(done.stdout)))
    assert [(row["id"], row["models"], row["points_bus"]) for row in written] == [("a", "bike", "0"), ("d", "bus", "5")]
    for line, words in ((3, "rain: `maybe`"), (4, "riders: `three`"), (6, "regions: "), (7, "(no column): ")):
        assert f"many.csv:{line}: {words}" in done.stderr
    assert "4 row(s) could not be used." in done.stderr


def test_a_file_without_mistakes_ends_well(tmp_path: Path) -> None:
    (tmp_path / "many.csv").write_text("rain,money\nno,short\n")
    assert run(tmp_path / "many.csv").returncode == 0


def test_strange_files_end_in_lines_and_not_in_tracebacks(tmp_path: Path) -> None:
    file = tmp_path / "many.csv"
    file.write_bytes(
        b"id,riders,money,mood\nJos\xe9,3,short,\n=1,\xff,short\nlong," + b"9" * 5000 + b",\nlast,1,short\n"
    )
    done = run(file)
    assert done.returncode == 1
    assert [row["id"] for row in csv.DictReader(StringIO(done.stdout))] == [f"Jos{GARBLED}", "'=1", "last"]
    *told, last = done.stderr.splitlines()
    assert [line.partition("many.csv:")[2][:16] for line in told] == [
        "1: mood: `mood` ",
        "2: id: is not UT",
        "3: riders: is no",
        "3: id: `=1` begi",
        "4: riders: `9999",
    ]
    assert last == "1 row(s) could not be used."


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "many.csv").write_text("")
    done = run(tmp_path / "many.csv")
    assert (done.returncode, done.stdout) == (1, "")
    assert "many.csv:1: file: is empty, its first line names the columns; " in done.stderr
