"""Stands in for `_pyodide._importhook`: holds the modules of JavaScript, which no Python here imports."""

modules: dict[str, object] = {}


def register_js_finder() -> None:
    """Do nothing."""


def register_windows_finder() -> None:
    """Do nothing."""


def register_js_module(name: str, proxy: object) -> None:
    """Hold it: Pyodide finds its own objects again by the order in which they are held."""
    modules[name] = proxy


def register_module_not_found_hook(packages: object, unvendored: object) -> None:
    """Do nothing: there is nothing to install."""
