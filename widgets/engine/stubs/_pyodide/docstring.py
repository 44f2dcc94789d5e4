"""Stands in for `_pyodide.docstring`, which looks up the signature of every method at every start."""

from collections.abc import Callable


def get_cmeth_docstring(function: Callable[..., object]) -> str:
    """Return just so much that it can be read as a docstring of a method in C."""
    return f"{function.__name__}()\n--\n\n"
