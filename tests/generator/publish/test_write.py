"""Only what differs is written, only what was generated is removed, and nothing written by hand is touched."""

from pathlib import Path

import pytest

from generator.browser.cache import content_hash
from generator.problems import BuildError, DataError
from generator.publish.write import MANIFEST, write


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    files = {"a/index.md": b"one", "b.md": b"two"}
    assert write(tmp_path, files).changed == ("a/index.md", "b.md")
    before = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*") if file.is_file()}
    again = write(tmp_path, files)
    assert (again.changed, again.removed, again.unchanged) == ((), (), 2)
    assert before == {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*") if file.is_file()}


def test_only_the_file_that_differs_is_written(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": b"one", "b.md": b"two"})
    assert write(tmp_path, {"a.md": b"one", "b.md": b"new"}).changed == ("b.md",)


def test_a_stale_file_goes_with_its_empty_folder(tmp_path: Path) -> None:
    write(tmp_path, {"a/b/old.md": b"one", "c.md": b"two"})
    assert write(tmp_path, {"c.md": b"two"}).removed == ("a/b/old.md",)
    assert not (tmp_path / "a").exists()


def test_a_file_written_by_hand_stays(tmp_path: Path) -> None:
    write(tmp_path, {"a/old.md": b"one"})
    (tmp_path / "a" / "mine.md").write_bytes(b"by hand")
    write(tmp_path, {})
    assert [file.name for file in (tmp_path / "a").iterdir()] == ["mine.md"]


def test_a_file_written_by_hand_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"by hand")
    with pytest.raises(DataError) as caught:
        write(tmp_path, {"a.md": b"generated", "b.md": b"generated"})
    assert "was written by hand" in str(caught.value.problems[0])
    assert (tmp_path / "a.md").read_bytes() == b"by hand"
    assert not (tmp_path / "b.md").exists()


@pytest.mark.parametrize("content", [b'["a.md", ', b"\xff\xfe"])
def test_a_broken_list_of_what_was_generated_is_told(tmp_path: Path, content: bytes) -> None:
    write(tmp_path, {"a.md": b"one"})
    (tmp_path / MANIFEST).write_bytes(content)
    with pytest.raises(BuildError, match="is broken"):
        write(tmp_path, {})
    assert (tmp_path / "a.md").read_bytes() == b"one"


def test_an_edited_generated_file_is_generated_again(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": b"one"})
    (tmp_path / "a.md").write_bytes(b"edited")
    assert write(tmp_path, {"a.md": b"one"}).changed == ("a.md",)


def test_a_removed_generated_file_comes_back(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": b"one"})
    (tmp_path / "a.md").unlink()
    assert write(tmp_path, {"a.md": b"one"}).changed == ("a.md",)


def test_a_hash_knows_names_and_bytes() -> None:
    one = {"a": b"12", "b": b"3"}
    assert content_hash(one) == content_hash({"b": b"3", "a": b"12"})
    assert len({content_hash(one), content_hash({"a": b"1", "b": b"23"}), content_hash({"a": b"12", "c": b"3"})}) == 3
