"""Make the navigation of a guide: what its data list, below their headings and in their order."""

from collections.abc import Collection, Iterator

from generator.reading.page_words import items, page_file
from recommender.model import Guide
from recommender.pages import Listed

type Entry = dict[str, str | list[Entry]] | str
"""A page by its name or by its own title alone, or a heading with what stands below it, as mkdocs.yml writes them."""


def navigation(guide: Guide) -> list[Entry]:
    """Return the whole navigation of a guide whose collections are in order."""
    sections: dict[str, list[Entry]] = {}
    whole: list[Entry] = []
    for listed, page in sorted(_listed(guide), key=lambda each: each[0].order):
        entry: Entry = {listed.name: page} if listed.name else page
        if listed.section is None:
            whole.append(entry)
        elif listed.section in sections:
            sections[listed.section].append(entry)
        else:
            sections[listed.section] = [entry]
            whole.append({listed.section: sections[listed.section]})
    return whole


def present(whole: list[Entry], pages: Collection[str]) -> list[Entry]:
    """Return a navigation without pages that are not there, and without headings below which nothing is left."""
    return [left for entry in whole if (left := _present(entry, pages))]


def _present(entry: Entry, pages: Collection[str]) -> Entry | None:
    if isinstance(entry, str):
        return entry if entry in pages else None
    ((name, target),) = entry.items()
    left = present(target, pages) if isinstance(target, list) else target in pages
    return {name: left if isinstance(left, list) else target} if left else None


def _listed(guide: Guide) -> Iterator[tuple[Listed, str]]:
    """Yield every listed page with its file; walkthroughs and topics are listed one by one, apart from their kinds."""
    kinds = {entry.id: entry for entry in guide.pages}
    for entry in guide.pages:
        if entry.listed:
            yield from ((entry.listed, page_file(entry, item)) for item in items(guide, entry.id))
    for kind, each in (("walkthrough", guide.walkthroughs), ("topic", guide.topics)):
        yield from ((item.listed, page_file(kinds[kind], item.id)) for item in each if item.listed)
