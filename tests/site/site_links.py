"""Follow every internal link and anchor of a built site, without a browser."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

_ADDRESSES = {"a": "href", "link": "href", "script": "src", "img": "src"}


def broken_links(site: Path) -> list[str]:
    """Return `page: link` for each link below `site` whose file or anchor does not exist.

    A fragment with an equals sign carries answers and names no anchor. The 404 page is left out: GitHub Pages shows it
    at any address, so that its links are absolute.
    """
    pages = {file: _read(file) for file in sorted(site.rglob("*.html")) if file.name != "404.html"}
    return [
        f"{file.relative_to(site)}: {link}"
        for file, page in pages.items()
        for link in page.links
        if not _leads_somewhere(file, link, pages)
    ]


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if link := given.get(_ADDRESSES.get(tag, "")):
            self.links.append(link)
        if name := given.get("id"):
            self.ids.add(name)


def _read(file: Path) -> _Page:
    page = _Page()
    page.feed(file.read_text())
    return page


def _leads_somewhere(file: Path, link: str, pages: dict[Path, _Page]) -> bool:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return True
    target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
    if target.is_dir():
        target /= "index.html"
    if not target.is_file():
        return False
    return not parts.fragment or "=" in parts.fragment or unquote(parts.fragment) in pages[target].ids
