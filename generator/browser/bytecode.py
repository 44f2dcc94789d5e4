"""Compile Python for the browser: an archive with bytecode in the place of sources, without what only people read."""

import ast
import marshal
import sys
from pathlib import Path
from types import CodeType

from generator.browser.archives import packed, unpacked
from generator.browser.cache import cached
from generator.browser.tools import run

_HEAD = 16
"""Bytes of a compiled module before its code."""


def compiled(name: str, source: bytes, cache: Path) -> bytes:
    """Return an archive with its modules as bytecode, unpacked: it travels gzipped as a whole, which is smaller.

    `name` is what the compiler knows its kind by.
    """
    return cached(cache, "bytecode", [name.encode(), source], lambda home: _compiled(home / name, source))


def _compiled(archive: Path, source: bytes) -> bytes:
    archive.write_bytes(source)
    tool = str(Path(sys.executable).with_name("pyodide"))
    run([tool, "py-compile", "--silent", str(archive)], environment={"PYTHONOPTIMIZE": "2"})
    (made,) = archive.parent.iterdir()
    return packed({name: _bare(name, content) for name, content in unpacked(made.read_bytes()).items()})


def unannotated(source: bytes) -> bytes:
    """Return a module that does not know the types of what its functions take and give, nor the keys of typed mappings.

    Other classes ask for the types of their fields.
    """
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.returns = None
        elif isinstance(node, ast.arg):
            node.annotation = None
        elif isinstance(node, ast.ClassDef) and [ast.unparse(base) for base in node.bases] == ["TypedDict"]:
            node.body = [ast.Pass()]
    return ast.unparse(tree).encode()


def _bare(name: str, content: bytes) -> bytes:
    """Return a module whose code does not know its lines any more; nobody has the source beside it."""
    if not name.endswith(".pyc"):
        return content
    return content[:_HEAD] + marshal.dumps(_without_lines(marshal.loads(content[_HEAD:])))


def _without_lines(code: CodeType) -> CodeType:
    inner = tuple(_without_lines(each) if isinstance(each, CodeType) else each for each in code.co_consts)
    return code.replace(co_linetable=b"", co_consts=inner)
