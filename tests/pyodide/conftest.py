"""Leave out what needs WebKit where none can be had, and say so where everybody reads it."""

import pytest

from webkit import find_webkit

_LEFT_OUT = pytest.StashKey[int]()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Take out of the run what asks for a `webkit` that is not there."""
    needing = [item for item in items if "webkit" in getattr(item, "fixturenames", ())]
    if needing and find_webkit() is None:
        config.hook.pytest_deselected(items=needing)
        config.stash[_LEFT_OUT] = len(needing)
        items[:] = [item for item in items if item not in needing]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say how many tests were left out."""
    if count := config.stash.get(_LEFT_OUT, 0):
        terminalreporter.write_line(f"WebKit is not on this machine: {count} tests left out", yellow=True)
