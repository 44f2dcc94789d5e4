"""Keep what is slow to make, and name what is made, by the hash of what it is made from."""

import sys
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

_HERE = Path(__file__).parent
_CODE = ("*.py", "node/*.mjs", "node/package-lock.json")
_TOOLS = ("hatchling", "pyodide-build", "zopfli")


def cached(folder: Path, kind: str, inputs: Iterable[bytes], make: Callable[[Path], bytes]) -> bytes:
    """Return what was made from these inputs before by this very code, or make it.

    `make` is given an empty folder to work in. Another build may be at the same work beside this one.
    """
    digest = sha256(b"".join(sha256(each).digest() for each in (_makers(), *inputs))).hexdigest()[:16]
    file = folder / f"{kind}-{digest}"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=f"{kind}-", dir=folder.resolve()) as work:
            content = make(Path(work))
            draft = Path(work, "draft")
            draft.write_bytes(content)
            draft.replace(file)
    return file.read_bytes()


def content_hash(files: Mapping[str, bytes]) -> str:
    """Return a short name that changes whenever a name or a byte of the files changes."""
    digest = sha256()
    for name in sorted(files):
        digest.update(f"{name}\0{len(files[name])}\0".encode() + files[name])
    return digest.hexdigest()[:12]


def makers() -> list[Path]:
    """Return the files of this room's code, which decides what comes out."""
    return [file for pattern in _CODE for file in sorted(_HERE.glob(pattern))]


@cache
def _makers() -> bytes:
    """Return what decides what comes out beside its input: the code, and the versions of its tools."""
    tools = [sys.version, *(f"{name} {version(name)}" for name in _TOOLS)]
    parts = (*(file.read_bytes() for file in makers()), *(tool.encode() for tool in tools))
    return b"".join(sha256(part).digest() for part in parts)
