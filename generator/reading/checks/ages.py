"""What the schema cannot say about figures that age: each has a year, and a kind that says when it is due again."""

import re
from collections.abc import Iterator
from datetime import date

from generator.problems import Finding, one_of, quote
from generator.reading.yaml_lines import Loc
from recommender.model import Guide
from recommender.money import Amount, AmountCase
from recommender.places import UNKNOWN

_AS_OF = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def check_ages(guide: Guide) -> Iterator[Finding]:
    """Yield figures without a year or a kind, with a kind that does not exist, or with what is no date."""
    kinds = {each.id for each in guide.freshness}
    for loc, as_of, ages in _figures(guide):
        if as_of is None:
            why = "readers see of when it is"
            yield Finding(loc, "has no year", why, "add `as_of:` with the year, or the month or day as 2026-01-31")
        elif _start(as_of) is None:
            why = "nobody could tell how old it is"
            yield Finding((*loc, "as_of"), f"{quote(as_of)} is no date", why, "write it as 2026, 2026-01 or 2026-01-31")
        if ages is None:
            yield Finding(loc, "has no kind of figure", "nobody would look at it again", "add `ages:` with the kind")
    for loc, kind in _kinds(guide):
        if kind is not None and kind not in kinds:
            yield Finding((*loc, "ages"), f"{quote(kind)} is no kind of figure", "it would never be due", one_of(kinds))


def due(guide: Guide, today: date) -> Iterator[Finding]:
    """Yield figures that somebody should look up again by now, counted from the start of their year, month or day."""
    kinds = {each.id: each for each in guide.freshness}
    for loc, as_of, ages in _figures(guide):
        start, kind = _start(as_of or ""), kinds.get(ages or "")
        if start and kind and _months(start, today) >= kind.months:
            why = f"{kind.label} are due after {kind.months} months"
            yield Finding(loc, f"is of {as_of}", why, "look it up again")


def _figures(guide: Guide) -> Iterator[tuple[Loc, str | None, str | None]]:
    """Yield each figure that ages with its place, its year and its kind."""
    for n, figure in enumerate(guide.figures):
        yield ("figures", n), figure.as_of, figure.ages
    for n, amount in enumerate(guide.amounts):
        stated: list[tuple[Loc, Amount | AmountCase]] = [(("amounts", n), amount)]
        stated += [(("amounts", n, "cases", m), case) for m, case in enumerate(amount.cases)]
        yield from ((loc, each.as_of, each.ages) for loc, each in stated if each.claims and each.low is not None)
    for n, place in enumerate(guide.jurisdictions):
        for aspect in guide.aspects:
            fact = place.facts.get(aspect.id)
            if aspect.ages and fact and fact.value != UNKNOWN:
                yield ("jurisdictions", n, "facts", aspect.id), fact.as_of, aspect.ages


def _kinds(guide: Guide) -> Iterator[tuple[Loc, str | None]]:
    for name in ("figures", "amounts", "aspects"):
        yield from (((name, n), each.ages) for n, each in enumerate(getattr(guide, name)))
    for n, amount in enumerate(guide.amounts):
        yield from ((("amounts", n, "cases", m), case.ages) for m, case in enumerate(amount.cases))


def _start(as_of: str) -> date | None:
    """Return the first day of a year, month or day."""
    if not _AS_OF.fullmatch(as_of):
        return None
    try:
        return date.fromisoformat(f"{as_of}-01-01"[:10])
    except ValueError:
        return None


def _months(start: date, end: date) -> int:
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
