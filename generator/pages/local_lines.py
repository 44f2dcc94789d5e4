"""Choose what a reader should know of a place at each stage, by what was found there."""

from generator.pages.page import by
from recommender.model import Guide
from recommender.places import KNOWN, UNKNOWN, Aspect, Jurisdiction, LocalFact, LocalLine
from recommender.sources import Claim


def lines(guide: Guide, place: Jurisdiction) -> list[tuple[str, Claim]]:
    """Return one line for each stage, filled in: the first that holds for the place."""
    fill = {"name": place.name, **{aspect.id: shown(aspect, place.facts[aspect.id]) for aspect in guide.aspects}}
    chosen = [
        (stage, next(line for line in group if _holds(line, place)))
        for stage, group in by(guide.local_lines, lambda line: line.stage)
    ]
    return [(stage, Claim(text=line.text.format(**fill), cites=line.cites)) for stage, line in chosen]


def shown(aspect: Aspect, finding: LocalFact) -> str:
    """Return what was found for an aspect in words."""
    if finding.value == UNKNOWN:
        return UNKNOWN
    if aspect.shown:
        return aspect.shown.format(" ".join(map(_grouped, finding.value.split())))
    return next(value.label for value in aspect.values if value.id == finding.value)


def _grouped(word: str) -> str:
    """Return a number with its thousands apart, as it is read; other words stay."""
    return f"{int(word):,}" if word.isdigit() else word


def _holds(line: LocalLine, place: Jurisdiction) -> bool:
    return all(_matches(place.facts[aspect].value, values) for aspect, values in line.when.items())


def _matches(found: str, values: tuple[str, ...]) -> bool:
    return found in values or (KNOWN in values and found != UNKNOWN)
