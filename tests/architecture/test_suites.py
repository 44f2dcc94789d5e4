"""The tests themselves: each belongs to one suite, none is left out, and none waits for anything but what it names."""

import re

import pytest
import yaml

from shared import ROOT, tracked
from suites import SUITES, refused, summary

TESTS = [file for file in tracked() if file.suffix == ".py" and ROOT / "tests" in file.parents]


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    """Return an empty project with the settings of this one."""
    pytester.makepyprojecttoml((ROOT / "pyproject.toml").read_text())
    return pytester


def test_the_folder_says_to_which_suite_a_test_belongs(project: pytest.Pytester) -> None:
    project.makepyfile(**{f"tests/{suite}/test_one": "def test_it(): pass" for suite in SUITES})
    for suite in SUITES:
        ran = project.runpytest("-p", "suites", "--collect-only", "-m", suite)
        ran.stdout.fnmatch_lines([f"*1/{len(SUITES)} tests collected*"])


def test_the_last_line_counts_the_tests_of_each_suite() -> None:
    phases = [("a", "setup", 1), ("a", "call", 2), ("a", "teardown", 3), ("b", "setup", 4), ("b", "call", 5)]
    reports = [
        pytest.TestReport(
            f"tests/site/test_it.py::test_{name}", ("", 0, ""), {}, "passed", None, phase, duration=seconds
        )  # type: ignore[arg-type]
        for name, phase, seconds in phases
    ]
    assert summary([*reports, "a warning"]) == "Tests of each suite, and their work: site 2 in 15 s"
    assert summary([]) == ""


@pytest.mark.parametrize(
    ("place", "code", "words"),
    [
        ("tests/test_one", "def test_it(): pass", "belongs to no suite"),
        ("tests/bench/test_one", "def test_it(): pass", "belongs to no suite"),
        ("tests/guide/test_one", "import pytest\n@pytest.mark.skip\ndef test_it(): pass", "test_one.py:2: mark.skip"),
        ("tests/guide/test_one", "import pytest\npytestmark = pytest.mark.skipif(True)", "test_one.py:2: mark.skipif"),
        ("tests/guide/test_one", "import pytest\npytest.skip(allow_module_level=True)", "test_one.py:2: skip"),
        (
            "tests/guide/test_one",
            "from pytest import mark\npytestmark = mark.skip_browser('x')",
            "2: mark.skip_browser",
        ),
        ("tests/guide/test_one", "from pytest import importorskip", "test_one.py:1: importorskip"),
        ("tests/guide/test_one", "def test_it():\n    import pytest\n    pytest.xfail()", "test_one.py:3: xfail"),
        ("tests/guide/test_one", "import pytest\n@pytest.mark.site\ndef test_it(): pass", "test_one.py:2: mark.site"),
        ("tests/guide/test_one", "import pytest\n@pytest.mark.slow\ndef test_it(): pass", "'slow' not found"),
    ],
)
def test_what_would_escape_a_run_is_refused_at_collection(
    project: pytest.Pytester, place: str, code: str, words: str
) -> None:
    project.makepyfile(**{place: code, "tests/guide/test_other": "def test_it(): pass"})
    ran = project.runpytest("-p", "suites", "--collect-only")
    assert ran.ret == pytest.ExitCode.INTERRUPTED
    ran.stdout.fnmatch_lines([f"*{words}*"])


@pytest.mark.parametrize("processes", ["0", "2"])
def test_what_is_left_out_for_want_of_a_browser_is_told(
    project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, processes: str
) -> None:
    monkeypatch.setenv("PATH", "")
    project.makepyfile(**{"tests/site/test_one": "def test_it(webkit): pass\ndef test_other(): pass"})
    told = "WebKit is not on this machine: 1 tests left out"
    project.runpytest("-p", "left_out", "-n", processes).stdout.fnmatch_lines([told])
    project.runpytest("-p", "left_out", "-n", processes, "-m", "not webkit").stdout.no_fnmatch_line(told)


def test_no_test_is_left_out() -> None:
    assert {file: found for file in TESTS if (found := list(refused(file)))} == {}


def test_no_test_waits_for_time_to_pass() -> None:
    """A network that is idle is a wait for time, too: half a second without requests."""
    waits = re.compile(r"network(?=idle)|wait_for_timeout\(|\bsleep\(")
    assert [file for file in TESTS if "bench" not in file.parts and waits.search(file.read_text())] == []


def test_every_folder_of_tests_is_a_suite_and_runs_on_its_own_in_the_workflow() -> None:
    assert {file.relative_to(ROOT / "tests").parts[0] for file in TESTS if file.name.startswith("test_")} == set(SUITES)
    jobs = yaml.safe_load((ROOT / ".github" / "workflows" / "site.yml").read_text())["jobs"].values()
    commands = [step["run"] for job in jobs for step in job["steps"] if "run" in step]
    chosen = [word for command in commands for word in re.findall(r"\w+", command.partition("SUITE=")[2])]
    assert sorted(word for word in chosen if word in SUITES) == sorted(SUITES)
    # What needs Safari's engine is left to the job that has it.
    assert sorted(set(chosen) - set(SUITES)) == ["and", "not", "or", "webkit"]
    assert [command for command in commands if "safari" in command] == ["make safari"]
