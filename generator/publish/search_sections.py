"""Read what a built page says to its readers, section by section, as the search is to know it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import override
from xml.etree.ElementTree import HTML_EMPTY

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NAMES = _HEADINGS | {"th", "dt"}
"""What names a section, if it is the first of its kind in there."""

_UNREAD = frozenset(
    {
        "button",
        "dialog",
        "form",
        "iframe",
        "nav",
        "noscript",
        "object",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "thead",
    }
)
"""Elements that say nothing of the subject, or not before somebody acts."""

_UNSHOWN = frozenset({"hidden", "popover", "data-search-exclude"})
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "cite", "code", "data", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "small"}
    | {"span", "strong", "sub", "sup", "time", "u", "var"}
)
"""Elements between which words go on; all others end a block."""


@dataclass(slots=True, kw_only=True)
class Section:
    """A part of a page that can be found by itself: the name of its place, its title, its text block by block.

    The first of a page has no `id`: it is the page, up to the first section. What is not `shown` is not to be found.
    """

    id: str = ""
    title: str = ""
    blocks: list[str] = field(default_factory=list)
    shown: bool = True


def sections(html: str) -> list[Section]:
    """Return the sections of a page, the page itself first.

    A heading with an `id` begins one, as do a table's row with an `id`, an element with an `id` that holds a heading
    without, and in a list that has `data-search-each` every element with an `id`.
    """
    page = _Page()
    page.feed(html)
    page.close()
    return [section for section in page.sections if section.shown]


@dataclass(slots=True, kw_only=True)
class _Element:
    """An open element; `ends` is the section that ends with it."""

    tag: str
    id: str
    read: bool
    each: bool
    ends: Section | None = None


class _Page(HTMLParser):
    """Gathers the text of a page's article."""

    def __init__(self) -> None:
        super().__init__()
        self.sections = [Section()]
        self._within = [self.sections[0]]
        self._open: list[_Element] = []
        self._words: list[str] = []
        self._named: _Element | None = None

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _INLINE:
            self._end_block()
        if tag in HTML_EMPTY or not (self._open or tag == "article"):
            return
        given = dict(attrs)
        element = _Element(
            tag=tag,
            id=given.get("id") or "",
            read=(not self._open or self._open[-1].read) and not _left_out(tag, given),
            each="data-search-each" in given,
        )
        self._begin(element, of_each=bool(self._open) and self._open[-1].each)
        self._open.append(element)

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self._end_block()
        while self._open and tag in {each.tag for each in self._open}:
            element = self._open.pop()
            if element is self._named:
                self._named = None
            if element.ends in self._within:
                del self._within[self._within.index(element.ends) :]
            if element.tag == tag:
                break

    @override
    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1].read:
            self._words.append(data)

    def _begin(self, element: _Element, *, of_each: bool) -> None:
        """Begin the section that an element is or names, if it does."""
        if element.tag in _HEADINGS and self._within[0].title:
            self._headed(element)
        elif element.read and element.id and (element.tag == "tr" or of_each):
            self._start(element.id, element)
        if element.tag in _NAMES and element.read and not self._within[-1].title:
            self._named = element

    def _headed(self, heading: _Element) -> None:
        """Begin the section below a heading; it ends with what holds it, or at the next one."""
        parent = self._open[-1]
        if heading.id:
            if parent.ends in self._within:
                del self._within[self._within.index(parent.ends) :]
            self._start(heading.id, parent, shown=heading.read)
        elif heading.read and parent.id and parent.ends is None:
            self._start(parent.id, parent)

    def _start(self, name: str, until: _Element, *, shown: bool = True) -> None:
        section = Section(id=name, shown=shown and self._within[-1].shown)
        self.sections.append(section)
        self._within.append(section)
        until.ends = section

    def _end_block(self) -> None:
        text, self._words = " ".join("".join(self._words).split()), []
        if not text:
            return
        if self._named:
            self._within[-1].title = text
        elif text != self._within[-1].title:  # as a caption repeats it
            self._within[-1].blocks.append(text)


def _left_out(tag: str, given: dict[str, str | None]) -> bool:
    link_to_itself = tag == "a" and given.get("class") == "headerlink"
    return tag in _UNREAD or bool(_UNSHOWN & given.keys()) or given.get("aria-hidden") == "true" or link_to_itself
