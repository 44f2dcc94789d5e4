"""What the schema cannot say about synonyms: each leads to a page that is there, and no two entries to the same."""

from collections.abc import Iterator

from generator.problems import Finding, nearest, quote
from generator.reading.page_words import addresses
from recommender.model import Guide


def check_synonyms(guide: Guide) -> Iterator[Finding]:
    """Yield synonyms that lead to no page, have no words, or lead where others do."""
    known = {address for entry in guide.pages for address in addresses(guide, entry)}
    seen = set[str]()
    for index, entry in enumerate(guide.synonyms):
        page = entry.page.partition("#")[0]
        if page not in known:
            fix = nearest(page, known) or "see `path` of each entry of pages.yaml"
            yield Finding(("synonyms", index, "page"), f"leads to {quote(page)}", "no page stands there", fix)
        if entry.page in seen:
            why = "the search would know the words of one entry only"
            yield Finding(("synonyms", index, "page"), f"{quote(entry.page)} has synonyms", why, "join the two")
        if not entry.words:
            yield Finding(("synonyms", index, "words"), "is empty", "it would help nobody", "write some, or remove it")
        seen.add(entry.page)
