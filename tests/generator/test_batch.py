"""Many cases from a CSV: good rows are judged, bad ones are told with their line, and the length does not matter."""

import csv
import subprocess
import sys
from io import StringIO
from pathlib import Path

from generator.batch import judge_rows
from recommender.model import Guide
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


def test_rows_are_judged_one_at_a_time(small: Guide) -> None:
    def endless() -> StringIO:
        class Lines(StringIO):
            asked = 0

            def __next__(self) -> str:
                self.asked += 1
                return "rain,money\n" if self.asked == 1 else "no,short\n"

        return Lines()

    rows = judge_rows(small, Path("many.csv"), endless())
    for _ in range(3):
        judged, problems = next(rows)
        assert judged is not None
        assert (judged["models"], problems) == ("bike", [])


def test_a_file_without_mistakes_ends_well(tmp_path: Path) -> None:
    (tmp_path / "many.csv").write_text("rain,money\nno,short\n")
    assert run(tmp_path / "many.csv").returncode == 0
