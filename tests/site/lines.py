"""A line to the site that breaks and comes back, and deployments that follow each other on it."""

import os
import shutil
import socket
from collections.abc import Mapping
from pathlib import Path
from typing import Any, override

from browser_fixtures import PATH
from generator.publish.offline import WORKER, keep_offline
from generator.publish.serve import SiteHandler, SiteServer
from shared import ROOT

SMALL = (
    "index.html",
    "404.html",
    "choose/index.html",
    "how-it-works/index.html",
    "compare/index.html",
    "embed/index.html",
)
_KEPT = ("native", "python", "adviser", "web", "fonts", "javascripts", "stylesheets")
_NAMED = ("assets/python/*", "assets/adviser/*", "assets/web/*", "assets/*.*.css", "assets/javascripts/bundle.*.min.js")
NUMBER = "deed{:08x}"
"""How what a deployment has is named, instead of by its content."""

KEPT = "() => document.querySelector('offline-note [role=status]').textContent.includes('works offline now')"
"""Whether the page has said so."""


class Fresh(SiteHandler):
    """Lets no browser keep what it was sent, as if ten minutes had passed each time."""

    always: Mapping[str, str] = {"Cache-Control": "no-cache"}


class Line(SiteServer):
    """Serves a site until the line is cut; what has been connected is cut off as well."""

    def __init__(self, site: Path, handler: type[SiteHandler] = SiteHandler) -> None:
        super().__init__(site, PATH, handler=handler)
        self._broken = False
        self._connected: list[socket.socket] = []

    @override
    def get_request(self) -> tuple[socket.socket, Any]:
        request, address = super().get_request()
        self._connected.append(request)
        return request, address

    @override
    def verify_request(self, request: Any, client_address: Any) -> bool:
        return not self._broken

    @override
    def server_close(self) -> None:
        super().server_close()
        self.cut()

    def cut(self) -> None:
        """Answer nobody any more."""
        self._broken = True
        for each in self._connected:
            try:
                each.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # it was closed before
        self._connected.clear()

    def mend(self) -> None:
        """Answer again."""
        self._broken = False


def small_site(site: Path, folder: Path) -> Path:
    """Return a copy of the site with a few pages, which is kept in a moment."""
    wanted = [site / page for page in SMALL] + [file for part in _KEPT for file in (site / "assets" / part).rglob("*")]
    single = [*site.glob("assets/*.*"), site / "sitemap.xml", site / "search" / "search_index.json"]
    for file in filter(Path.is_file, wanted + single):
        place = folder / file.relative_to(site)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.read_bytes())
    keep_offline(folder, ROOT / "widgets")
    return folder


def deployment(small: Path, number: int) -> Path:
    """Return a copy of a small site that names all that it runs by its number, as if all of it were new."""
    folder = small.with_name(f"deployment-{number}")
    shutil.copytree(small, folder, copy_function=os.link)
    (folder / WORKER).unlink()
    name = NUMBER.format(number)
    named = {}
    for file in (file for pattern in _NAMED for file in folder.glob(pattern)):
        new = file.with_name(name if file.is_dir() else f"{file.name.partition('.')[0]}.{name}{file.suffix}")
        named[file.relative_to(folder).as_posix()] = file.rename(new).relative_to(folder).as_posix()
    for page in folder.rglob("*.html"):
        text = page.read_text()
        for old, new_name in named.items():
            text = text.replace(old, new_name)
        mark = text.partition('<meta name="edition" content="')[2].partition('"')[0]
        page.unlink()  # it is one with that of the copy
        page.write_text(text.replace(f'content="{mark}"', f'content="{name}"'))
    keep_offline(folder, ROOT / "widgets")
    return folder
