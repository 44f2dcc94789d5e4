"""Measure the time to the first painted answer, on each network, in new and in known profiles, and the bytes for it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from bench.contestants import CONTESTANTS, Contestant
from bench.network import NETWORKS, LineServer, Network, measured_speed, serving
from bench.visits import Chromium, first_answer, new_profile, settle

type Say = Callable[[str], None]
type Times = dict[str, list[float]]

_KNOWN_DOWNLOAD = "bench/pyodide/python_stdlib.zip"


def measure_bytes(browser: Chromium, www: Path) -> dict[str, int]:
    """Return the bytes over the wire of a first visit until all is at rest, by contestant."""
    found = {}
    with serving(www, NETWORKS[0]) as server:
        for contestant in CONTESTANTS:
            server.sent.clear()
            with browser.with_profile() as context:
                page, _ = first_answer(context, server.address + contestant.address)
                settle(page)
                found[contestant.name] = sum(each.size for each in server.sent)
    return found


def measure_starts(browser: Chromium, www: Path, networks: Sequence[Network], rounds: int, say: Say) -> dict[str, Any]:
    """Return medians in milliseconds by network, profile and contestant."""
    return {network.name: _on(browser, www, network, rounds, say) for network in networks}


def _on(browser: Chromium, www: Path, network: Network, rounds: int, say: Say) -> dict[str, Any]:
    times: dict[str, Times] = {kind: {each.name: [] for each in CONTESTANTS} for kind in ("cold", "warm")}
    with serving(www, network) as server:
        _prove(server, say)
        for number in range(rounds):
            # One after the other in every round, so that a disturbance of the machine hits all alike.
            for contestant in CONTESTANTS:
                cold, warm = _twice(browser, server, contestant)
                times["cold"][contestant.name].append(cold)
                times["warm"][contestant.name].append(warm)
                place = f"{network.name}, round {number + 1} of {rounds}, {contestant.name}"
                say(f"{place}: cold {cold:.0f} ms, warm {warm:.0f} ms")
    return {kind: {name: round(median(each), 1) for name, each in by.items()} for kind, by in times.items()}


def _twice(browser: Chromium, server: LineServer, contestant: Contestant) -> tuple[float, float]:
    """Return the times of a first visit and of the next one, by a browser started anew with the same profile."""
    address = server.address + contestant.address
    with new_profile() as profile:
        with browser.with_profile(profile) as context:
            page, cold = first_answer(context, address)
            settle(page)
        with browser.with_profile(profile) as context:
            _, warm = first_answer(context, address)
    return cold, warm


def _prove(server: LineServer, say: Say) -> None:
    """Hold the line against what it says it is, and let the server zip what it will send.

    Raises:
        RuntimeError: if a known download is more than a tenth off.
    """
    wanted = server.line.network.speed
    measured = measured_speed(server, _KNOWN_DOWNLOAD)
    if wanted and abs(measured / wanted - 1) > 0.1:
        raise RuntimeError(f"{server.line.network.name}: {measured / 1e6:.2f} Mbit/s instead of {wanted / 1e6}")
    say(f"{server.line.network.name}: a known download ran at {measured / 1e6:.2f} Mbit/s")
