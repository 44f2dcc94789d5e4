"""Measure starts in other browser engines, and whether a page that was visited once answers without a line."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from bench.contestants import CONTESTANTS
from bench.network import NETWORKS, Network
from bench.start import Say, prove
from bench.telling import TellingServer, telling
from bench.visitors import Visitor
from bench.visits import new_profile

_COMPARED = CONTESTANTS[:2]
"""The site's own page, and Pyodide as its manual shows it."""


def measure_engines(
    engines: Iterable[Visitor], www: Path, networks: Sequence[Network], rounds: int, say: Say
) -> dict[str, Any]:
    """Return by engine and network medians of milliseconds until the first answer, on first and next visits."""
    found: dict[str, Any] = {}
    versions: dict[str, str] = {}
    for engine in engines:
        name, _, versions[name] = engine.version().rpartition(" ")
        for network in networks:
            with telling(www, network) as server:
                prove(server, say)
                found.setdefault(engine.name, {})[network.name] = _starts(engine, server, rounds, say)
    return {"engines": found, "build": {"circumstances": {"versions": versions}}}


def measure_offline(engines: Iterable[Visitor], www: Path, say: Say) -> dict[str, Any]:
    """Return by engine the milliseconds until the first answer without a line, None where there is no answer.

    It is another day for the browser's own cache, which would open the page without a line for ten minutes anyway.
    """
    found: dict[str, float | None] = {}
    for engine in engines:
        with telling(www, NETWORKS[0], cached=False) as server, new_profile() as profile:
            prove(server, say)
            engine.visit(server, CONTESTANTS[0].address, profile, rests=True)
            server.silent = True
            ms = engine.visit(server, CONTESTANTS[0].address, profile, rests=False)
        found[engine.name] = None if ms is None else round(ms, 1)
        say(f"{engine.name}: {'no answer' if ms is None else f'{ms:.0f} ms'} without a line")
    return {"offline_ms": found}


def _starts(engine: Visitor, server: TellingServer, rounds: int, say: Say) -> dict[str, dict[str, float]]:
    times: dict[str, dict[str, list[float]]] = {
        kind: {each.name: [] for each in _COMPARED} for kind in ("cold", "warm")
    }
    for number in range(rounds):
        for contestant in _COMPARED:
            with new_profile() as profile:
                for kind in times:
                    ms = engine.visit(server, contestant.address, profile, rests=kind == "cold")
                    times[kind][contestant.name].append(ms or 0)
            place = f"{engine.name}, {server.line.network.name}, round {number + 1} of {rounds}, {contestant.name}"
            say(f"{place}: {', '.join(f'{kind} {by[contestant.name][-1]:.0f} ms' for kind, by in times.items())}")
    return {kind: {name: round(median(each), 1) for name, each in by.items()} for kind, by in times.items()}
