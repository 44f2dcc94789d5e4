"""The pages on what differs by jurisdiction: an overview with maps and a table, and a page for each."""

from collections.abc import Iterator
from typing import Any

from generator.pages.page import Edition, Page
from generator.pages.references import References
from recommender.model import Guide
from recommender.places import UNKNOWN, Aspect, Jurisdiction, LocalFact


def places(edition: Edition) -> Page:
    """Return the overview."""
    guide, references = edition.guide, edition.references()
    maps = [_map(guide, aspect, references) for aspect in guide.aspects]
    rows = [(place, [_view(aspect, place) for aspect in guide.aspects]) for place in guide.jurisdictions]
    return edition.page("places", {"maps": maps, "rows": rows}, references)


def each_place(edition: Edition) -> Iterator[Page]:
    """Yield the page of every jurisdiction, with the ways to its neighbours."""
    every = edition.guide.jurisdictions
    for before, place, after in zip((None, *every), every, (*every[1:], None), strict=False):
        yield _place(edition, place, before, after)


def _map(guide: Guide, aspect: Aspect, references: References) -> dict[str, Any]:
    """Return an aspect with its tiles and legend; each value has a number, so that colour never stands alone."""
    found = [place.facts[aspect.id].value for place in guide.jurisdictions]
    legend = [
        (number, value.label, found.count(value.id), references.sentences(value.meaning))
        for number, value in enumerate(aspect.values, start=1)
    ]
    legend.append((0, "Unknown", found.count(UNKNOWN), []))
    return {
        "aspect": aspect,
        "tiles": [(place, _view(aspect, place)) for place in guide.jurisdictions],
        "legend": [entry for entry in legend if entry[2]],
    }


def _place(edition: Edition, place: Jurisdiction, before: Jurisdiction | None, after: Jurisdiction | None) -> Page:
    references = edition.references()
    rows = []
    for aspect in edition.guide.aspects:
        meaning = next((v.meaning for v in aspect.values if v.id == place.facts[aspect.id].value), ())
        rows.append((aspect, _view(aspect, place), references.sentences(meaning)))
    around = {"place": place, "before": before, "after": after}
    values = {"rows": rows, "notes": references.sentences(place.notes), **around}
    return edition.page("place", values, references, item=place.id, of_one={"name": place.name})


def _view(aspect: Aspect, place: Jurisdiction) -> dict[str, Any]:
    finding: LocalFact = place.facts[aspect.id]
    numbered = {value.id: (number, value.label) for number, value in enumerate(aspect.values, start=1)}
    number, label = numbered.get(finding.value, (0, "Unknown"))
    return {"aspect": aspect, "finding": finding, "number": number, "label": label}
