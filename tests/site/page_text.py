"""What a reader is told by a built page: its text, and what is said of it and of its parts beside that."""

from html.parser import HTMLParser
from pathlib import Path

_TOLD = {"alt", "aria-label", "data-md-title", "placeholder", "title", "data-words"}
_UNSEEN = {"script", "style"}


def told(file: Path) -> list[str]:
    """Return every text of a page, of its templates too, with titles, labels and what search engines are told."""
    page = _Page()
    page.feed(file.read_text())
    return page.texts


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._unseen += tag in _UNSEEN
        named = given.get("name") or given.get("property") or ""
        if tag == "meta" and (named == "description" or named.startswith(("og:", "twitter:"))):
            self.texts.append(given.get("content") or "")
        self.texts += [value for name, value in attrs if name in _TOLD and value]

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.texts.append(data)
