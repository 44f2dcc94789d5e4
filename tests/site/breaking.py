"""A server that breaks what it sends, for a browser that lets nobody between itself and the line."""

import mimetypes
import re
from http import HTTPStatus
from pathlib import Path
from threading import Event
from typing import Self, cast, override

from playwright.sync_api import Route

from faults import Sabotage, cut_off
from generator.publish.serve import SiteHandler, SiteServer

_GLOB = {"**": ".*", "*": "[^/]*", "{": "(?:", ",": "|", "}": ")"}


class BreakingServer(SiteServer):
    """Serves a site as GitHub Pages would, but for what is given to sabotage."""

    def __init__(self, site: Path, path: str) -> None:
        super().__init__(site, path, handler=_BreakingHandler)
        self._routes: list[tuple[re.Pattern[str], Sabotage]] = []
        self._held: list[_Asked] = []

    def route(self, place: str, sabotage: Sabotage) -> None:
        """Break all whose address is like this; what was given last comes first."""
        pattern = re.sub(r"\*\*|[*{,}]|[^*{,}]+", lambda part: _GLOB.get(part[0]) or re.escape(part[0]), place)
        self._routes.insert(0, (re.compile(pattern), sabotage))

    def mend(self) -> None:
        """Break nothing any longer; what is held goes on."""
        self._routes.clear()
        for asked in self._held:
            asked.continue_()

    def die(self) -> None:
        """Cut the line, in the middle of what is held as well, until it is mended."""
        self.route("**", cut_off)
        for asked in self._held:
            asked.abort()

    def broken(self, asked: "_Asked") -> bool:
        """Whether a request falls to sabotage, which then has it."""
        for pattern, sabotage in self._routes:
            if pattern.fullmatch(asked.path):
                self._held.append(asked)
                sabotage(cast("Route", asked))
                return True
        return False


class _Asked:
    """A request with the face that Playwright gives to one, so that the same sabotage does for it."""

    def __init__(self, path: str, file: Path) -> None:
        self.path, self._file = path, file
        self.headers = {"content-type": mimetypes.guess_type(file.name)[0] or "application/octet-stream"}
        self.status = HTTPStatus.OK
        self.cut = False
        self.content: bytes | None = None
        """What is sent instead of the file, if anything is."""
        self.settled = Event()

    def fetch(self) -> Self:
        return self

    def body(self) -> bytes:
        return self._file.read_bytes() if self.content is None else self.content

    def text(self) -> str:
        return self.body().decode()

    def fulfill(
        self,
        *,
        body: str | bytes,
        status: int = HTTPStatus.OK,
        content_type: str | None = None,
        response: Self | None = None,
    ) -> None:
        """Have this sent instead, with the type of `response`, if that is given."""
        kind = content_type or (response.headers["content-type"].partition(";")[0] if response else "text/plain")
        self.headers = {"content-type": f"{kind}; charset=utf-8" if kind.startswith("text/") else kind}
        self.status = HTTPStatus(status)
        self.content = body.encode() if isinstance(body, str) else body
        self.settled.set()

    def abort(self, reason: str = "failed") -> None:
        """Have the line cut in the middle of the file, whatever the reason."""
        self.content, self.cut = self.body(), True
        self.settled.set()

    def continue_(self) -> None:
        self.settled.set()


def once(sabotage: Sabotage) -> Sabotage:
    """Return what breaks the first request alone."""
    left = [sabotage]
    return lambda route: left.pop()(route) if left else route.continue_()


def both(one: Sabotage, other: Sabotage) -> Sabotage:
    """Return what does the one, and the other with what that makes of a request."""

    def sabotage(route: Route) -> None:
        one(route)
        other(route)

    return sabotage


def beginning_with(script: str) -> Sabotage:
    """Return what has a page run a script before any of its own, and before its policy."""

    def sabotage(route: Route) -> None:
        page = route.fetch()
        route.fulfill(response=page, body=page.text().replace("<head>", f"<head><script>{{\n{script}}}</script>", 1))

    return sabotage


class _BreakingHandler(SiteHandler):
    server: BreakingServer

    @override
    def _send(self, status: HTTPStatus, file: Path) -> None:
        asked = _Asked(self.path, file)
        if not self.server.broken(asked):
            super()._send(status, file)
            return
        asked.settled.wait()
        if asked.content is None:
            super()._send(status, file)
        else:
            self._send_instead(asked, asked.content)

    def _send_instead(self, asked: _Asked, content: bytes) -> None:
        self.always = {"Cache-Control": "no-store"}
        self._head(asked.status, {**asked.headers, "Content-Length": str(len(content))})
        self.wfile.write(content[: len(content) // 2] if asked.cut else content)
        self.close_connection |= asked.cut
