"""Stands in for `pyodide.code`: Pyodide looks it up at every start."""

from _pyodide._base import eval_code

__all__ = ["eval_code"]
