"""The pages on what differs by jurisdiction: an overview with maps and a table, and a page for each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.pages.local_lines import lines, shown
from generator.pages.page import Edition, Page
from generator.pages.references import References
from recommender.model import Guide
from recommender.places import UNKNOWN, Aspect, Jurisdiction, LocalFact


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What was found for an aspect of a place, in words; its `number` stands for it on a map, where 0 is unknown."""

    aspect: Aspect
    finding: LocalFact
    number: int
    label: str


def places(edition: Edition) -> Page:
    """Return the overview."""
    guide, references = edition.guide, edition.references("places")
    maps = [_map(guide, aspect, references) for aspect in guide.aspects if aspect.in_result]
    columns = [aspect for aspect in guide.aspects if aspect.in_result or aspect.shown]
    rows = [(place, [_view(aspect, place) for aspect in columns]) for place in guide.jurisdictions]
    return edition.page("places", {"maps": maps, "columns": columns, "rows": rows}, references)


def each_place(edition: Edition) -> Iterator[Page]:
    """Yield the page of every jurisdiction, with the ways to its neighbours and to the ones before and after it."""
    every = edition.guide.jurisdictions
    for before, place, after in zip((None, *every), every, (*every[1:], None), strict=False):
        yield _place(edition, place, before, after)


def _map(guide: Guide, aspect: Aspect, references: References) -> dict[str, Any]:
    """Return an aspect with its tiles and legend; each value has a number, so that colour never stands alone."""
    found = [place.facts[aspect.id].value for place in guide.jurisdictions]
    references.section()
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
    """Return the page of a place: what follows from it at each stage, then all that was found."""
    told = lines(edition.guide, place)
    references = edition.references("place", [claim for _, claim in told])
    notes = references.section(place.notes)
    references.section()
    rows = []
    for aspect in (each for each in edition.guide.aspects if place.facts[each.id].value != UNKNOWN):
        meaning = next((v.meaning for v in aspect.values if v.id == place.facts[aspect.id].value), ())
        rows.append((_view(aspect, place), references.sentences(meaning)))
    values = {
        "stages": [(stage, sentence) for (stage, _), sentence in zip(told, references.opening, strict=True)],
        "notes": notes,
        "found": rows,
        "unknown": [each.name for each in edition.guide.aspects if place.facts[each.id].value == UNKNOWN],
        "place": place,
        "parent": edition.words("places")["title"],
        "around": [each for each in edition.guide.jurisdictions if each.id in place.neighbours],
        "before": before,
        "after": after,
    }
    return edition.page("place", values, references, item=place.id, of_one={"name": place.name})


def _view(aspect: Aspect, place: Jurisdiction) -> View:
    finding = place.facts[aspect.id]
    numbers = {value.id: number for number, value in enumerate(aspect.values, start=1)}
    label = shown(aspect, finding)
    number = numbers.get(finding.value, 0)
    return View(aspect=aspect, finding=finding, number=number, label=label[0].upper() + label[1:])
