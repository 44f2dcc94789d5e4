"""Every change is built; what fails is told, in the terminal and to the pages, until it is mended."""

import json
from pathlib import Path

import pytest

from generator.publish.keeping import build_apart, keep_building, watched, worth_it
from generator.publish.live import News
from shared import ROOT, SECOND_GUIDE


def test_a_failure_is_told_until_a_build_goes_well(tmp_path: Path) -> None:
    news, said, told = News(tmp_path), list[str](), list[dict[str, object]]()
    results = iter([(False, ["a.yaml:1: is wrong"]), (True, ["a warning"])])

    def build() -> tuple[bool, list[str]]:
        told.append(json.loads(news.after(-1)[1]))
        good, lines = next(results)
        if good:
            (tmp_path / "index.html").write_text("new")
        return good, lines

    changes = [frozenset({Path("a.yaml")}), frozenset(map(Path, ("a.yaml", "b.yaml", "c.yaml", "d.yaml")))]
    keep_building(changes, build, news, said.append)
    told.append(json.loads(news.after(-1)[1]))
    assert [each["doing"] for each in told] == [
        "a.yaml changed: building the site anew …",
        "4 files changed: building the site anew …",
        "",
    ]
    assert [each["wrong"] for each in told] == [[], ["a.yaml:1: is wrong"], []]
    first, second, third = (each["version"] for each in told)
    assert first == second != third
    assert said[1] == "Pages stay as they were; mend this first."
    assert said[3].startswith("Built in ")


def test_a_build_that_fails_says_why(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text("- id: a: b\n")
    good, lines = build_apart(["--draft", "--data", str(tmp_path)], ROOT)()
    assert not good
    assert any("rules.yaml:1: file: has a colon inside a text" in line for line in lines)
    assert capfd.readouterr().err.splitlines() == lines


def test_what_a_site_is_made_of_is_watched_and_what_a_build_writes_is_not() -> None:
    folders, flat = watched(SECOND_GUIDE, ROOT)
    assert all(folder.is_dir() for folder in (*folders, *flat))
    for made in ("docs", "site", "build", "widgets/engine/node_modules"):
        assert not [folder for folder in folders if (ROOT / made).is_relative_to(folder)]
    beside = [frozenset({ROOT / "README.md"}), frozenset({ROOT / "README.md", ROOT / "mkdocs.yml"})]
    assert list(worth_it(beside, ROOT)) == [{ROOT / "mkdocs.yml"}]
