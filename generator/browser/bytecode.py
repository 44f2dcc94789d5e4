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


def undressed(source: bytes) -> bytes:
    """Return a module that does what it did, and knows less of itself, of which only people make use.

    Functions do not know the types of what they take and give, nor typed mappings their keys; classes ask for the types
    of their fields. Dataclasses have no words for themselves and do not refuse to be changed: the methods for that are
    written and compiled when a module is imported, which takes longer than all else that it does.
    """
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.returns = None
        elif isinstance(node, ast.arg):
            node.annotation = None
        elif isinstance(node, ast.ClassDef) and [ast.unparse(base) for base in node.bases] == ["TypedDict"]:
            node.body = [ast.Pass()]
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "dataclass":
            node.keywords = _few_methods({each.arg or "": ast.unparse(each.value) for each in node.keywords})
    return ast.unparse(tree).encode()


def _few_methods(asked: dict[str, str]) -> list[ast.keyword]:
    """Return what to ask of a dataclass so that it is made, compared and hashed as before, and no more."""
    hashed = asked.pop("frozen", "False") == "True" and asked.get("eq", "True") == "True"
    few = asked | {"repr": "False"} | ({"unsafe_hash": "True"} if hashed else {})
    return [ast.keyword(arg=name, value=ast.parse(value, mode="eval").body) for name, value in few.items()]


def _bare(name: str, content: bytes) -> bytes:
    """Return a module whose code does not know its lines any more; nobody has the source beside it."""
    if not name.endswith(".pyc"):
        return content
    return content[:_HEAD] + marshal.dumps(_without_lines(marshal.loads(content[_HEAD:])))


def _without_lines(code: CodeType) -> CodeType:
    inner = tuple(_without_lines(each) if isinstance(each, CodeType) else each for each in code.co_consts)
    return code.replace(co_linetable=b"", co_consts=inner)
