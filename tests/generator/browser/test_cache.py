"""What was made once is not made again, unless what it is made from or the code that makes it differs."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from generator.browser import cache
from generator.browser.cache import cached


def test_it_is_made_once_for_each_kind_and_input(tmp_path: Path) -> None:
    made: list[Path] = []

    def make(home: Path) -> bytes:
        made.append(home)
        return b"made"

    for kind, given in (("a", b"1"), ("a", b"1"), ("a", b"2"), ("b", b"1")):
        assert cached(tmp_path, kind, [given], make) == b"made"
    assert len(made) == len(set(made)) == 3
    assert not any(home.exists() for home in made)


def test_other_code_or_tools_make_it_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert cached(tmp_path, "a", [b"1"], lambda _: b"old") == b"old"
    monkeypatch.setattr(cache, "_makers", lambda: b"other code")
    assert cached(tmp_path, "a", [b"1"], lambda _: b"new") == b"new"


def test_this_room_s_code_and_its_tools_are_among_what_it_is_made_from() -> None:
    names = {file.name for file in cache.makers()}
    assert {"trim.py", "workload.py", "warm_up.py", "calls.mjs", "package-lock.json"} <= names


def test_builds_side_by_side_do_not_meet(tmp_path: Path) -> None:
    together = Barrier(4)

    def make(home: Path) -> bytes:
        assert not list(home.iterdir())
        (home / "work").write_bytes(b"")
        together.wait(30)
        return b"made"

    with ThreadPoolExecutor(4) as builds:
        made = list(builds.map(lambda _: cached(tmp_path, "a", [b"1"], make), range(4)))
    assert made == [b"made"] * 4
    assert len(list(tmp_path.iterdir())) == 1


def test_what_cannot_be_made_leaves_nothing_behind(tmp_path: Path) -> None:
    def make(home: Path) -> bytes:
        (home / "half").write_bytes(b"half")
        raise ValueError("half")

    with pytest.raises(ValueError, match="half"):
        cached(tmp_path, "a", [b"1"], make)
    assert not list(tmp_path.iterdir())
