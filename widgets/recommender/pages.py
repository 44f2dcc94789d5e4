"""The part of the schema that holds what pages are called, where they stand, and their words of the subject."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from recommender.sources import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """How the navigation lists a page: in which order, below which heading, and by which name.

    Without a `section` it stands beside the headings; without a `name` it goes by its own title.
    """

    order: int
    section: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """One kind of page: what it is called, where it stands, and its words that are of the subject.

    `id` is the kind, and the name of its template. `path` is its folder below the site's root, which the home page has
    none of. `heading` stands above the text where that is not the `title`. A page opens with its `answer`, or with its
    `opening` if it claims nothing; that of one item with what the item says. A kind that is not `listed` is reached
    from others. In all texts, `{…}` is filled in; in `words` and `opening`, `[…](address)` is a link, from the site's
    root.
    """

    id: str
    title: str
    description: str
    path: str | None = None
    heading: str | None = None
    listed: Listed | None = None
    opening: str | None = None
    answer: tuple[Claim, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonyms:
    """Words by which readers look for a page that does not use them; `page` is its address, or that of its section."""

    id: str
    page: str
    words: tuple[str, ...]
