"""Stands in for `_pyodide`."""

from . import _base, _importhook

__all__ = ["_base", "_importhook"]


def set_excepthook() -> None:
    """Leave it as it is: an error reaches JavaScript anyway."""
