"""Make Python's start in the browser short, as far as Pyodide is one that this understands."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.browser.pyodide import Engine, Pyodide, UnfitError
from generator.browser.script import shortened
from generator.browser.snapshot import snapshot
from generator.browser.stdlib import compiled_library
from generator.browser.tools import ToolError
from generator.browser.trim import trimmed
from generator.browser.wheel import compiled_wheel

_UNFIT = (UnfitError, ToolError, LookupError, ValueError)
"""What happens where Pyodide is another one: it is not understood, does not work, or has other bytes at a place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guides:
    """The guide as the page opens it, and a small one that stands for any guide while the engine is made; as JSON."""

    own: bytes
    tiny: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortcuts:
    """The engine that starts faster than Pyodide as it comes, and the memory that is ready even sooner; or None."""

    engine: Engine | None = None
    snapshot: bytes | None = None


def shortcuts(
    pyodide: Pyodide,
    stubs: Path,
    wheel: bytes,
    guides: Guides,
    cache: Path,
    warn: Callable[[str], None],
    *,
    draft: bool = False,
) -> Shortcuts:
    """Return the shortcuts that can be taken, in a `draft` none; `warn` hears of each that cannot, and why."""
    if draft:
        return Shortcuts()
    try:
        engine = _engine(pyodide, stubs, wheel, guides.tiny, cache)
    except _UNFIT as error:
        warn(f"Python starts as Pyodide does, not faster: {error or type(error).__name__}")
        return Shortcuts()
    try:
        return Shortcuts(engine=engine, snapshot=snapshot(engine, guides.own, cache))
    except _UNFIT as error:
        warn(f"Python starts without its memory: {error or type(error).__name__}")
        return Shortcuts(engine=engine)


def _engine(pyodide: Pyodide, stubs: Path, wheel: bytes, guide: bytes, cache: Path) -> Engine:
    recommender = compiled_wheel(wheel, cache)
    library = compiled_library(pyodide, stubs, wheel, cache)
    runtime = shortened(pyodide.runtime, cache)
    return trimmed(Engine(runtime=runtime, library=library, recommender=recommender), guide, cache)
