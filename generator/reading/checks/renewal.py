"""What the schema cannot say about dates: they are counted from fields that exist, for answers that exist."""

from collections.abc import Iterator

from generator.problems import Finding, one_of, quote
from generator.reading.checks.advice import check_options
from recommender.api import DATE
from recommender.given import SITUATION
from recommender.model import Guide

_MONTHS = 12


def check_renewal(guide: Guide) -> Iterator[Finding]:
    """Yield fields to count dates from that are none of their kind, a lost amount, and a year not of 12 months."""
    kinds = {"day": "date", "notice": "number"}
    for name, kind in kinds.items() if guide.renewal else ():
        entry = getattr(guide.renewal, name)
        fitting = [each.id for each in guide.entries if each.kind == kind]
        if entry not in fitting:
            fix = one_of(fitting) if fitting else f"add an entry with `kind: {kind}`"
            what, why = f"{quote(entry)} is no entry of kind {kind}", "nothing could be counted from it"
            yield Finding(("renewal", name), what, why, fix)
    amounts = {each.id for each in guide.amounts}
    if guide.renewal and guide.renewal.month is not None and guide.renewal.month not in amounts:
        what = f"{quote(guide.renewal.month)} is no amount"
        yield Finding(("renewal", "month"), what, "no cost would follow the date", one_of(amounts))
    if len(guide.wording.months) != _MONTHS:
        what = f"has {len(guide.wording.months)} entries"
        yield Finding(("wording", "months"), what, "a year has twelve months", "name each of them, from January")


def check_day_notes(guide: Guide) -> Iterator[Finding]:
    """Yield notes on days that are about no day, conditions of them and of checklists that no answer could meet."""
    for index, note in enumerate(guide.day_notes):
        if not note.spots:
            fix = "name at least one of new_year, quarter, within and late"
            yield Finding(("day_notes", index, "spots"), "names no day", "nobody would be told of it", fix)
        yield from check_options(guide, note.when, ("day_notes", index, "when"))
    for index, walkthrough in enumerate(guide.walkthroughs):
        yield from check_options(guide, walkthrough.when, ("walkthroughs", index, "when"))
        for place in [n for n, due in enumerate(walkthrough.checklist) if due.notice][1:]:
            what, why = "gives notice once more", "the day of the first one is counted from"
            yield Finding(("walkthroughs", index, "checklist", place, "notice"), what, why, "remove one of the two")


def check_names(guide: Guide) -> Iterator[Finding]:
    """Yield what is asked by the name that the day of asking, or where one begins, has in a request."""
    taken = {DATE: "the day of asking", SITUATION: "where somebody begins"}
    for name in ("questions", "amounts", "entries"):
        for index, each in enumerate(getattr(guide, name)):
            if each.id in taken:
                why, fix = f"a request has {taken[each.id]} by that name", "give it another id"
                yield Finding((name, index, "id"), f"{quote(each.id)} is taken", why, fix)
