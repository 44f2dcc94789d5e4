"""A change of a file is heard of, whatever way an editor makes it, and what editors and Python leave is not."""

from pathlib import Path

from generator.publish.watch import Watch

AT_MOST = 60
"""So many seconds a busy machine may take to tell; most take none."""


def test_what_people_write_is_heard_and_nothing_else(tmp_path: Path) -> None:
    data, flat = tmp_path / "data", tmp_path / "flat"
    (data / "models").mkdir(parents=True)
    (flat / "installed").mkdir(parents=True)
    (data / "gone.yaml").touch()
    with Watch([data], [flat]) as watch:
        (data / "__pycache__").mkdir()
        for passing in (".a.yaml.swp", "a.yaml~", "__pycache__/a.pyc", "4913", "#a.yaml#"):
            (data / passing).touch()
        (flat / "installed" / "a.js").touch()
        (data / "gone.yaml").read_text()
        (data / "models" / "a.yaml").write_text("a: b")
        (data / "draft.tmp").write_text("a: b")
        (data / "draft.tmp").rename(data / "b.yaml")
        (flat / "c.yml").touch()
        (data / "gone.yaml").unlink()
        wanted = {data / "models" / "a.yaml", data / "b.yaml", flat / "c.yml", data / "gone.yaml"}
        heard = set[Path]()
        while heard < wanted and (more := watch.wait(AT_MOST)):
            heard |= more
    assert heard == wanted


def test_where_nothing_changes_nothing_is_told(tmp_path: Path) -> None:
    with Watch([tmp_path]) as watch:
        assert watch.wait(0) == frozenset()
