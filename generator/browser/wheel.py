"""Build the recommender's wheel, as anybody would install it."""

import sys
from pathlib import Path

from generator.browser.archives import packed, unpacked
from generator.browser.bytecode import compiled, undressed
from generator.browser.cache import cached
from generator.browser.tools import run


def wheel(recommender: Path, cache: Path) -> bytes:
    """Return the wheel of the distribution in a folder."""
    sources = [
        content for file in sorted(recommender.glob("*.*")) for content in (file.name.encode(), file.read_bytes())
    ]
    return cached(cache, "wheel", sources, lambda home: _built(recommender, home))


def compiled_wheel(source: bytes, cache: Path) -> bytes:
    """Return a wheel as bytecode."""
    files = {name: undressed(file) if name.endswith(".py") else file for name, file in unpacked(source).items()}
    return compiled("recommender-0-py3-none-any.whl", packed(files), cache)


def _built(recommender: Path, home: Path) -> bytes:
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(home)], cwd=recommender)
    (made,) = home.glob("*.whl")
    return packed(unpacked(made.read_bytes()), small=True)
