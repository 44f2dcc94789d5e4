"""The parts of the benchmark by their names, in the order in which they are measured."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Playwright

from bench.engines import measure_engines, measure_offline
from bench.evaluation import measure_evaluation
from bench.figures import measure_bytes, measure_slow, measure_starts, measure_work
from bench.growth import measure_growth
from bench.lighthouse import judge, weigh
from bench.network import Network
from bench.processes import known
from bench.repaint import measure_repaint
from bench.start import Say
from bench.visitors import visitors
from bench.visits import Driven

_FAST_ENOUGH = 9e6
"""Bits a second; what a slower line tells, `first` tells for all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """With what, where and how often it is measured."""

    playwright: Playwright
    browser: Driven
    www: Path
    build: Path
    networks: Sequence[Network]
    rounds: int
    sizes: Sequence[int]
    say: Say

    @property
    def fast(self) -> list[Network]:
        """The lines on which a part does not take all day."""
        return [network for network in self.networks if (network.speed or _FAST_ENOUGH) >= _FAST_ENOUGH]

    @property
    def waterfall(self) -> Path:
        """The file that tells what was asked for and when."""
        return self.build / "waterfall.txt"


def _bytes(choice: Choice) -> dict[str, Any]:
    return measure_bytes(choice.browser, choice.www, choice.fast, choice.waterfall, choice.say)


def _first(choice: Choice) -> dict[str, Any]:
    where = (choice.waterfall, choice.say)
    return measure_starts(choice.browser, choice.www, choice.networks, choice.rounds, *where)


def _engines(choice: Choice) -> dict[str, Any]:
    _, *others = visitors(choice.playwright, choice.say)
    return measure_engines(others, choice.www, choice.fast, choice.rounds, choice.say)


def _slow(choice: Choice) -> dict[str, Any]:
    if not known():
        return _left_out(choice, "slow")
    return measure_slow(choice.browser, choice.www, choice.fast, choice.rounds, choice.say)


def _processor(choice: Choice) -> dict[str, Any]:
    if not known():
        return _left_out(choice, "processor")
    return measure_work(choice.browser, choice.www, choice.rounds, choice.say)


def _left_out(choice: Choice, part: str) -> dict[str, Any]:
    choice.say(f"{part} is left out: this system does not tell of processes in /proc")
    return {}


PARTS: dict[str, Callable[[Choice], dict[str, Any]]] = {
    "bytes": _bytes,
    "repaint": lambda choice: {"repaint_ms": measure_repaint(choice.browser, choice.www)},
    "evaluation": lambda choice: {"repaint_ms": {"evaluation": measure_evaluation(choice.build)}},
    "pages": lambda choice: {"build": {"pages": weigh(choice.browser, choice.www)}},
    "lighthouse": lambda choice: {"lighthouse": judge(choice.browser, choice.www, choice.say)},
    "first": _first,
    "offline": lambda choice: measure_offline(visitors(choice.playwright, choice.say), choice.www, choice.say),
    "engines": _engines,
    "slow": _slow,
    "processor": _processor,
    "build": lambda choice: {"build": {"sizes": measure_growth(choice.sizes, choice.build / "growth", choice.say)}},
}
