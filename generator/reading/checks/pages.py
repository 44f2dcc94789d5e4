"""What the schema cannot say about pages: each has its words and an address of its own, and links lead to one."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from generator.problems import Finding, brief, nearest, one_of, quote
from generator.reading.checks.wording import check_sentence
from generator.reading.page_words import LINK, NEEDED, OF_ONE, UNOPENED, addresses, filling
from generator.reading.yaml_lines import Loc
from recommender.model import Guide
from recommender.pages import PageWords

_FOLDER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FIXED = {"home": (None, "readers enter the site there"), "embed": ("embed", "the script on other sites looks there")}


def check_pages(guide: Guide) -> Iterator[Finding]:
    """Yield kinds of pages that have no entry, and entries that are none."""
    kinds = [entry.id for entry in guide.pages]
    for kind in sorted(NEEDED.keys() - set(kinds)):
        yield Finding(("pages",), f"has no `{kind}`", "that page would have no words", f"add `- id: {kind}` to it")
    for index, kind in enumerate(kinds):
        if kind not in NEEDED:
            fix = nearest(kind, NEEDED) or one_of(NEEDED)
            yield Finding(("pages", index, "id"), f"{quote(kind)} is no kind of page", "nothing would show it", fix)


def check_page_words(guide: Guide) -> Iterator[Finding]:
    """Yield words that a page lacks or does not show, and placeholders that nothing fills in."""
    common = frozenset(filling(guide))
    for index, entry in enumerate(guide.pages):
        loc: Loc = ("pages", index)
        yield from _words(entry, (*loc, "words"))
        yield from _opening(entry, loc)
        known = common | set(OF_ONE.get(entry.id, ()))
        names = ("title", "description", "heading", "opening")
        texts: dict[Loc, str | None] = {(name,): getattr(entry, name) for name in names}
        texts |= {("words", name): text for name, text in entry.words.items()}
        for place, text in texts.items():
            yield from (each._replace(loc=(*loc, *place)) for each in check_sentence(text or "", known))


def check_addresses(guide: Guide) -> Iterator[Finding]:
    """Yield pages that stand nowhere or where another one does, and links that lead to no page."""
    found = Counter(at for entry in guide.pages for at in addresses(guide, entry))
    for index, entry in enumerate(guide.pages):
        loc: Loc = ("pages", index)
        yield from _folder(entry, (*loc, "path"))
        if any(found[at] > 1 for at in addresses(guide, entry)):
            yield Finding((*loc, "path"), "is taken", "one page would replace the other", "choose another")
        texts: dict[Loc, str] = {("words", name): text for name, text in entry.words.items()}
        for place, text in {("opening",): entry.opening or "", **texts}.items():
            yield from _links(text, (*loc, *place), found)
    for index, walkthrough in enumerate(guide.walkthroughs):
        for number, step in enumerate(walkthrough.steps):
            yield from _links(step.more or "", ("walkthroughs", index, "steps", number, "more"), found)


def _links(text: str, loc: Loc, found: Mapping[str, int]) -> Iterator[Finding]:
    for link in LINK.finditer(text):
        if link["address"].partition("#")[0] not in found:
            what = f"links to {quote(link['address'])}"
            yield Finding(loc, what, "no page stands there", "see `path` of each entry")


def _opening(entry: PageWords, loc: Loc) -> Iterator[Finding]:
    """Yield pages that open with nothing, or with two things."""
    count = bool(entry.opening) + bool(entry.answer)
    if entry.id in UNOPENED and count:
        name = "answer" if entry.answer else "opening"
        why = "that page opens with what its item or its form says"
        yield Finding((*loc, name), "is not shown", why, "remove it")
    if entry.id in NEEDED and entry.id not in UNOPENED and count != 1:
        what = "has both `answer` and `opening`" if count else "has no `answer` and no `opening`"
        yield Finding(loc, what, "a page opens with one answer", "write the one that fits: an `answer` has citations")


def _words(entry: PageWords, loc: Loc) -> Iterator[Finding]:
    wanted = set(NEEDED.get(entry.id, entry.words))
    for name in sorted(wanted - entry.words.keys()):
        yield Finding(loc, f"has no {quote(name)}", "the page would have a gap", f"add `{brief(name)}:`")
    for name in sorted(entry.words.keys() - wanted):
        fix = nearest(name, wanted) or (one_of(wanted) if wanted else "remove it")
        yield Finding((*loc, name), f"{quote(name)} is no word of that page", "nothing would show it", fix)


def _folder(entry: PageWords, loc: Loc) -> Iterator[Finding]:
    wanted, why = _FIXED.get(entry.id, (entry.path, ""))
    if entry.path != wanted:
        yield Finding(loc, f"is {brief(entry.path)}", why, f"write `path: {wanted or 'null'}`")
    elif entry.id not in _FIXED and not _FOLDER.fullmatch(entry.path or ""):
        what = f"{quote(entry.path)} cannot be a folder" if entry.path else "is missing"
        yield Finding(loc, what, "the page would stand nowhere", "use a-z, 0-9, and - between them")
