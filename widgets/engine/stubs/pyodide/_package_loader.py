"""Stands in for `pyodide._package_loader`: the folders that Pyodide asks for, and no packages."""


class _Folder:
    """A path that JavaScript is handed as an object, as it is one in Pyodide's own module."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __str__(self) -> str:
        return self.path


SITE_PACKAGES = _Folder("/lib/python3.13/site-packages")
DSO_DIR = _Folder("/usr/lib")


def init_loaded_packages() -> None:
    """Do nothing: there are none."""
