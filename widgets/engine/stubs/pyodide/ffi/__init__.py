"""Stands in for `pyodide.ffi`: Pyodide looks it up at every start."""
