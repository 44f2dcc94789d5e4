"""Serve the built site as GitHub Pages would: below a path, gzipped, with ETags, and with its own 404 page."""

import gzip
import mimetypes
import sys
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import override
from urllib.parse import quote, unquote, urlsplit

_TEXT = ("text/", "application/json", "application/xml", "image/svg", "application/wasm")
# Another site may read what is public anyway; without that it could not load a module from here.
_ALWAYS = {"Cache-Control": "max-age=600", "Access-Control-Allow-Origin": "*"}
_TYPES = {".mjs": "text/javascript", ".js": "text/javascript", ".wasm": "application/wasm", ".whl": "application/zip"}


class SiteServer(ThreadingHTTPServer):
    """Serves `site` at `http://127.0.0.1:<port>/<path>/`; port 0 takes a free one."""

    daemon_threads = True

    def __init__(self, site: Path, path: str, port: int = 0, handler: type["SiteHandler"] | None = None) -> None:
        """Listen at once; requests are answered by `handler` when `serve_forever` runs."""
        super().__init__(("127.0.0.1", port), handler or SiteHandler)
        self.site = site.resolve()
        self.path = f"/{path.strip('/')}/".replace("//", "/")

    @override
    def handle_error(self, request: object, client_address: object) -> None:
        """Tell of mistakes, and not of readers who went away in the middle of a file."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    @property
    def address(self) -> str:
        """The address of the site's home page."""
        return f"http://127.0.0.1:{self.server_address[1]}{self.path}"


class SiteHandler(BaseHTTPRequestHandler):
    """Answers one connection's requests."""

    protocol_version = "HTTP/1.1"
    server: SiteServer
    always: Mapping[str, str] = _ALWAYS
    """The headers of every answer."""

    def do_GET(self) -> None:
        """Answer with the file, its folder's page, or the 404 page."""
        try:
            path = unquote(urlsplit(self.path).path)
        except ValueError:  # it begins like the address of a host, and is none
            path = ""
        inside = path.removeprefix(self.server.path) if path.startswith(self.server.path) else None
        file = self._file(inside) if inside is not None else None
        if file is None:
            self._send(HTTPStatus.NOT_FOUND, self.server.site / "404.html")
        elif file.is_dir():
            self._redirect(quote(f"{path}/"))
        else:
            self._send(HTTPStatus.OK, file)

    do_HEAD = do_GET  # noqa: N815

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Stay silent: the address was printed, and the browser shows what is missing."""

    def _file(self, inside: str) -> Path | None:
        try:
            file = (self.server.site / inside).resolve()
            if inside.endswith("/") or not inside:
                file /= "index.html"
            return file if file.is_relative_to(self.server.site) and file.exists() else None
        except (OSError, ValueError):  # no file can have such a name
            return None

    def _send(self, status: HTTPStatus, file: Path) -> None:
        kind = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        zipped = kind.startswith(_TEXT) and "gzip" in self.headers.get("Accept-Encoding", "")
        content, etag = self._content(file, zipped)
        if status is HTTPStatus.OK and self.headers.get("If-None-Match") == etag:
            self._head(HTTPStatus.NOT_MODIFIED, {"ETag": etag})
            return
        headers = {"Content-Type": kind, "ETag": etag, "Vary": "Accept-Encoding"}
        if zipped:
            headers["Content-Encoding"] = "gzip"
        self._head(status, headers | {"Content-Length": str(len(content))})
        if self.command == "GET":
            self.wfile.write(content)

    def _content(self, file: Path, zipped: bool) -> tuple[bytes, str]:
        moved_to = self.server.address if file.name == "sitemap.xml" else None
        return _body(file, file.stat().st_mtime_ns, zipped, moved_to)

    def _redirect(self, path: str) -> None:
        self._head(HTTPStatus.MOVED_PERMANENTLY, {"Location": path, "Content-Length": "0"})

    def _head(self, status: HTTPStatus, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**self.always, **headers}.items():
            self.send_header(name, value)
        self.end_headers()


@lru_cache(maxsize=512)
def _body(file: Path, changed: int, zipped: bool, moved_to: str | None) -> tuple[bytes, str]:
    """Return what is sent for a file and its ETag; `changed` makes a rewritten file another one.

    Kept, because zipping and hashing Python's ten megabytes would cost each visit more than a network does.
    """
    content = file.read_bytes()
    if moved_to:
        content = _moved(content, moved_to)
    etag = f'"{sha256(content).hexdigest()[:16]}"'
    return gzip.compress(content, compresslevel=6, mtime=0) if zipped else content, etag


def _moved(sitemap: bytes, address: str) -> bytes:
    """Return the sitemap for this address: instant navigation works only where the sitemap says the site is."""
    text = sitemap.decode()
    home = text.partition("<loc>")[2].partition("</loc>")[0]
    return text.replace(f"<loc>{home}", f"<loc>{address}").encode()
