"""Visit every contestant for the first time and again: the time to the first painted answer, its bytes and its work."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext

from bench.contestants import CONTESTANTS, Contestant
from bench.network import Exchange, LineServer, measured_speed
from bench.processes import slowed, worked
from bench.visits import Driven, first_answer, new_profile, settle

type Say = Callable[[str], None]

_KNOWN_DOWNLOAD = "bench/pyodide/python_stdlib.zip"
_BEGUN = "performance.timeOrigin / 1000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What one visit took: milliseconds until the first answer, and the processor's seconds until then and until rest.

    `begun` and `answered` are seconds since the epoch, as in the exchanges, which reach until the visit came to rest.
    """

    ms: float
    begun: float
    exchanges: tuple[Exchange, ...]
    work: float
    work_at_rest: float

    @property
    def answered(self) -> float:
        return self.begun + self.ms / 1000

    @property
    def size(self) -> int:
        """The bytes over the wire until the first answer."""
        return sum(each.size(self.answered) for each in self.exchanges)

    @property
    def size_at_rest(self) -> int:
        return sum(each.size() for each in self.exchanges)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How visits are made: by which browser, and how many times slower than this machine it is."""

    browser: Driven
    slower: int = 1
    rest_again: bool = False
    """Whether the second visit comes to rest as well, which takes its time."""


def rounds_of(way: Way, server: LineServer, rounds: int, say: Say) -> dict[str, list[tuple[Visit, Visit]]]:
    """Return by contestant the first visit and the next one of each round."""
    found: dict[str, list[tuple[Visit, Visit]]] = {each.name: [] for each in CONTESTANTS}
    for number in range(rounds):
        # One after the other in every round, so that a disturbance of the machine hits all alike.
        for contestant in CONTESTANTS:
            cold, warm = twice(way, server, contestant)
            found[contestant.name].append((cold, warm))
            place = f"{server.line.network.name}, round {number + 1} of {rounds}, {contestant.name}"
            say(f"{place}: cold {cold.ms:.0f} ms, warm {warm.ms:.0f} ms")
    return found


def twice(way: Way, server: LineServer, contestant: Contestant) -> tuple[Visit, Visit]:
    """Return a first visit and the next one, by a browser started anew with the same profile."""
    with new_profile() as profile:
        return visit(way, server, contestant, profile), visit(way, server, contestant, profile, rests=way.rest_again)


def visit(way: Way, server: LineServer, contestant: Contestant, profile: Path, *, rests: bool = True) -> Visit:
    """Return one visit with what is known in the profile."""
    with way.browser.with_profile(profile) as context:
        if way.slower == 1:
            return _visit(context, server, contestant, profile, rests=rests)
        with slowed(profile, way.slower):
            return _visit(context, server, contestant, profile, rests=rests)


def _visit(context: BrowserContext, server: LineServer, contestant: Contestant, profile: Path, *, rests: bool) -> Visit:
    server.sent.clear()
    before = worked(profile)
    page, ms = first_answer(context, server.address + contestant.address)
    work = worked(profile) - before
    begun = float(page.evaluate(_BEGUN))
    if rests:
        settle(page, server)
    return Visit(ms=ms, begun=begun, exchanges=tuple(server.sent), work=work, work_at_rest=worked(profile) - before)


def prove(server: LineServer, say: Say) -> None:
    """Hold the line against what it says it is, and let the server zip what it will send.

    Raises:
        RuntimeError: if a known download is more than a tenth off.
    """
    wanted = server.line.network.speed
    measured = measured_speed(server, _KNOWN_DOWNLOAD)
    if wanted and abs(measured / wanted - 1) > 0.1:
        raise RuntimeError(f"{server.line.network.name}: {measured / 1e6:.2f} Mbit/s instead of {wanted / 1e6}")
    say(f"{server.line.network.name}: a known download ran at {measured / 1e6:.2f} Mbit/s")
