"""Write the service worker that opens the site without a line, and say in pages how much a browser keeps for that."""

import gzip
import json
import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from hashlib import sha256
from pathlib import Path

from generator.problems import DataError, Problem
from generator.publish.change_pages import change_pages

WORKER = "service-worker.js"
_PARTS = ("core", "routing", "strategies", "precaching")
"""Of Workbox, in the order in which one needs the other."""
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*\n?", re.MULTILINE)
_NAMED_BY_CONTENT = re.compile(r"assets/(?!plain/).*[./][0-9a-f]{8,}(?=[./]).*\.(?:bin|css|js|svg|woff2)$")
_ALONE = '<meta name="robots" content="noindex">'
"""Pages with this are for a frame on another site, or for an address where nothing is."""
_LISTS = ("sitemap.xml", "search/search_index.json")
"""What the theme asks for beside pages: which addresses are the site's own, and where words stand."""
_PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml"}
"""Files that every server sends zipped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a browser keeps: the number of files, and their bytes over the line and on its disk."""

    files: int
    line: int
    disk: int


def keep_offline(site: Path, widgets: Path) -> Kept:
    """Write the service worker into `site`, whose pages are whole but for the size of what it keeps, and return that.

    Raises:
        DataError: if Workbox is not installed below `widgets`.
    """
    found = [file for file in sorted(site.rglob("*")) if file.is_file() and _is_kept(site, file)]
    sent = [(file, file.read_bytes()) for file in found]
    kept = Kept(
        files=len(found),
        line=sum(len(gzip.compress(each, 6)) if file.suffix in _PACKED else len(each) for file, each in sent),
        disk=sum(len(each) for _, each in sent),
    )
    _fill_in(site, {"line": kept.line, "disk": kept.disk})
    entries = [_entry(site, file) for file in found]
    script = (widgets / "offline" / WORKER).read_text(encoding="utf-8")
    lists = f"self.FILES = {json.dumps(entries, separators=(',', ':'))};\n"
    (site / WORKER).write_text("".join(_workbox(widgets)) + lists + script, encoding="utf-8")
    return kept


def _is_kept(site: Path, file: Path) -> bool:
    path = file.relative_to(site).as_posix()
    if file.name == "index.html":
        return _ALONE not in file.read_text(encoding="utf-8")
    return path in _LISTS or bool(_NAMED_BY_CONTENT.match(path))


def _entry(site: Path, file: Path) -> dict[str, str | None]:
    """Return what Workbox is told of a file; a page that is not the one of this deployment ends the installation."""
    path = file.relative_to(site).as_posix()
    if _NAMED_BY_CONTENT.match(path):
        return {"url": path, "revision": None}
    digest = sha256(file.read_bytes()).digest()
    entry: dict[str, str | None] = {"url": path.removesuffix("index.html") or "./", "revision": digest.hex()[:12]}
    # A server may send the list of addresses as those at which it stands itself.
    return entry if path == _LISTS[0] else entry | {"integrity": f"sha256-{b64encode(digest).decode()}"}


def _fill_in(site: Path, sizes: dict[str, int]) -> None:
    """Write sizes in megabytes where pages have room for them."""
    rooms = {f'<span data-size="{name}"></span>': f"<span>{size / 1e6:.0f} MB</span>" for name, size in sizes.items()}
    change_pages(site, lambda text: reduce(lambda page, filled: page.replace(*filled), rooms.items(), text))


def _workbox(widgets: Path) -> Iterator[str]:
    """Yield the parts of Workbox, as it has built them itself."""
    for part in _PARTS:
        home = widgets / "offline" / "node_modules" / f"workbox-{part}"
        file = home / "build" / f"workbox-{part}.prod.js"
        if not file.is_file():
            raise DataError([_missing(file)])
        version = json.loads((home / "package.json").read_bytes())["version"]
        text = _SOURCE_MAP.sub("", file.read_text(encoding="utf-8")).strip()
        yield f"// workbox-{part} {version}, MIT license\n{text}\n"


def _missing(file: Path) -> Problem:
    what, why = "is not installed", "without it the site does not open offline"
    return Problem(file=file, line=1, path="", what=what, why=why, fix="run `make setup`")
