"""Dates of a case that somebody brings: they are held against the day where the person is, and slips are told."""

import re
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from shared import ROOT

TODAY = date.today()  # noqa: DTZ011 - the command's day is that of where it runs


def recommend(folder: Path, text: str) -> subprocess.CompletedProcess[str]:
    file = folder / "case.yaml"
    file.write_text(f"today: peo\nemployees: 60\nhr_staff: none\n{text}")
    command = [sys.executable, "-m", "generator", "recommend", str(file)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_command_line_knows_what_is_past(tmp_path: Path) -> None:
    renewal = TODAY + timedelta(days=30)
    done = recommend(tmp_path, f'renewal_date: "{renewal}"\nnotice_days: 60\n')
    assert done.returncode == 0
    assert done.stderr == ""
    steps = re.findall(r"^- \w+ \d+, \d{4}( \(already past\))?: ", done.stdout, re.MULTILINE)
    assert {*steps} == {"", " (already past)"}
    assert "The last day for notice was " in done.stdout


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('renewal_date: "2020-01-01"', "renewal_date: `2020-01-01` has gone by, it should lie ahead"),
        ('renewal_date: "2027-02-30"', "renewal_date: `2027-02-30` cannot be "),
        ("renewal_date: soon", "renewal_date: `soon` cannot be "),
        ("notice_days: 4000", "notice_days: `4000` cannot be "),
        ("notice_days: -1", "notice_days: `-1` cannot be "),
    ],
)
def test_a_slip_is_told_by_file_and_line_and_the_rest_counts(tmp_path: Path, line: str, said: str) -> None:
    done = recommend(tmp_path, f"{line}\n")
    assert done.returncode == 0
    assert f"case.yaml:4: {said}" in done.stderr
    assert done.stdout.startswith("# ")
    assert "Decide by" not in done.stdout
