"""Fit the navigation of mkdocs.yml to the pages that a guide has, so that another subject needs no edit of it."""

from collections.abc import Sequence
from typing import Any

type Entry = dict[str, Any] | str


def fit(navigation: list[Entry], pages: Sequence[str]) -> list[Entry]:
    """Return the navigation without pages that are not there, and with those that its sections would also list.

    A section that lists the pages of a folder one by one lists all of that folder's. A folder of which it names the
    overview alone, such as one with a page for each of fifty places, stays as it is.
    """
    listed = _listed(navigation)
    return _fit(navigation, pages, [page for page in pages if page not in listed])


def _fit(section: list[Entry], pages: Sequence[str], new: list[str]) -> list[Entry]:
    return [fitted for entry in section if (fitted := _fit_entry(entry, pages, new)) is not None]


def _fit_entry(entry: Entry, pages: Sequence[str], new: list[str]) -> Entry | None:
    target = _target(entry)
    if isinstance(target, str) or isinstance(entry, str):
        return entry if target in pages else None
    section = _fit(_with_new(target, new), pages, new)
    return dict.fromkeys(entry, section) if section else None


def _with_new(section: list[Entry], new: list[str]) -> list[Entry]:
    """Return a section with each new page behind the last listed page of its folder; its own title names it."""
    extended = list(section)
    for page in reversed(new):
        places = [index for index, entry in enumerate(section) if _folder(_target(entry)) == _folder(page) != ""]
        if places:
            extended.insert(places[-1] + 1, page)
    return extended


def _listed(navigation: list[Entry]) -> set[str]:
    targets = [_target(entry) for entry in navigation]
    inner = {page for target in targets if isinstance(target, list) for page in _listed(target)}
    return inner | {target for target in targets if isinstance(target, str)}


def _target(entry: Entry) -> str | list[Entry]:
    return entry if isinstance(entry, str) else next(iter(entry.values()))


def _folder(target: str | list[Entry]) -> str:
    """Return the folder of a page, or nothing for an overview and for a section."""
    if not isinstance(target, str) or target.endswith("index.md"):
        return ""
    return target.rpartition("/")[0]
