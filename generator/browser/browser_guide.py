"""Choose the part of a guide that the recommender reasons with and shows in the page."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, get_origin

from generator.reading.load import COLLECTIONS
from recommender.model import Guide, Model
from recommender.money import Local
from recommender.places import Aspect, Jurisdiction
from recommender.prose import Walkthrough
from recommender.renewal import DayNote
from recommender.setting import speaks
from recommender.sources import Claim, Statement

_REASONED_WITH = (
    *("sources", "models", "concerns", "questions", "rules", "aspects", "jurisdictions", "thresholds", "figures"),
    *("amounts", "expenses", "provider_questions", "moves", "likelihoods", "calibration", "strengths", "situations"),
    *("entries", "quote_lines", "quote_parts", "day_notes", "acts"),
)


def for_browser(guide: Guide) -> Guide:
    """Return the part of the guide that the recommender reasons with and shows."""
    cited = {cite for rule in guide.rules for cite in rule.cites} | {
        cite for move in guide.moves for cite in move.cites
    }
    claims = [
        claim for each in guide.amounts for claim in (*each.claims, *(c for case in each.cases for c in case.claims))
    ]
    cited |= {cite for claim in (*claims, *_of_dates(guide)) for cite in claim.cites}
    sources = (
        replace(source, statements=tuple(_place_only(s) for s in source.statements if f"{source.id}#{s.id}" in cited))
        for source in guide.sources
    )
    names_only: dict[str, Any] = {field.name: () for field in fields(Model) if get_origin(field.type) is tuple}
    counted = {amount.local.aspect: amount.local for amount in guide.amounts if amount.local}
    told = [aspect for aspect in guide.aspects if aspect.in_result or aspect.id in counted]
    parts: dict[str, Any] = {name: () for name in COLLECTIONS if name not in _REASONED_WITH}
    return replace(
        guide,
        short_answer=(),
        **parts
        | {
            "sources": tuple(source for source in sources if source.statements),
            "models": tuple(replace(m, roles={}, icon=None, fit=None, **names_only) for m in guide.models),
            "aspects": tuple(_labels_only(aspect) for aspect in told),
            "jurisdictions": tuple(_bare(place, told, counted) for place in guide.jurisdictions),
            "thresholds": tuple(replace(each, what=(), counting=()) for each in guide.thresholds),
            "expenses": tuple(replace(each, claims=()) for each in guide.expenses),
            "provider_questions": tuple(replace(each, why=()) for each in guide.provider_questions),
            "figures": tuple(replace(each, claims=()) for each in guide.figures if each.ruler),
            "questions": tuple(replace(each, why=None) for each in guide.questions),
            "situations": tuple(replace(each, help="", opening="", asks=()) for each in guide.situations),
            "rules": tuple(replace(each, argued={}, note=None) for each in guide.rules),
            "walkthroughs": tuple(_dates_only(each) for each in guide.walkthroughs if each.checklist),
        },
    )


def _place_only(statement: Statement) -> Statement:
    """Return where a statement stands; what it says stands on the pages, to which a result leads."""
    return replace(statement, claim="", quote=None, note=None)


def _of_dates(guide: Guide) -> Iterator[Claim | DayNote]:
    """Yield what a result says of dates with its sources."""
    yield from guide.day_notes
    yield from guide.renewal.claims if guide.renewal else ()


def _dates_only(walkthrough: Walkthrough) -> Walkthrough:
    """Return the dates of a walkthrough; their sources stand on its page."""
    dates = tuple(replace(due, cites=()) for due in walkthrough.checklist)
    return replace(walkthrough, summary="", answer=(), steps=(), listed=None, checklist=dates)


def _labels_only(aspect: Aspect) -> Aspect:
    return replace(aspect, values=tuple(replace(value, meaning=()) for value in aspect.values))


def _bare(place: Jurisdiction, told: list[Aspect], counted: Mapping[str, Local]) -> Jurisdiction:
    """Return a place with the values that are told or counted with; their sources stand on its page."""
    facts = {
        aspect.id: place.facts[aspect.id]
        for aspect in told
        if aspect.in_result or speaks(counted[aspect.id], place.facts[aspect.id])
    }
    findings = {
        name: replace(fact, url=None, note=None, source=None, as_of=fact.as_of if name in counted else None)
        for name, fact in facts.items()
    }
    return replace(place, facts=findings, neighbours=(), register=None, notes=())
