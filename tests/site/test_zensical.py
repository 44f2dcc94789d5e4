"""The theme's successor builds the same pages from the same configuration; the published build is MkDocs."""

import shutil
import subprocess
import sys
from pathlib import Path

from shared import ROOT


def test_zensical_builds_the_site_too(tmp_path: Path) -> None:
    for name in ("docs", "generator/publish/theme"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    command = [Path(sys.executable).with_name("zensical"), "build", "-f", "mkdocs.yml"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    built = {file.relative_to(tmp_path / "site") for file in (tmp_path / "site").rglob("*.html")}
    published = {file.relative_to(ROOT / "site") for file in (ROOT / "site").rglob("*.html")}
    assert published - built == set()
    assert "md-header" not in (tmp_path / "site" / "embed" / "index.html").read_text()
    assert "<guide-recommender" in (tmp_path / "site" / "choose" / "index.html").read_text()
