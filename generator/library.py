"""Compile what Python needs in the browser, and keep what is slow to make by the hash of what it is made from."""

import ast
import gzip
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from generator.write import content_hash

# With this set, Python's compiler writes no time stamps into bytecode.
_TIMELESS = {"SOURCE_DATE_EPOCH": "1"}
_WITHOUT_DOCSTRINGS = {"PYTHONOPTIMIZE": "2"}


def wheel(recommender: Path, cache: Path) -> bytes:
    """Return the recommender's wheel, as anybody would install it."""
    sources = {file.name: file.read_bytes() for file in recommender.glob("*.*")}
    home = cache / f"wheel-{content_hash(sources)}"
    if not list(home.glob("*.whl")):
        _run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(home.resolve())], cwd=recommender)
    return _rezipped(next(home.glob("*.whl")).read_bytes(), ZIP_DEFLATED)


def compiled_wheel(source: bytes, cache: Path) -> bytes:
    """Return the wheel as bytecode; a dataclass without docstring would look up its signature, so these are left in."""
    return _compiled("recommender-0-py3-none-any.whl", source, cache, {})


def compiled_library(engine: Path, recommender: bytes, cache: Path) -> bytes:
    """Return, as bytecode, the modules of the standard library that a start and the recommender need."""
    library = (engine / "node_modules" / "pyodide" / "python_stdlib.zip").read_bytes()
    needed = _needed_modules(engine, library, recommender, cache)
    return _compiled("python_stdlib.zip", _only(library, needed), cache, _WITHOUT_DOCSTRINGS)


def zipped(content: bytes, cache: Path) -> bytes:
    """Return the content as small as gzip makes it."""
    return _kept(cache, "zipped", [content], lambda: gzip.compress(content, 9, mtime=0))


def _needed_modules(engine: Path, library: bytes, recommender: bytes, cache: Path) -> set[str]:
    """Ask Pyodide itself, in Node, what it has loaded when everything that the recommender imports is imported."""
    script = engine / "modules.mjs"

    def ask() -> bytes:
        archive = cache / "recommender.zip"
        archive.write_bytes(recommender)
        places = os.pathsep.join([os.environ.get("PATH", ""), str(Path(sys.executable).parent)])
        node = shutil.which("node", path=places) or "node"
        return _run([node, str(script), str(archive.resolve()), *sorted(_imported(recommender))])

    return set(json.loads(_kept(cache, "modules", [library, recommender, script.read_bytes()], ask)))


def _imported(recommender: bytes) -> Iterator[str]:
    """Yield the modules of a wheel and every module that they import anywhere, also inside a function."""
    with ZipFile(BytesIO(recommender)) as archive:
        sources = {name: archive.read(name) for name in archive.namelist() if name.endswith(".py")}
    yield from {name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for name in sources}
    for node in (node for source in sources.values() for node in ast.walk(ast.parse(source))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def _only(archive: bytes, modules: Iterable[str]) -> bytes:
    paths = [module.replace(".", "/") for module in modules]
    wanted = {f"{path}{ending}" for path in paths for ending in (".py", "/__init__.py")}
    return _rezipped(archive, ZIP_STORED, wanted)


def _compiled(name: str, source: bytes, cache: Path, environment: dict[str, str]) -> bytes:
    """Return the archive with its modules as bytecode, unpacked: it travels gzipped as a whole, which is smaller."""

    def compile_it() -> bytes:
        work = cache / "compile"
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(parents=True)
        (work / name).write_bytes(source)
        tool = str(Path(sys.executable).with_name("pyodide"))
        _run([tool, "py-compile", "--silent", str(work / name)], environment=environment)
        return _rezipped(next(work.iterdir()).read_bytes(), ZIP_STORED)

    return _kept(cache, f"compiled-{sys.version_info.minor}", [source, *map(str.encode, environment)], compile_it)


def _rezipped(archive: bytes, method: int, names: set[str] | None = None) -> bytes:
    """Return the archive, or these files of it, without time stamps, so that equal input gives equal bytes."""
    out = BytesIO()
    with ZipFile(BytesIO(archive)) as old, ZipFile(out, "w", method) as new:
        for name in sorted(old.namelist()):
            if names is None or name in names:
                new.writestr(ZipInfo(name), old.read(name), method, 9)
    return out.getvalue()


def _kept(cache: Path, kind: str, inputs: Iterable[bytes], make: Callable[[], bytes]) -> bytes:
    digest = sha256(b"".join(sha256(each).digest() for each in inputs)).hexdigest()[:16]
    file = cache / f"{kind}-{digest}"
    if not file.exists():
        cache.mkdir(parents=True, exist_ok=True)
        file.write_bytes(make())
    return file.read_bytes()


def _run(command: list[str], cwd: Path | None = None, environment: dict[str, str] | None = None) -> bytes:
    variables = os.environ | _TIMELESS | (environment or {})
    done = subprocess.run(command, cwd=cwd, env=variables, capture_output=True, check=False)
    if done.returncode:
        sys.stderr.write((done.stdout + done.stderr).decode(errors="replace"))
        raise subprocess.CalledProcessError(done.returncode, command)
    return done.stdout
