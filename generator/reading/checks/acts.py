"""What the schema cannot say about acts: each leads to one thing that is there, and is short enough for a button."""

from collections.abc import Iterable, Iterator

from generator.problems import Finding, nearest, one_of, quote
from generator.reading.checks.advice import check_conditions
from generator.reading.page_words import addresses
from generator.reading.yaml_lines import Loc
from recommender.advice import Act
from recommender.given import entries
from recommender.model import Guide

LONGEST = 40
"""The most characters of a button, which is one line on a phone."""


def check_acts(guide: Guide) -> Iterator[Finding]:
    """Yield acts that lead nowhere or to several things, that no result could have, or that no button could hold."""
    models, situations = ({each.id for each in group} for group in (guide.models, guide.situations))
    for index, act in enumerate(guide.acts):
        loc: Loc = ("acts", index)
        if len(act.text) > LONGEST:
            what, why = f"has {len(act.text)} characters", "it has to fit on a button"
            yield Finding((*loc, "text"), what, why, f"shorten it to {LONGEST}")
        yield from _target(guide, act, loc)
        yield from check_conditions(guide, act, loc)
        yield from _known(act.models, models, "model", (*loc, "models"))
        yield from _known(act.situations, situations, "situation", (*loc, "situations"))


def _known(named: Iterable[str], known: set[str], kind: str, loc: Loc) -> Iterator[Finding]:
    for index, name in enumerate(named):
        if name not in known:
            yield Finding((*loc, index), f"{quote(name)} is no {kind}", "the act would never fit", one_of(known))


def _target(guide: Guide, act: Act, loc: Loc) -> Iterator[Finding]:
    targets = [name for name in ("page", "part", "entry") if getattr(act, name) is not None]
    if len(targets) != 1:
        what = f"leads to {' and '.join(targets)}" if targets else "leads nowhere"
        yield Finding(loc, what, "a button does one thing", "write one of `page:`, `part:` and `entry:`")
    pages = {address for entry in guide.pages for address in addresses(guide, entry)}
    if act.page is not None and act.page.partition("#")[0] not in pages:
        what = f"leads to {quote(act.page)}"
        yield Finding((*loc, "page"), what, "no page stands there", nearest(act.page, pages) or one_of(pages))
    asked = {question.id for question in guide.questions} | {amount.id for amount in guide.amounts}
    fields = asked | {*entries(guide)}
    if act.entry is not None and act.entry not in fields:
        what, fix = f"{quote(act.entry)} is no field of the form", nearest(act.entry, fields) or "see the form"
        yield Finding((*loc, "entry"), what, "nothing would be shown", fix)
