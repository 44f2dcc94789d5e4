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
_PARTS = ("first_answer_ms", "bytes_gz", "repaint_ms", "lighthouse", "build")

type Row = tuple[str, list[str]]


def speed(edition: Edition, measured: dict[str, Any]) -> Page:
    """Return the page; a part that was not measured is left out."""
    starts, sizes, repaint, judged, build = (measured.get(part, {}) for part in _PARTS)
    values = {
        "starts": [(_NETWORKS[network], _starts(profiles)) for network, profiles in starts.items()],
        "sizes": [
            (_CONTESTANTS[name], [f"{size / 1e6:.2f}", _ratio(sizes["ours"], size)]) for name, size in sizes.items()
        ],
        "repaint": repaint,
        "judged": judged,
        "builds": [(times.removesuffix("x"), _build(build["sizes"][times])) for times in build.get("sizes", {})],
        "pages": build.get("pages"),
        "circumstances": build.get("circumstances"),
    }
    return edition.page("speed", values)


def _starts(profiles: dict[str, dict[str, float]]) -> list[Row]:
    """Return for each contestant its time and the ratio of ours to it, in a new and in a known profile."""
    kinds = [profiles[kind] for kind in ("cold", "warm")]
    return [
        (words, [text for times in kinds for text in (f"{times[name]:,.0f}", _ratio(times["ours"], times[name]))])
        for name, words in _CONTESTANTS.items()
    ]


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
