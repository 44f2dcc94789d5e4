"""Stands in for `_pyodide._base`: runs the few lines that Pyodide runs in Python when it starts."""

import _ast
import builtins
import importlib
from types import ModuleType
from typing import Any

import __main__

_ONLY_A_TREE = 0x400  # ast.PyCF_ONLY_AST, without the module
# What Pyodide's script runs at every start: to compile it would take longer than all the rest of the start in Python.
_KNOWN = {
    "{}": dict,
    "import importlib; importlib": lambda: importlib,
    "import __main__; __main__.__dict__": lambda: __main__.__dict__,
    "import builtins; builtins.__dict__": lambda: builtins.__dict__,
}


def eval_code(source: str, globals: dict[str, Any] | None = None) -> object:  # noqa: A002 - Pyodide's own name for it
    """Run the code and return the value of its last line, if that is an expression."""
    if source in _KNOWN:
        return _KNOWN[source]()
    names = {} if globals is None else globals
    tree = compile(source, "<exec>", "exec", _ONLY_A_TREE)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], _ast.Expr) else None
    exec(compile(tree, "<exec>", "exec"), names)
    return eval(compile(_ast.Expression(last.value), "<exec>", "eval"), names) if last else None


def pyimport_impl(path: str) -> ModuleType:
    """Return the module."""
    return importlib.import_module(path)
