"""What a page is: its file, its template, and the values that the template shows."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from generator.pages.references import References


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


def by[T](items: Iterable[T], name: Callable[[T], str]) -> list[tuple[str, list[T]]]:
    """Return items in groups by a heading, both in the order in which they come."""
    return [(heading, list(group)) for heading, group in groupby(items, key=name)]
