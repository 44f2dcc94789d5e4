"""Bring the published folder in line with what was built, so that it is whole at every moment."""

import filecmp
import shutil
from pathlib import Path


def mirror(built: Path, site: Path) -> int:
    """Make `site` hold the files of `built`, touching only what differs; return how many files that was.

    MkDocs empties its folder before it fills it; this way the published folder is whole at every moment.
    """
    wanted = {file.relative_to(built): file for file in built.rglob("*") if file.is_file()}
    stale = [file for file in site.rglob("*") if file.is_file() and file.relative_to(site) not in wanted]
    for file in stale:
        file.unlink()
        for folder in file.relative_to(site).parents[:-1]:
            if not any((site / folder).iterdir()):
                (site / folder).rmdir()
    differing = [path for path, file in wanted.items() if not _same(file, site / path)]
    for path in differing:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(wanted[path], site / path)
    return len(stale) + len(differing)


def _same(one: Path, other: Path) -> bool:
    return other.is_file() and filecmp.cmp(one, other, shallow=False)
