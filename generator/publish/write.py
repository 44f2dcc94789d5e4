"""Write generated files below a folder: only where bytes differ, removing only what was generated before."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.problems import BuildError, DataError, Problem

MANIFEST = ".generated.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a run did, as paths below the folder."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int


def write(root: Path, files: Mapping[str, bytes]) -> Written:
    """Make `files` (path below `root` to content) the generated files of `root`.

    Raises:
        DataError: if a file of that name was written by hand; nothing has been changed then.
        BuildError: if the list of what was generated before is broken.
    """
    before = _generated(root / MANIFEST)
    strangers = [path for path in sorted(files.keys() - set(before)) if _foreign(root / path, files[path])]
    if strangers:
        raise DataError([_stranger(root / path) for path in strangers])
    changed = tuple(path for path in sorted(files) if _put(root / path, files[path]))
    removed = tuple(path for path in before if path not in files and _remove(root, path))
    _put(root / MANIFEST, json.dumps(sorted(files), indent=0).encode())
    return Written(changed=changed, removed=removed, unchanged=len(files) - len(changed))


def _generated(manifest: Path) -> list[str]:
    """Return what was generated before, as paths below the folder."""
    try:
        listed: list[str] = json.loads(_read(manifest) or b"[]")
    except ValueError:
        raise BuildError(
            f"{manifest}: is broken, nobody can say what was generated; remove it and what it listed"
        ) from None
    return listed


def _foreign(file: Path, content: bytes) -> bool:
    return file.exists() and _read(file) != content


def _put(file: Path, content: bytes) -> bool:
    if _read(file) == content:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return True


def _remove(root: Path, path: str) -> bool:
    file = root / path
    file.unlink(missing_ok=True)
    for folder in file.parents:
        if folder == root or not folder.is_dir() or any(folder.iterdir()):
            break
        folder.rmdir()
    return True


def _read(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def _stranger(file: Path) -> Problem:
    return Problem(
        file=file,
        line=1,
        path="",
        what="stands where a page is generated",
        why="it was written by hand and would be lost",
        fix="move it to another name or folder",
    )
