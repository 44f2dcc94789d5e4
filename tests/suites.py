"""The suites: every test belongs to exactly one, by its folder, and nothing in the code leaves a test out of a run."""

import ast
from collections import defaultdict
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

SUITES = {
    "pyodide": "the browser's Python beside this one",
    "guide": "properties of the published data, over all answers",
    "generator": "what reads the data and writes the pages, room by room",
    "site": "the built site in real browsers",
    "recommender": "the recommender's Python, module by module",
    "architecture": "the laws of the house",
}
"""The folders below tests/ that hold tests, and what each is for.

They run in this order: a file that takes minutes is begun early, or all other processes would wait for it at the end.
"""
BROWSERS = {"site", "pyodide"}
"""The suites in real browsers, which a busy machine can hold up: what fails runs once more, and the run says so."""
LEFT_OUT = {"skip", "skipif", "skip_browser", "only_browser", "importorskip", "xfail"}


def pytest_configure(config: pytest.Config) -> None:
    """Make a marker of every suite, so that `pytest -m site` runs one."""
    for suite, holds in SUITES.items():
        config.addinivalue_line("markers", f"{suite}: {holds}; given by the folder")


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> None:
    """Refuse a file of tests that belongs to no suite, or that says more of its tests' fate than it may."""
    place = module_path.relative_to(parent.config.rootpath)
    if _suite(place) not in SUITES:
        raise parent.CollectError(f"{place} belongs to no suite; move it into a folder of tests/: {', '.join(SUITES)}")
    if found := [f"{place}:{line}: {why}" for line, why in refused(module_path)]:
        raise parent.CollectError("\n".join(found))


def refused(file: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines at which a file leaves a test out or gives it a suite by hand, and why that is refused."""
    for node in ast.walk(ast.parse(file.read_text())):
        word = _word(node)
        if word.removeprefix("mark.") in LEFT_OUT:
            yield node.lineno, f"{word}: every test runs everywhere, or it is deleted"
        elif word.startswith("mark.") and word.removeprefix("mark.") in SUITES:
            yield node.lineno, f"{word}: the folder says to which suite a test belongs"


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark a test with its suite."""
    suite = _suite(item.path.relative_to(item.config.rootpath))
    item.add_marker(suite)
    if suite in BROWSERS:
        item.add_marker(pytest.mark.flaky(reruns=1))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the suites into their order."""
    order = list(SUITES)
    items.sort(key=lambda item: order.index(_suite(item.path.relative_to(item.config.rootpath))))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> Generator[None, object, object]:
    """Say at the very end how many tests of each suite ran, and how many seconds of work they were."""
    result = yield
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter and (line := summary([each for reports in reporter.stats.values() for each in reports])):
        reporter.write_line(line)
    return result


def summary(reports: list[object]) -> str:
    """Return how many tests there were of each suite, and their seconds; nothing where none ran."""
    tests: dict[str, set[str]] = defaultdict(set)
    seconds: dict[str, float] = defaultdict(float)
    for report in reports:
        if isinstance(report, pytest.TestReport):
            suite = _suite(Path(report.nodeid.partition("::")[0]))
            tests[suite].add(report.nodeid)
            seconds[suite] += report.duration
    ran = [f"{suite} {len(tests[suite])} in {seconds[suite]:.0f} s" for suite in SUITES if tests[suite]]
    return f"Tests of each suite, and their work: {', '.join(ran)}" if ran else ""


def _suite(place: Path) -> str:
    """Return the folder below tests/ that a path relative to the project is in; nothing where it is in none."""
    folder, *inside = place.parts
    return inside[0] if folder == "tests" and len(inside) > 1 else ""


def _word(node: ast.AST) -> str:
    """Return what a piece of code takes from pytest: `mark.skip` of `@pytest.mark.skip`, `skip` of an import."""
    if isinstance(node, ast.Attribute):
        return ast.unparse(node).removeprefix("pytest.")
    return node.name if isinstance(node, ast.alias) else ""
