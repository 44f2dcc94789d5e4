"""Tests that need Safari's engine: marked as such, and left out where there is none, which the run says at its end."""

import pytest

from webkit import find_webkit

NEEDED = "webkit"
"""The fixture, and the marker that it gives."""

_LEFT_OUT = pytest.StashKey[int]()


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker, so that `pytest -m webkit` runs these tests alone."""
    config.addinivalue_line("markers", f"{NEEDED}: needs Safari's engine; given by the fixture")


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark a test that asks for WebKit."""
    if NEEDED in getattr(item, "fixturenames", ()):
        item.add_marker(NEEDED)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Take out of the run what asks for a WebKit that is not there; what nobody wanted is out of it already."""
    needing = [item for item in items if item.get_closest_marker(NEEDED)]
    if needing and find_webkit() is None:
        config.hook.pytest_deselected(items=needing)
        config.stash[_LEFT_OUT] = len(needing)
        items[:] = [item for item in items if item not in needing]


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand the number on where this is one of several processes, whose words nobody reads."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput[NEEDED] = session.config.stash.get(_LEFT_OUT, 0)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: object) -> None:
    """Take the number over: each process has collected all tests, so each says the same, unless it broke down."""
    if left_out := getattr(node, "workeroutput", {}).get(NEEDED):
        node.config.stash[_LEFT_OUT] = left_out  # type: ignore[attr-defined]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say how many tests were left out."""
    if count := config.stash.get(_LEFT_OUT, 0):
        terminalreporter.write_line(f"WebKit is not on this machine: {count} tests left out", yellow=True)
