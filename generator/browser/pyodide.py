"""Names the files that Pyodide comes as, and finds them where npm has put them."""

from pathlib import Path

SCRIPT, LOADER, WASM = "pyodide.asm.js", "pyodide.mjs", "pyodide.asm.wasm"
LIBRARY, LOCK = "python_stdlib.zip", "pyodide-lock.json"


def home(engine: Path) -> Path:
    """Return the folder of Pyodide's own files."""
    return engine / "node_modules" / "pyodide"


def original(engine: Path, name: str) -> bytes:
    """Return one of Pyodide's files as it comes."""
    return (home(engine) / name).read_bytes()
