"""The commands as a maintainer types them: what they print, and the exit code."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import __main__ as command_line
from generator.problems import BuildError, DataError, Problem
from shared import ROOT, SECOND_GUIDE


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    shutil.copytree(SECOND_GUIDE, tmp_path / "data")
    return tmp_path / "data"


def answers(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "answers.yaml"
    file.write_text(text)
    return file


def test_check_counts_the_statements() -> None:
    done = run("check")
    assert done.returncode == 0
    assert "cited or set aside" in done.stdout


def test_removing_a_citation_fails_with_file_and_line(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "generator" / "data", tmp_path / "data")
    file = tmp_path / "data" / "models" / "peo.yaml"
    text = file.read_text()
    file.write_text(re.sub(r"    cites:\n(?:      - .*\n)+", "", text, count=1))
    line = text.splitlines().index("summary:") + 2
    done = run("check", "--data", tmp_path / "data")
    assert done.returncode == 1
    assert f"peo.yaml:{line}: summary[0].cites: is missing" in done.stderr
    assert "Traceback" not in done.stderr


def test_check_warns_of_figures_that_are_due_and_succeeds(data: Path) -> None:
    figures = data / "figures.yaml"
    figures.write_text(figures.read_text().replace('as_of: "2025"', 'as_of: "1990"'))
    done = run("check", "--data", data)
    assert done.returncode == 0
    (warning,) = (line for line in done.stdout.splitlines() if "1990" in line)
    assert warning.startswith(("warning: ", "::warning::"))
    assert "figures.yaml:3: [1]: is of 1990, prices are due after 24 months; look it up again" in warning


def test_check_tells_all_and_fails(data: Path) -> None:
    (data / "rules.yaml").write_text("")
    (data / "models" / "bus.yaml").write_text("a: [")
    done = run("check", "--data", data)
    assert done.returncode == 1
    assert done.stderr.count("\n") >= 3
    assert "Traceback" not in done.stderr


def test_recommend_prints_sums_and_sources(tmp_path: Path, data: Path) -> None:
    done = run("recommend", "--data", data, answers(tmp_path, 'rain: "no"\nmoney: short\n'))
    assert done.returncode == 0
    assert "Take a bike." in done.stdout
    assert "Bike: 3 + 1 = 4 points" in done.stdout
    assert "+3 A bike costs less. (In print) [Almanac: Page 1]" in done.stdout


def test_recommend_prints_json(tmp_path: Path, data: Path) -> None:
    done = run("recommend", "--json", "--data", data, answers(tmp_path, "rain: not_sure\nmoney: short\n"))
    assert json.loads(done.stdout)["outcome"] == "not_enough"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("snow: deep\n", "answers.yaml:1: snow: `snow` is no question"),
        ("rain: maybe\n", "answers.yaml:1: rain: `maybe` is no answer to `rain`"),
        ("rain: [yes]\n", "answers.yaml:1: rain: `['yes']` is no answer"),
        ("rain: yes\nrain: no\n", "answers.yaml:2: rain: duplicate key"),
        ("- rain\n", "answers.yaml:1: file: is not a mapping"),
        ("", "answers.yaml:1: file: is empty"),
        ("rain: {a\n", "answers.yaml:1: file: has `{` that is not closed"),
    ],
)
def test_answers_that_cannot_be_used_are_told(tmp_path: Path, data: Path, text: str, words: str) -> None:
    done = run("recommend", "--data", data, answers(tmp_path, text))
    assert done.returncode == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_what_counts_of_the_answers_is_judged_and_the_rest_told(tmp_path: Path, data: Path) -> None:
    done = run("recommend", "--data", data, answers(tmp_path, 'snow: deep\nrain: "no"\nmoney: short\nriders: few\n'))
    assert done.returncode == 0
    assert "Take a bike." in done.stdout
    first, second = done.stderr.splitlines()
    assert "answers.yaml:1: snow: `snow` is no question, nothing would read it; " in first
    assert "answers.yaml:4: riders: `few` is no answer to `riders`, no rule could use it; " in second


def test_a_file_that_is_not_there_is_told() -> None:
    done = run("recommend", "nowhere.yaml")
    assert done.returncode == 2
    assert "does not exist" in done.stderr


BROKEN = Problem(file=Path("a.yaml"), line=2, path="b", what="is wrong", why="it is", fix="mend it")


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (DataError([BROKEN]), "a.yaml:2: b: is wrong, it is; mend it\n1 problem(s) found; nothing was written.\n"),
        (BuildError("a page has no place for it"), "a page has no place for it\n"),
        (PermissionError(13, "Permission denied", "site"), "[Errno 13] Permission denied: 'site'\n"),
    ],
)
def test_what_is_to_be_expected_ends_in_words(
    failure: Exception, words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **_more: object) -> None:
        raise failure

    monkeypatch.setattr(sys, "argv", ["generator", "build", "--data", str(SECOND_GUIDE)])
    monkeypatch.setattr(command_line, "build_site", fail)
    assert command_line.run() == 1
    assert capsys.readouterr().err == words


def test_a_study_without_its_libraries_is_told() -> None:
    hidden = "import sys; sys.modules['numpy'] = None; from generator.__main__ import run; sys.exit(run())"
    command = [sys.executable, "-c", hidden, "study"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "Error: numpy is not installed, and the study needs it; run `make study`\n"


@pytest.mark.parametrize("port", ["-1", "65536", "http"])
def test_a_port_that_is_none_is_told(port: str) -> None:
    done = run("serve", "--port", port)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("good", "site", "code", "words"),
    [
        (True, True, 0, "Serving at http://127.0.0.1:"),
        (False, True, 0, "Serving the last good site at http://127.0.0.1:"),
        (False, False, 1, ""),
    ],
)
def test_the_last_good_site_is_served_where_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, good: bool, site: bool, code: int, words: str
) -> None:
    def keep(*_: object) -> None:
        raise KeyboardInterrupt

    if site:
        (tmp_path / "site").mkdir()
        (tmp_path / "site" / "index.html").touch()
    monkeypatch.setattr(command_line, "ROOT", tmp_path)
    monkeypatch.setattr(command_line, "build_apart", lambda *_: lambda: (good, ["a.yaml:1: is wrong"]))
    monkeypatch.setattr(command_line, "watched", lambda *_: ([tmp_path], []))
    monkeypatch.setattr(command_line, "keep_building", keep)
    done = CliRunner().invoke(command_line.main, ["serve", "--port", "0", "--data", str(SECOND_GUIDE)])
    assert done.exit_code == code, done.output
    assert done.output.startswith(words)
    assert ("Stopped." in done.output) == site
