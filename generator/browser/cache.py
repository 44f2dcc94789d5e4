"""Keep what is slow to make, and name what is made, by the hash of what it is made from."""

import os
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from pathlib import Path


def cached(cache: Path, kind: str, inputs: Iterable[bytes], make: Callable[[], bytes]) -> bytes:
    """Return what was made from these inputs before, or make it; another build may be at it too."""
    digest = sha256(b"".join(sha256(each).digest() for each in inputs)).hexdigest()[:16]
    file = cache / f"{kind}-{digest}"
    if not file.exists():
        cache.mkdir(parents=True, exist_ok=True)
        draft = file.with_name(f"{file.name}.{os.getpid()}")
        draft.write_bytes(make())
        draft.replace(file)
    return file.read_bytes()


def content_hash(files: Mapping[str, bytes]) -> str:
    """Return a short name that changes whenever a name or a byte of the files changes."""
    digest = sha256()
    for name in sorted(files):
        digest.update(f"{name}\0{len(files[name])}\0".encode() + files[name])
    return digest.hexdigest()[:12]
