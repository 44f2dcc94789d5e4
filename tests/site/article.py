"""What a reader reads of a built page: the blocks of its article, without marks, cards and lists of sources."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

_BLOCKS = {
    "p",
    "li",
    "dt",
    "dd",
    "td",
    "th",
    "h1",
    "h2",
    "h3",
    "h4",
    "summary",
    "label",
    "legend",
    "caption",
    "div",
    "q",
}
_VOID = {"br", "img", "input", "meta", "link", "hr", "source", "wbr", "progress"}
_UNREAD_TAGS = {"script", "style", "template", "svg", "noscript", "nav", "select"}
_UNREAD = {"cites", "card-source", "references", "headerlink", "unseen", "where"}


@dataclass(slots=True, kw_only=True)
class Article:
    """The text of a page, block by block, the claims with which it opens, and how many marks stand in it."""

    blocks: list[str] = field(default_factory=list)
    opening: list[str] = field(default_factory=list)
    marks: int = 0

    @property
    def words(self) -> int:
        """How many words the blocks have."""
        return sum(len(block.split()) for block in self.blocks)

    @property
    def text(self) -> str:
        """The blocks as sentences, one after another."""
        return " ".join(block if block[-1] in ".?!" else f"{block}." for block in self.blocks)


def articles(site: Path) -> Iterator[tuple[str, Article]]:
    """Yield every page of a built site by its address, from the site's root, with its article."""
    for file in sorted(site.rglob("index.html")):
        yield file.parent.relative_to(site).as_posix(), read_article(file.read_text())


def read_article(html: str) -> Article:
    """Return the article of a page."""
    reader = _Reader()
    reader.feed(html)
    reader.finish()
    return reader.article


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.article = Article()
        self._open: list[tuple[str, bool, bool]] = []
        self._block = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = set((dict(attrs).get("class") or "").split())
        self.article.marks += "cite" in classes and tag == "button"
        if tag in _VOID:
            return
        if tag in _BLOCKS:
            self.finish()
        self._open.append((tag, tag in _UNREAD_TAGS or bool(classes & _UNREAD), "opening" in classes))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.finish()
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        in_article = any(tag == "article" for tag, _, _ in self._open)
        if in_article and not any(unread for _, unread, _ in self._open):
            self._block += data

    def finish(self) -> None:
        block, self._block = " ".join(self._block.split()), ""
        if any(sign.isalpha() for sign in block):
            self.article.blocks.append(block)
            if any(opening for _, _, opening in self._open):
                self.article.opening.append(block)
