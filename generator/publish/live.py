"""Serve the site to somebody who works on it: each page hears when it is built anew, and shows why it was not."""

import gzip
import json
from collections.abc import Mapping
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from threading import Condition
from typing import override

from generator.publish.serve import SiteHandler, SiteServer

_SCRIPT = Path(__file__).with_name("live.js")
_OWN = "_live/"
"""The folder of the server's own addresses; the site has none of that name."""
_ALIVE = 15
"""After so many seconds without news, a line says that the connection stands."""


class News:
    """What pages are told: the version of the site, and what is being done or is wrong, as lines of text."""

    def __init__(self, site: Path) -> None:
        """Begin with the site as it is."""
        self._site = site
        self._changed = Condition()
        self._count = 0
        self.over = False
        self._told = {"version": version(site), "doing": "", "wrong": list[str]()}

    def tell(self, *, doing: str = "", wrong: list[str] | None = None) -> None:
        """Tell every page that is open what is being done, or what is wrong, or neither, and of which version it is."""
        with self._changed:
            kept = self._told["wrong"] if doing else []
            self._told = {"version": version(self._site), "doing": doing, "wrong": kept if wrong is None else wrong}
            self._count += 1
            self._changed.notify_all()

    def after(self, count: int) -> tuple[int, str]:
        """Return the news that came after so many, once there are any, as JSON; or "" if none come for a while."""
        with self._changed:
            self._changed.wait_for(lambda: self._count > count or self.over, timeout=_ALIVE)
            return self._count, json.dumps(self._told) if self._count > count else ""

    def end(self) -> None:
        """Let go of every page that listens; each comes back where a server is again."""
        with self._changed:
            self.over = True
            self._changed.notify_all()


def version(site: Path) -> str:
    """Return what is the same as long as no file of the site is written, even if the server starts anew."""
    files = sorted((file, file.stat()) for file in site.rglob("*") if file.is_file())
    return sha256(repr([(str(file), stat.st_mtime_ns, stat.st_size) for file, stat in files]).encode()).hexdigest()[:16]


class LiveServer(SiteServer):
    """Serves `site`, each page with a script more, which is told the news."""

    def __init__(self, site: Path, path: str, port: int = 0) -> None:
        """Listen at once, as any server of a site does."""
        super().__init__(site, path, port, LiveHandler)
        self.news = News(self.site)

    @override
    def server_close(self) -> None:
        """Close the connections of pages as well."""
        self.news.end()
        super().server_close()


class LiveHandler(SiteHandler):
    """Answers as the site's own server does, with pages that hear the news and files that no browser keeps."""

    server: LiveServer
    always: Mapping[str, str] = {"Cache-Control": "no-cache"}

    @override
    def do_GET(self) -> None:
        """Answer with the news, the script that hears them, or what stands at the address."""
        match self.path.removeprefix(f"{self.server.path}{_OWN}"):
            case "news":
                self._tell()
            case "live.js":
                self._send(HTTPStatus.OK, _SCRIPT)
            case _:
                super().do_GET()

    @override
    def _content(self, file: Path, zipped: bool) -> tuple[bytes, str]:
        if file.suffix != ".html":
            return super()._content(file, zipped)
        own = f"{self.server.path}{_OWN}"
        # The version is apart, as the theme runs a script of the head again if it is another one.
        tag = (
            f'<meta name="live" content="{version(self.server.site)}"><script src="{own}live.js" data-news="{own}news">'
        )
        content = file.read_bytes().replace(b"</head>", tag.encode() + b"</script></head>", 1)
        etag = f'"{sha256(content).hexdigest()[:16]}"'
        return gzip.compress(content, compresslevel=1, mtime=0) if zipped else content, etag

    def _tell(self) -> None:
        self._head(HTTPStatus.OK, {"Content-Type": "text/event-stream", "Connection": "close"})
        count, news = -1, ""
        while not self.server.news.over:
            count, news = self.server.news.after(count)
            self.wfile.write((f"retry: 500\ndata: {news}\n\n" if news else ": still here\n\n").encode())
            self.wfile.flush()
