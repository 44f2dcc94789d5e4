"""What a page is, and the edition of the guide from which all pages of one build are made."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from generator.pages.references import Index, References, index
from generator.reading.page_words import address, filling, page_file
from recommender.model import Guide
from recommender.pages import PageWords
from recommender.sources import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page to render: its kind, its file below `docs/`, and the values that the template of its kind shows.

    Its address is from the site's root, and empty for the home page.
    """

    kind: str
    path: str
    address: str
    values: Mapping[str, Any]

    @property
    def template(self) -> str:
        """The file of the template."""
        return f"{self.kind}.md"

    @property
    def root(self) -> str:
        """The way from the page's address up to the site's root, as `../` steps."""
        return "../" * self.address.count("/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A guide with what is made once for all of its pages; `assets` tells where the browser's files are.

    `abbreviations` are by model, `kinds` by their names, and `filling` is what every page's texts are filled with.
    """

    guide: Guide
    assets: Mapping[str, str]
    index: Index
    abbreviations: Mapping[str, str]
    kinds: Mapping[str, PageWords]
    filling: Mapping[str, str]

    def references(self, kind: str, answer: Iterable[Claim] = ()) -> References:
        """Return what gathers the sources of a page; it opens with the `answer` of its item, or of its kind."""
        return References(self.index, answer or self.kinds[kind].answer, explain=kind != "glossary")

    def words(self, kind: str, **of_one: str) -> dict[str, str]:
        """Return the texts of a kind of page, filled in; `of_one` says of which item it is, where it is of one."""
        entry = self.kinds[kind]
        texts = {"title": entry.title, "description": entry.description, "heading": entry.heading or entry.title}
        texts["opening"] = entry.opening or ""
        fill = {**self.filling, **of_one}
        return {name: text.format(**fill) for name, text in {**texts, **entry.words}.items()}

    def page(
        self,
        kind: str,
        values: Mapping[str, Any],
        references: References | None = None,
        *,
        item: str = "",
        of_one: Mapping[str, str] | None = None,
    ) -> Page:
        """Return a page of a kind, once all its sentences have been made: what stands behind their marks comes along.

        `item` is the id of what the page is about, if it is about one, and `of_one` what fills its texts then.
        """
        behind: dict[str, Any] = {"answer": []}
        if references:
            behind = {"answer": references.opening, "references": references.listed(), "cards": references.cards()}
        shown = {**values, **behind, "words": self.words(kind, **(of_one or {}))}
        entry = self.kinds[kind]
        return Page(kind=kind, path=page_file(entry, item), address=address(entry, item), values=shown)


def edition_of(guide: Guide, assets: Mapping[str, str]) -> Edition:
    """Return the edition of a guide whose collections are in order."""
    return Edition(
        guide=guide,
        assets=assets,
        index=index(guide),
        abbreviations={model.id: model.abbreviation for model in guide.models},
        kinds={entry.id: entry for entry in guide.pages},
        filling=filling(guide),
    )


def by[T](items: Iterable[T], name: Callable[[T], str]) -> list[tuple[str, list[T]]]:
    """Return items in groups by a heading, both in the order in which they come."""
    return [(heading, list(group)) for heading, group in groupby(items, key=name)]
