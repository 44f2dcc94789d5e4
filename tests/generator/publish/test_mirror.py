"""The published folder mirrors what was built, and touches only what differs."""

from pathlib import Path

from generator.publish.mirror import mirror


def fill(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def test_only_what_differs_is_touched(tmp_path: Path) -> None:
    built = fill(tmp_path / "built", {"a.html": "same", "b/c.html": "new", "d.html": "added"})
    site = fill(tmp_path / "site", {"a.html": "same", "b/c.html": "old", "e/f.html": "stale"})
    before = (site / "a.html").stat().st_mtime_ns
    assert mirror(built, site) == 3
    assert (site / "a.html").stat().st_mtime_ns == before
    assert sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html")) == [
        "a.html",
        "b/c.html",
        "d.html",
    ]
    assert (site / "b" / "c.html").read_text() == "new"


def test_a_second_time_touches_nothing(tmp_path: Path) -> None:
    built = fill(tmp_path / "built", {"a.html": "one"})
    assert (mirror(built, tmp_path / "site"), mirror(built, tmp_path / "site")) == (1, 0)


def test_no_empty_folder_is_left_behind(tmp_path: Path) -> None:
    built, site = tmp_path / "built", tmp_path / "site"
    (site / "assets" / "old").mkdir(parents=True)
    (site / "assets" / "old" / "a.js").write_text("a")
    (site / "assets" / "old" / "b.js").write_text("b")
    (built / "assets").mkdir(parents=True)
    (built / "assets" / "c.css").write_text("c")
    assert mirror(built, site) == 3
    assert sorted(path.relative_to(site).as_posix() for path in site.rglob("*")) == ["assets", "assets/c.css"]
