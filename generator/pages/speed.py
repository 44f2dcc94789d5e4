"""The page on how fast the site is: what the benchmark last measured, beside other ways to start Python in a page."""

from typing import Any

from generator.pages.page import Edition, Page

_CONTESTANTS = {
    "ours": "This site",
    "pyodide": "Pyodide as its manual shows it",
    "pyscript_pyodide": "PyScript with Pyodide",
    "pyscript_micropython": "PyScript with MicroPython (a smaller task)",
    "floor": "The same WebAssembly compiled, nothing run",
}
_NETWORKS = {
    "localhost": "On the machine itself",
    "9mbit": "Through 9 Mbit/s with a round trip of 170 ms",
    "1.6mbit": "Through 1.6 Mbit/s with a round trip of 150 ms",
}
_ENGINES = {"chromium": "Chromium", "firefox": "Firefox", "webkit": "WebKit (as in Safari)"}
_TRIPS = ("depth", "requests", "connections")
_MEGA = 1e6

type Row = tuple[str, list[str]]
type Table = tuple[str, list[Row]]
"""A caption and its rows."""


def speed(edition: Edition, measured: dict[str, Any]) -> Page:
    """Return the page; a part that was not measured is left out."""
    slow, build = measured.get("slow", {}), measured.get("build", {})
    values = {
        "starts": _starts(measured.get("first_answer_ms", {})),
        "engines": _engines(measured.get("engines", {})),
        "offline": [(_ENGINES[engine], ms) for engine, ms in measured.get("offline_ms", {}).items()],
        "slower": slow.get("times"),
        "slow": _starts(slow.get("first_answer_ms", {})),
        "sizes": [(words, _sizes(sizes)) for words, sizes in _in_order(measured.get("bytes", {}))],
        "trips": [(words, _trips(trips)) for words, trips in _in_order(measured.get("round_trips", {}))],
        "work": _work(measured["processor_s"]) if measured.get("processor_s") else [],
        "repaint": measured.get("repaint_ms"),
        "judged": measured.get("lighthouse"),
        "builds": [(times.removesuffix("x"), _build(build["sizes"][times])) for times in build.get("sizes", {})],
        "pages": build.get("pages"),
        "circumstances": build.get("circumstances"),
    }
    return edition.page("speed", values)


def _starts(networks: dict[str, dict[str, dict[str, float]]]) -> list[Table]:
    """Return for each contestant its time and the ratio of ours to it, in a new and in a known profile."""
    return [
        (words, _beside([(profiles[kind], "{:,.0f}", 1) for kind in ("cold", "warm")]))
        for words, profiles in _in_order(networks)
    ]


def _engines(engines: dict[str, dict[str, dict[str, dict[str, float]]]]) -> list[Table]:
    """Return by network for each engine our time, that of Pyodide and their ratio, on a first and on a next visit."""
    networks = [name for name in _NETWORKS if any(name in found for found in engines.values())]
    return [
        (
            _NETWORKS[network],
            [(_ENGINES[name], _compared(found[network])) for name, found in engines.items() if network in found],
        )
        for network in networks
    ]


def _compared(started: dict[str, dict[str, float]]) -> list[str]:
    both = [(started[kind]["ours"], started[kind]["pyodide"]) for kind in ("cold", "warm")]
    return [text for ours, it in both for text in (f"{ours:,.0f}", f"{it:,.0f}", _ratio(ours, it))]


def _sizes(moments: dict[str, dict[str, float]]) -> list[Row]:
    return _beside([(moments[moment], "{:.2f}", _MEGA) for moment in ("answer", "rest")])


def _trips(trips: dict[str, dict[str, int]]) -> list[Row]:
    return [
        (words, [str(trips[name][what]) for what in _TRIPS]) for name, words in _CONTESTANTS.items() if name in trips
    ]


def _work(kinds: dict[str, dict[str, dict[str, float]]]) -> list[Row]:
    return _beside([(kinds[kind][moment], "{:.2f}", 1) for kind in ("cold", "warm") for moment in ("answer", "rest")])


def _beside(columns: list[tuple[dict[str, float], str, float]]) -> list[Row]:
    """Return a row for each contestant: its figure in each column, spelled in a unit, and the ratio of ours to it."""
    return [
        (words, [text for values, spelled, unit in columns for text in _cell(values, name, spelled, unit)])
        for name, words in _CONTESTANTS.items()
    ]


def _cell(values: dict[str, float], name: str, spelled: str, unit: float) -> tuple[str, str]:
    return spelled.format(values[name] / unit), _ratio(values["ours"], values[name])


def _in_order[T](networks: dict[str, T]) -> list[tuple[str, T]]:
    """Return what was measured by the words for each line, the fastest first."""
    return [(words, networks[name]) for name, words in _NETWORKS.items() if name in networks]


def _build(figures: dict[str, Any]) -> list[str]:
    return [
        f"{figures['pages']:,}",
        f"{figures['generator_s']:,.1f}",
        f"{figures['mkdocs_s']:,.1f}",
        f"{100 * figures['generator_share']:.0f} %",
        f"{figures['whole_clock_s']:,.0f}",
        f"{figures['whole_peak_mb']:,}",
        f"{figures['mkdocs_alone_peak_mb']:,}",
    ]


def _ratio(ours: float, other: float) -> str:
    return f"{ours / other:.2f}"
