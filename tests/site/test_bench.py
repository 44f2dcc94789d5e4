"""The benchmark's counts: round trips from the server's notes, and promises held against figures."""

from typing import Any

import pytest

from bench.bounds import BOUNDS, told
from bench.network import PATH, Exchange
from bench.waterfall import round_trips, waterfall


def exchange(path: str, asked: float, began: float, ended: float, connected: bool = False) -> Exchange:
    return Exchange(path=f"{PATH}{path}", asked=asked, connected=connected, pieces=[(began, 100), (ended, 400)])


VISIT = [
    exchange("", 10.0, 10.2, 10.3, connected=True),
    exchange("style.css", 10.25, 10.5, 10.6),
    exchange("script.js", 10.25, 10.4, 10.5, connected=True),
    exchange("worker.js", 10.45, 10.7, 10.8),  # after the script, and before anything of the style was there
    exchange("memory.bin", 10.75, 11.0, 13.0),  # not all of it is there at the first answer
]


def test_round_trips_are_the_longest_chain_of_what_was_answered_in_time() -> None:
    assert round_trips(VISIT, until=12.0) == {"depth": 3, "requests": 4, "connections": 2}
    assert round_trips(VISIT, until=13.0)["depth"] == 4
    assert round_trips(VISIT[:3], until=12.0)["depth"] == 2
    assert round_trips([], until=12.0) == {"depth": 0, "requests": 0, "connections": 0}


def test_what_was_sent_is_counted_until_a_moment() -> None:
    assert [each.size(12.0) for each in VISIT] == [500, 500, 500, 500, 100]


def test_a_waterfall_tells_the_answer_between_the_requests() -> None:
    _, *lines = waterfall([*VISIT, exchange("later.js", 12.5, 12.6, 12.6)], begun=10.0, answer=12.0)
    assert lines[0].split() == ["0", "200", "300", "500", "+./"]
    assert lines[1].split() == ["250", "500", "600", "500", "style.css"]
    assert lines[5].split() == ["2000", "-" * 22, "first", "answer"]
    assert lines[6].endswith("later.js")


@pytest.mark.parametrize(("ours", "verdict"), [(400, "0.40           met"), (401, "0.40       NOT MET")])
def test_a_promise_is_met_or_not_or_not_measured(ours: float, verdict: str) -> None:
    times = {"cold": {"ours": ours, "pyodide": 1000.0, "pyscript_micropython": 1000.0}}
    figures: dict[str, Any] = {"first_answer_ms": {"9mbit": times}, "offline_ms": {"firefox": 9.6, "webkit": None}}
    lines = list(told(figures))
    assert next(line for line in lines if "cold, 9mbit, at most 0.40" in line).endswith(verdict)
    assert sum(line.endswith("not measured") for line in lines) == len(BOUNDS) - 2 + 1
    assert [line.split()[-2:] for line in lines[-2:]] == [["ms", "met"], ["NOT", "MET"]]
