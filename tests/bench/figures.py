"""The parts of the benchmark that count what a visit takes: each visits, and returns what it adds to the figures."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from bench.contestants import CONTESTANTS
from bench.network import NETWORKS, Network, serving
from bench.report import merged
from bench.start import Say, Visit, Way, prove, rounds_of, visit
from bench.visits import Driven, new_profile
from bench.waterfall import round_trips, waterfall

SLOWER = 4
"""How many times slower than this machine a phone is taken to be; Lighthouse takes the same."""

type Visits = Mapping[str, Sequence[Visit]]


def measure_bytes(browser: Driven, www: Path, networks: Sequence[Network], file: Path, say: Say) -> dict[str, Any]:
    """Return bytes and round trips of one first visit by network, and write to `file` what was asked for and when."""
    found: dict[str, Any] = {}
    lines: list[str] = []
    for network in networks:
        with serving(www, network) as server:
            prove(server, say)
            visits = {}
            for contestant in CONTESTANTS:
                with new_profile() as profile:
                    visits[contestant.name] = [visit(Way(browser=browser), server, contestant, profile)]
        found = merged(found, _counted(network, visits))
        lines += _told(network, visits)
    _tell(file, lines, say)
    return found


def measure_starts(
    browser: Driven, www: Path, networks: Sequence[Network], rounds: int, file: Path, say: Say
) -> dict[str, Any]:
    """Return the same, medians of some rounds, and medians of milliseconds by network, profile and contestant."""
    found: dict[str, Any] = {}
    lines: list[str] = []
    for network in networks:
        with serving(www, network) as server:
            prove(server, say)
            cold, warm = _parted(rounds_of(Way(browser=browser), server, rounds, say))
        found = merged(found, {"first_answer_ms": {network.name: _times(cold, warm)}}, _counted(network, cold))
        lines += _told(network, cold)
    _tell(file, lines, say)
    return found


def measure_slow(browser: Driven, www: Path, networks: Sequence[Network], rounds: int, say: Say) -> dict[str, Any]:
    """Return the same milliseconds with a browser that is slowed as a whole."""
    found = {}
    for network in networks:
        with serving(www, network) as server:
            prove(server, say)
            cold, warm = _parted(rounds_of(Way(browser=browser, slower=SLOWER), server, rounds, say))
        found[network.name] = _times(cold, warm)
    return {"slow": {"times": SLOWER, "first_answer_ms": found}}


def measure_work(browser: Driven, www: Path, rounds: int, say: Say) -> dict[str, Any]:
    """Return the processor's seconds of all of the browser's processes, until the first answer and until rest."""
    with serving(www, NETWORKS[0]) as server:
        prove(server, say)
        kinds = _parted(rounds_of(Way(browser=browser, rest_again=True), server, rounds, say))
    return {
        "processor_s": {
            kind: {
                "answer": _medians(visits, lambda each: each.work, 2),
                "rest": _medians(visits, lambda each: each.work_at_rest, 2),
            }
            for kind, visits in zip(("cold", "warm"), kinds, strict=True)
        }
    }


def _parted(visits: Mapping[str, Sequence[tuple[Visit, Visit]]]) -> tuple[Visits, Visits]:
    """Return first and next visits."""
    return (
        {name: [cold for cold, _ in each] for name, each in visits.items()},
        {name: [warm for _, warm in each] for name, each in visits.items()},
    )


def _times(cold: Visits, warm: Visits) -> dict[str, dict[str, float]]:
    return {"cold": _medians(cold, lambda each: each.ms, 1), "warm": _medians(warm, lambda each: each.ms, 1)}


def _counted(network: Network, visits: Visits) -> dict[str, Any]:
    """Return the bytes, and the round trips where one takes any time."""
    sizes = {
        "answer": _medians(visits, lambda each: each.size, 0),
        "rest": _medians(visits, lambda each: each.size_at_rest, 0),
    }
    trips = {"round_trips": {network.name: _trips(visits)}} if network.round_trip else {}
    return {"bytes": {network.name: sizes}} | trips


def _trips(visits: Visits) -> dict[str, dict[str, int]]:
    counted = {name: [round_trips(each.exchanges, each.answered) for each in some] for name, some in visits.items()}
    return {name: {key: round(median(each[key] for each in some)) for key in some[0]} for name, some in counted.items()}


def _medians(visits: Visits, value: Callable[[Visit], float], places: int) -> dict[str, float]:
    found = {name: median(value(each) for each in some) for name, some in visits.items()}
    return {name: round(each, places) if places else round(each) for name, each in found.items()}


def _told(network: Network, visits: Visits) -> list[str]:
    """Return what was asked for and when on one visit of each contestant."""
    return [line for name, seen in visits.items() for line in _one(f"{name}, {network.name}", seen[0])]


def _one(what: str, seen: Visit) -> Iterator[str]:
    trips = ", ".join(f"{key} {count}" for key, count in round_trips(seen.exchanges, seen.answered).items())
    yield f"{what}: {trips}; bytes until the first answer {seen.size:,}, until rest {seen.size_at_rest:,}"
    yield from waterfall(seen.exchanges, seen.begun, seen.answered)
    yield ""


def _tell(file: Path, lines: list[str], say: Say) -> None:
    file.write_text("\n".join(lines))
    say(f"What was asked for and when is told in {file}")
