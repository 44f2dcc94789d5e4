"""A server whose pages tell it of their first answer, for browsers that nobody drives, and that can fall silent."""

import gzip
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from queue import SimpleQueue
from typing import Any, override

from bench.network import PATH, LineHandler, LineServer, Network
from bench.visits import WATCH
from generator.publish.serve import SiteHandler
from shared import started

_TOLD, _WATCHING = f"{PATH}bench/told", f"{PATH}bench/watch.js"
_SCRIPT = f"""{WATCH}
const tell = (told) => fetch("{_TOLD}", {{ method: "POST", body: JSON.stringify(told) }});
window.firstAnswer.then((ms) => tell({{ ms }}), (error) => tell({{ error: String(error) }}));
""".encode()
# It holds up nothing, and the pages' policy allows what comes from their own site.
_ELEMENT = f'<script async src="{_WATCHING}"></script>'.encode()

# The service worker keeps no page that is another than the one that was built.
_PROMISED = re.compile(rb',\s*"integrity":\s*"[^"]*"')


class TellingServer(LineServer):
    """What its pages told is in `told`; while it is `silent` it closes every connection, but for that.

    What is not `cached` is as old to the browser as on another day: it may not be used before the server was asked.
    """

    def __init__(self, site: Path, network: Network, *, cached: bool) -> None:
        """Listen on a free port."""
        super().__init__(site, network, handler=_TellingHandler)
        self.cached = cached
        self.told: SimpleQueue[dict[str, Any]] = SimpleQueue()
        self.silent = False


class _TellingHandler(LineHandler):
    server: TellingServer

    @override
    def setup(self) -> None:
        super().setup()
        if not self.server.cached:
            self.always = {**SiteHandler.always, "Cache-Control": "no-cache"}

    @override
    def do_GET(self) -> None:
        """Answer as ever, or not at all."""
        if self.path == _WATCHING:
            self._head(HTTPStatus.OK, {"Content-Type": "text/javascript", "Content-Length": str(len(_SCRIPT))})
            self.wfile.write(_SCRIPT)
        elif self.server.silent:
            self.close_connection = True
        else:
            super().do_GET()

    do_HEAD = do_GET  # noqa: N815

    def do_POST(self) -> None:  # noqa: N802
        """Hear what a page tells."""
        self.server.told.put(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self._head(HTTPStatus.OK, {"Content-Length": "0"})

    @override
    def _content(self, file: Path, zipped: bool) -> tuple[bytes, str]:
        content, etag = super()._content(file, zipped)
        if file.suffix != ".html" and file.name != "service-worker.js":
            return content, etag
        told = _PROMISED.sub(b"", gzip.decompress(content) if zipped else content)
        told = told.replace(b"<head>", b"<head>" + _ELEMENT, 1)
        return gzip.compress(told, mtime=0) if zipped else told, etag


@contextmanager
def telling(site: Path, network: Network, *, cached: bool = True) -> Iterator[TellingServer]:
    """Serve `site` through the network while the block runs."""
    with started(TellingServer(site, network, cached=cached)) as server:
        yield server
