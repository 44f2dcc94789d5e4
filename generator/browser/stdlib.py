"""Choose and compile the modules of the standard library that a start and the recommender need."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path

from generator.browser.archives import packed, unpacked
from generator.browser.bytecode import compiled
from generator.browser.cache import cached
from generator.browser.pyodide import Pyodide, Runtime
from generator.browser.tools import observe


def compiled_library(pyodide: Pyodide, stubs: Path, recommender: bytes, cache: Path) -> bytes:
    """Return the modules as bytecode; those below `stubs` stand for some of Pyodide's own and of Python's."""
    library = unpacked(pyodide.library) | _stubs(stubs)
    needed = _needed_modules(pyodide.runtime, packed(library), recommender, cache)
    return compiled("python_stdlib.zip", packed({name: library[name] for name in library if name in needed}), cache)


def _stubs(home: Path) -> dict[str, bytes]:
    return {file.relative_to(home).as_posix(): file.read_bytes() for file in sorted(home.rglob("*.py"))}


def _needed_modules(runtime: Runtime, library: bytes, recommender: bytes, cache: Path) -> set[str]:
    """Ask Pyodide, in Node, for the files of what it has loaded when all that the recommender imports is imported."""
    files = runtime.files() | {"library.zip": library, "recommender.zip": recommender}
    names = sorted(set(_imported(recommender)))
    loaded = cached(cache, "modules", files.values(), lambda home: observe("modules.mjs", files, home, *names))
    paths = [module.replace(".", "/") for module in json.loads(loaded)]
    return {f"{path}{ending}" for path in paths for ending in (".py", "/__init__.py")}


def _imported(recommender: bytes) -> Iterator[str]:
    """Yield the modules of a wheel and every module that they import anywhere, also inside a function."""
    sources = {name: content for name, content in unpacked(recommender).items() if name.endswith(".py")}
    yield from (name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for name in sources)
    for each in (found for source in sources.values() for found in ast.walk(ast.parse(source))):
        if isinstance(each, ast.Import):
            yield from (alias.name for alias in each.names)
        elif isinstance(each, ast.ImportFrom) and each.module:
            yield each.module
