"""Compile the standard library's share and the recommender for the browser: bytecode without what only people read."""

import ast
import gzip
import json
import marshal
import shutil
import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from types import CodeType
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from generator.browser import pyodide
from generator.browser.cache import cached, content_hash
from generator.browser.tools import NODE, node, run

_HEAD = 16
"""Bytes of a compiled module before its code."""


def wheel(recommender: Path, cache: Path) -> bytes:
    """Return the recommender's wheel, as anybody would install it."""
    sources = {file.name: file.read_bytes() for file in recommender.glob("*.*")}
    home = cache / f"wheel-{content_hash(sources)}"
    if not list(home.glob("*.whl")):
        run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(home.resolve())], cwd=recommender)
    return _rezipped(next(home.glob("*.whl")).read_bytes(), ZIP_DEFLATED)


def compiled_wheel(source: bytes, cache: Path) -> bytes:
    """Return the wheel as bytecode."""
    return _compiled("recommender-0-py3-none-any.whl", source, cache)


def compiled_library(engine: Path, recommender: bytes, cache: Path) -> bytes:
    """Return, as bytecode, the modules of the standard library that a start and the recommender need."""
    library = _with_stubs(engine)
    needed = _needed_modules(engine, library, recommender, cache)
    return _compiled("python_stdlib.zip", _only(library, needed), cache)


def zipped(content: bytes, cache: Path) -> bytes:
    """Return the content as small as gzip makes it."""
    return cached(cache, "zipped", [content], lambda: gzip.compress(content, 9, mtime=0))


def _with_stubs(engine: Path) -> bytes:
    """Return Pyodide's standard library with our short modules in the place of its own, and of two of Python's."""
    home = engine / "stubs"
    short = {file.relative_to(home).as_posix(): file.read_bytes() for file in sorted(home.rglob("*.py"))}
    out = BytesIO()
    whole = pyodide.home(engine) / pyodide.LIBRARY
    with ZipFile(whole) as old, ZipFile(out, "w", ZIP_STORED) as new:
        for name in sorted({*old.namelist(), *short}):
            new.writestr(ZipInfo(name), short[name] if name in short else old.read(name))
    return out.getvalue()


def _needed_modules(engine: Path, library: bytes, recommender: bytes, cache: Path) -> set[str]:
    """Ask Pyodide itself, in Node, what it has loaded when everything that the recommender imports is imported."""
    scripts = [NODE / "modules.mjs", NODE / "python.mjs"]

    def ask() -> bytes:
        archives = {"library.zip": library, "recommender.zip": recommender}
        for name, content in archives.items():
            (cache / name).write_bytes(content)
        places = [(cache / name).resolve() for name in archives]
        return node(scripts[0], pyodide.home(engine).resolve(), *places, *sorted(_imported(recommender)))

    inputs = [library, recommender, *(script.read_bytes() for script in scripts)]
    return set(json.loads(cached(cache, "modules", inputs, ask)))


def _imported(recommender: bytes) -> Iterator[str]:
    """Yield the modules of a wheel and every module that they import anywhere, also inside a function."""
    with ZipFile(BytesIO(recommender)) as archive:
        sources = {name: archive.read(name) for name in archive.namelist() if name.endswith(".py")}
    yield from {name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for name in sources}
    for each in (found for source in sources.values() for found in ast.walk(ast.parse(source))):
        if isinstance(each, ast.Import):
            yield from (alias.name for alias in each.names)
        elif isinstance(each, ast.ImportFrom) and each.module:
            yield each.module


def _only(archive: bytes, modules: Iterable[str]) -> bytes:
    paths = [module.replace(".", "/") for module in modules]
    wanted = {f"{path}{ending}" for path in paths for ending in (".py", "/__init__.py")}
    return _rezipped(archive, ZIP_STORED, wanted)


def _compiled(name: str, source: bytes, cache: Path) -> bytes:
    """Return the archive with its modules as bytecode, unpacked: it travels gzipped as a whole, which is smaller."""

    def compile_it() -> bytes:
        work = cache / "compile"
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(parents=True)
        (work / name).write_bytes(source)
        tool = str(Path(sys.executable).with_name("pyodide"))
        run([tool, "py-compile", "--silent", str(work / name)], environment={"PYTHONOPTIMIZE": "2"})
        return _bare(next(work.iterdir()).read_bytes())

    return cached(cache, f"bytecode-{sys.version_info.minor}", [source], compile_it)


def _bare(archive: bytes) -> bytes:
    """Return the archive with code that does not know its lines any more; nobody has the source beside it."""
    out = BytesIO()
    with ZipFile(BytesIO(archive)) as old, ZipFile(out, "w", ZIP_STORED) as new:
        for name in sorted(old.namelist()):
            content = old.read(name)
            if name.endswith(".pyc"):
                content = content[:_HEAD] + marshal.dumps(_without_lines(marshal.loads(content[_HEAD:])))
            new.writestr(ZipInfo(name), content)
    return out.getvalue()


def _without_lines(code: CodeType) -> CodeType:
    inner = tuple(_without_lines(each) if isinstance(each, CodeType) else each for each in code.co_consts)
    return code.replace(co_linetable=b"", co_consts=inner)


def _rezipped(archive: bytes, method: int, names: set[str] | None = None) -> bytes:
    """Return the archive, or these files of it, without time stamps, so that equal input gives equal bytes."""
    out = BytesIO()
    with ZipFile(BytesIO(archive)) as old, ZipFile(out, "w", method) as new:
        for name in sorted(old.namelist()):
            if names is None or name in names:
                new.writestr(ZipInfo(name), old.read(name), method, 9)
    return out.getvalue()
