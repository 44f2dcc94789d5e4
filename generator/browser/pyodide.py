"""Pyodide as npm has put it here, and the runtime that four of its files make up."""

from dataclasses import dataclass
from pathlib import Path

from generator.problems import DataError, Problem

SCRIPT, LOADER, WASM = "pyodide.asm.js", "pyodide.mjs", "pyodide.asm.wasm"
LIBRARY, LOCK = "python_stdlib.zip", "pyodide-lock.json"
MEMORY_BASE = 1024
"""Where Pyodide's loader puts the WebAssembly's own piece of memory."""


class UnfitError(Exception):
    """A Pyodide that a shortcut does not understand, in one line: another version than the one it was made for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Runtime:
    """What Python starts from: Pyodide's script, its loader, its WebAssembly, and the lock that names its versions."""

    script: bytes
    loader: bytes
    wasm: bytes
    lock: bytes

    def files(self) -> dict[str, bytes]:
        """Return the files by the names under which they look for each other."""
        return {SCRIPT: self.script, LOADER: self.loader, WASM: self.wasm, LOCK: self.lock}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pyodide:
    """Pyodide as it comes: its runtime, and Python's standard library as an archive."""

    runtime: Runtime
    library: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """What runs in the page: a runtime, and the standard library and the recommender as archives of bytecode."""

    runtime: Runtime
    library: bytes
    recommender: bytes

    def files(self) -> dict[str, bytes]:
        """Return all of it, by the names that the scripts in `node/` look for."""
        return self.runtime.files() | {"library.zip": self.library, "recommender.zip": self.recommender}


def read_pyodide(engine: Path) -> Pyodide:
    """Return the Pyodide that is installed below `engine`.

    Raises:
        DataError: if none is, or one that has other files.
    """
    home = package(engine, "pyodide")
    gone = [name for name in (SCRIPT, LOADER, WASM, LIBRARY, LOCK) if not (home / name).is_file()]
    if gone:
        raise DataError([_missing(home / name, "is not there", "pin a version that has it") for name in gone])
    script, loader, wasm, lock = ((home / name).read_bytes() for name in (SCRIPT, LOADER, WASM, LOCK))
    runtime = Runtime(script=script, loader=loader, wasm=wasm, lock=lock)
    return Pyodide(runtime=runtime, library=(home / LIBRARY).read_bytes())


def package(engine: Path, name: str) -> Path:
    """Return the folder of an installed package.

    Raises:
        DataError: if it is not installed.
    """
    folder = engine / "node_modules" / name
    if not folder.is_dir():
        raise DataError([_missing(folder, f"{name} is not installed", "run `make setup`")])
    return folder


def _missing(file: Path, what: str, fix: str) -> Problem:
    return Problem(file=file, line=1, path="", what=what, why="the browser needs it", fix=fix)
