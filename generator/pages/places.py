"""The pages on what differs by jurisdiction: an overview with maps and a table, and a page for each."""

from collections.abc import Iterator
from typing import Any

from generator.pages.core import Page, page
from generator.pages.references import References
from recommender.content import UNKNOWN, Aspect, Jurisdiction, LocalFact
from recommender.model import Guide


def place_pages(guide: Guide, assets: dict[str, str]) -> Iterator[Page]:
    """Yield the overview and a page for each jurisdiction."""
    yield _overview(guide, assets)
    places = guide.jurisdictions
    for before, place, after in zip((None, *places), places, (*places[1:], None), strict=False):
        yield _place(guide, place, before, after)


def _overview(guide: Guide, assets: dict[str, str]) -> Page:
    references = References(guide)
    maps = [_map(guide, aspect, references) for aspect in guide.aspects]
    rows = [(place, [_view(aspect, place) for aspect in guide.aspects]) for place in guide.jurisdictions]
    return page("states/index.md", "states.md", references, maps=maps, rows=rows, script=assets["sort"])


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


def _place(guide: Guide, place: Jurisdiction, before: Jurisdiction | None, after: Jurisdiction | None) -> Page:
    references = References(guide)
    rows = []
    for aspect in guide.aspects:
        meaning = next((v.meaning for v in aspect.values if v.id == place.facts[aspect.id].value), ())
        rows.append((aspect, _view(aspect, place), references.sentences(meaning)))
    notes = references.sentences(place.notes)
    around = {"before": before, "after": after}
    return page(f"states/{place.id}.md", "state.md", references, place=place, rows=rows, notes=notes, **around)


def _view(aspect: Aspect, place: Jurisdiction) -> dict[str, Any]:
    finding: LocalFact = place.facts[aspect.id]
    numbered = {value.id: (number, value.label) for number, value in enumerate(aspect.values, start=1)}
    number, label = numbered.get(finding.value, (0, "Unknown"))
    return {"aspect": aspect, "finding": finding, "number": number, "label": label}
