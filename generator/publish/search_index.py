"""Fill the search's index with what pages say to their readers, and with the words by which readers look for them."""

import json
import re
from collections.abc import Iterable, Mapping
from html import escape, unescape
from pathlib import Path
from typing import TypedDict

from generator.problems import BuildError
from generator.publish.search_sections import Section, sections
from recommender.pages import Synonyms

INDEX = Path("search") / "search_index.json"

_WORD = re.compile(r"(?<!['\u2019])[^\W_]+")


class _Found(TypedDict, total=False):
    """What can be found, as the theme reads it: where, its HTML, and how much it counts beside others."""

    location: str
    title: str
    text: str
    also: str
    boost: float


def fill_index(site: Path, synonyms: Iterable[Synonyms]) -> int:
    """Write the index of the built pages below `site` anew and return how many sections it has.

    MkDocs' own says which pages are searched and how much each counts. Its texts run words together, and have a long
    page as one piece; so they are read again from the pages.

    Raises:
        BuildError: if synonyms are for a page or section that is not there.
    """
    file = site / INDEX
    index = json.loads(file.read_text(encoding="utf-8"))
    pages: dict[str, _Found] = {}
    for each in index["docs"]:
        pages.setdefault(each["location"].partition("#")[0], each)
    found = {each["location"]: each for page in pages.values() for each in _page(site, page)}
    _add(synonyms, found)
    index["docs"] = list(found.values())
    file.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    return len(found)


def _page(site: Path, page: _Found) -> Iterable[_Found]:
    """Yield what can be found of a page, itself first."""
    address = page["location"].partition("#")[0]
    for section in sections((site / address / "index.html").read_text(encoding="utf-8")):
        found = _found(f"{address}#{section.id}" if section.id else address, section)
        yield found | {"boost": page["boost"]} if "boost" in page else found


def _found(location: str, section: Section) -> _Found:
    title, *blocks = [escape(text, quote=False) for text in (section.title, *section.blocks)]
    return {"location": location, "title": title, "text": "".join(f"<p>{block}</p>" for block in blocks)}


def _add(synonyms: Iterable[Synonyms], found: Mapping[str, _Found]) -> None:
    """Add what pages are called, and the words of synonyms, to what they lead to."""
    words = {entry.page: _words(*entry.words) for entry in synonyms}
    if lost := sorted(words.keys() - found.keys()):
        raise BuildError(f"synonyms.yaml: leads to {', '.join(lost)}; the search knows no such page or section")
    for location, each in found.items():
        # Home is called what the whole site is called, and nobody needs to search for it.
        called = _words(each["title"]) if location and "#" not in location else []
        others = words.get(location, [])
        if also := [*others, *_marked(dict.fromkeys([*called, *others]))]:
            each["also"] = " ".join(also)


def _words(*phrases: str) -> list[str]:
    """Return the words of phrases, each once: lunr would take more of a word for more of a hit."""
    return list(dict.fromkeys(word for phrase in phrases for word in _WORD.findall(unescape(phrase).lower())))


def _marked(words: Iterable[str]) -> list[str]:
    """Return words in a form that no text has, which their beginning finds too.

    lunr lets a word count for less the more sections have it. What a page is called is to count, however common it is.
    """
    return [f"{word}_" for word in words]
