"""What the site has promised of its speed: each bound in one place, held against what was measured."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

ENGINES = ("chromium", "firefox", "webkit")
_OURS = "ours"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A figure of ours may be at most so many times that of a peer; `values` finds both sides in the figures."""

    what: str
    peer: str
    most: float
    values: Callable[[dict[str, Any]], dict[str, float]]

    def held(self, figures: dict[str, Any]) -> str:
        """Return the line that tells whether it was met."""
        try:
            values = self.values(figures)
            ratio = values[_OURS] / values[self.peer]
        except KeyError:
            return _line(self._name(), "not measured")
        return _line(self._name(), f"{ratio:.2f}", "met" if ratio <= self.most else "NOT MET")

    def _name(self) -> str:
        return f"{self.what}, at most {self.most:.2f} of {self.peer}"


def _start(network: str, kind: str, peer: str, most: float) -> Bound:
    return Bound(
        what=f"first answer, {kind}, {network}",
        peer=peer,
        most=most,
        values=lambda figures: figures["first_answer_ms"][network][kind],
    )


def _size(network: str, most: float) -> Bound:
    return Bound(
        what=f"bytes until the first answer, {network}",
        peer="pyodide",
        most=most,
        values=lambda figures: figures["bytes"][network]["answer"],
    )


BOUNDS = (
    _start("localhost", "cold", "pyscript_pyodide", 0.22),
    _start("9mbit", "cold", "pyodide", 0.40),
    _start("9mbit", "cold", "pyscript_micropython", 1.3),
    _start("1.6mbit", "cold", "pyodide", 0.42),
    *(_start(network, "warm", "pyscript_micropython", 1.5) for network in ("localhost", "9mbit", "1.6mbit")),
    # On the machine itself bytes cost nothing, and the larger and faster start is taken.
    _size("9mbit", 0.42),
    _size("1.6mbit", 0.42),
)


def told(figures: dict[str, Any]) -> Iterator[str]:
    """Yield a line for each bound, and for each engine whether it answers without a line."""
    yield "\nWhat is promised"
    yield from (bound.held(figures) for bound in BOUNDS)
    offline = figures.get("offline_ms") or {}
    for engine in ENGINES:
        yield _line(f"answers without a line, {engine}", *_answered(offline, engine))


def _answered(offline: dict[str, float | None], engine: str) -> tuple[str, ...]:
    if engine not in offline:
        return ("not measured",)
    ms = offline[engine]
    return ("no answer", "NOT MET") if ms is None else (f"{ms:.0f} ms", "met")


def _line(name: str, *cells: str) -> str:
    return f"  {name:<68}" + "".join(f"{cell:>14}" for cell in cells)
