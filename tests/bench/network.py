"""Serve the site through one line of a given speed, and note what goes over it and when, workers included."""

import select
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from io import BufferedIOBase
from math import inf
from pathlib import Path
from threading import Lock
from typing import Any, override

from generator.publish.serve import SiteHandler, SiteServer
from shared import started

PATH = "/any-name/"
_PIECE = 16 * 1024
_LATE = 0.1
"""Seconds by which a sender may be late; one that is later had a reader who took nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A connection: its speed in bits a second (None: as fast as the machine) and its round trip in seconds."""

    name: str
    speed: float | None = None
    round_trip: float = 0.0


NETWORKS = (
    Network(name="localhost"),
    Network(name="9mbit", speed=9e6, round_trip=0.170),
    Network(name="1.6mbit", speed=1.6e6, round_trip=0.150),
)


@dataclass(slots=True, kw_only=True)
class Line:
    """What all connections share: bytes queue up for their turn, in the order in which they are sent."""

    network: Network
    _free: float = 0.0
    _lock: Any = field(default_factory=Lock)

    def carry(self, size: int, ready: float) -> float:
        """Return, when that many bytes have gone over the line, the moment that was due.

        They are `ready` since a moment; a busy machine may let whoever sends them sleep on a little.
        """
        if not self.network.speed:
            return ready
        with self._lock:
            self._free = max(self._free, ready, time.monotonic() - _LATE) + size * 8 / self.network.speed
            done = self._free
        time.sleep(max(0.0, done - time.monotonic()))
        return done


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One request, and the pieces of its answer, headers included: seconds since the epoch, and bytes."""

    path: str
    asked: float
    connected: bool
    """Whether a connection was opened for it; `asked` is before that then."""
    pieces: list[tuple[float, int]] = field(default_factory=list)

    @property
    def began(self) -> float:
        """When the first bytes of the answer arrived."""
        return self.pieces[0][0] if self.pieces else inf

    @property
    def ended(self) -> float:
        """When the last bytes so far arrived."""
        return self.pieces[-1][0] if self.pieces else inf

    def size(self, until: float = inf) -> int:
        """Return the bytes that had arrived at a moment."""
        return sum(size for at, size in self.pieces if at <= until)


class LineServer(SiteServer):
    """The site's own server behind a line; what it sent is told in `sent`, in the order in which it was asked."""

    def __init__(self, site: Path, network: Network, handler: type[SiteHandler] | None = None) -> None:
        """Listen on a free port."""
        super().__init__(site, PATH, handler=handler or LineHandler)
        self.line = Line(network=network)
        self.sent: list[Exchange] = []

    def progress(self) -> tuple[int, int]:
        """Return how many requests and pieces of answers there were, which changes as long as anything goes on."""
        return len(self.sent), sum(len(each.pieces) for each in self.sent)


class LineHandler(SiteHandler):
    """Answers through the line."""

    server: LineServer

    @override
    def setup(self) -> None:
        opened = time.time()
        time.sleep(self.server.line.network.round_trip)  # a connection is opened by a round trip of its own
        super().setup()
        # Browsers open some connections ahead; only a request that waits by now had to wait for this one.
        waiting, _, _ = select.select([self.connection], [], [], 0)
        self.opened = opened if waiting else None
        self.wire = _Wire(self.wfile, self.server.line)
        self.wfile = self.wire

    @override
    def do_GET(self) -> None:
        """Answer after a round trip, and note when and how much it was."""
        exchange = Exchange(path=self.path, asked=self.opened or time.time(), connected=self.opened is not None)
        self.opened, self.wire.pieces = None, exchange.pieces
        self.server.sent.append(exchange)
        time.sleep(self.server.line.network.round_trip)
        super().do_GET()

    do_HEAD = do_GET  # noqa: N815


class _Wire(BufferedIOBase):
    """A socket's file whose bytes go over the line."""

    def __init__(self, file: Any, line: Line) -> None:  # noqa: ANN401 - the library's own type is private
        self._file, self._line = file, line
        self.pieces: list[tuple[float, int]] = []

    @override
    def write(self, data: Any, /) -> int:
        view = memoryview(data)
        ready = time.monotonic()
        for start in range(0, len(view), _PIECE):
            piece = view[start : start + _PIECE]
            ready = self._line.carry(len(piece), ready)
            self._file.write(piece)
            self.pieces.append((time.time(), len(piece)))
        return len(view)


@contextmanager
def serving(site: Path, network: Network) -> Iterator[LineServer]:
    """Serve `site` through the network while the block runs."""
    with started(LineServer(site, network)) as server:
        yield server


def measured_speed(server: LineServer, path: str) -> float:
    """Return the bits a second of one download, which proves that the line is as slow as it says."""
    connection = HTTPConnection("127.0.0.1", server.server_address[1])
    connection.request("GET", PATH + path)
    response = connection.getresponse()
    start = time.monotonic()
    size = len(response.read())
    connection.close()
    return size * 8 / (time.monotonic() - start)
