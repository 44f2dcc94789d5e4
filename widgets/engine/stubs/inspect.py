"""Stands in for `inspect`: what `dataclasses` and Pyodide take from it."""


def get_annotations(kind: type) -> dict[str, object]:
    """Return the annotations of the class itself."""
    return dict(kind.__dict__.get("__annotations__", {}))


def signature(kind: type) -> str:
    """Return nothing: it would only stand in docstrings, which nobody reads."""
    return ""


def iscoroutinefunction(value: object) -> bool:
    """Return False: nothing here waits."""
    return False
