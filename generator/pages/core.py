"""What a page is, and the order in which everything on it stands."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from generator.load import COLLECTIONS
from generator.references import References
from recommender.model import Guide


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page to render: its file below `docs/`, its template, and the values that the template shows."""

    path: str
    template: str
    values: dict[str, Any]

    @property
    def address(self) -> str:
        """The page's address below the site's root; nothing for the home page."""
        address = self.path.removesuffix(".md").removesuffix("index").rstrip("/")
        return f"{address}/" if address else ""

    @property
    def root(self) -> str:
        """The way from the page's address up to the site's root, as `../` steps."""
        return "../" * self.address.count("/")


def page(path: str, template: str, references: References, **values: Any) -> Page:  # noqa: ANN401 - a template's values
    """Return a page with what stands behind its markers, once all its sentences have been made."""
    return Page(path=path, template=template, values=values | behind(references))


def behind(references: References) -> dict[str, Any]:
    """Return what every template shows below its text: the references and the cards of the markers."""
    return {"references": references.listed(), "cards": references.cards()}


def in_order(guide: Guide) -> Guide:
    """Return the guide with every collection in the order of the page, so that nothing else needs to sort."""
    ordered: dict[str, Any] = {name: tuple(sorted(getattr(guide, name), key=_place)) for name in COLLECTIONS}
    return replace(guide, **ordered)


def by[T](items: Iterable[T], name: Callable[[T], str]) -> list[tuple[str, list[T]]]:
    """Return items in groups by a heading, both in the order in which they come."""
    return [(heading, list(group)) for heading, group in groupby(items, key=name)]


def _place(item: Any) -> tuple[int, str]:  # noqa: ANN401 - any item of any collection
    """Return where an item stands: by its `order`, else by the name under which a reader looks it up."""
    if hasattr(item, "order"):
        return item.order, item.id
    name = next((getattr(item, key) for key in ("term", "name", "label", "date") if hasattr(item, key)), item.id)
    return 0, name.casefold()
