"""What the schema cannot say about entries: each can be filled in, and a quote's lines are worth what others know."""

from collections.abc import Iterator
from typing import get_args

from generator.problems import Finding, one_of, quote
from generator.reading.checks.advice import check_options
from generator.reading.yaml_lines import Loc
from recommender.entries import Entry
from recommender.given import WEIGHT
from recommender.model import Guide
from recommender.quote_lines import QUOTES, LineRole, QuoteLine, key

_SEVERAL: frozenset[LineRole] = frozenset({"rate", "told"})
"""What more than one line of a quote may be."""

_KINDS: dict[LineRole, str] = {"name": "text", "model": "choice", "told": ""}
_COUNTING: frozenset[LineRole] = frozenset({"bundled", "percent", "share", "whole"})


def check_entries(guide: Guide) -> Iterator[Finding]:
    """Yield entries whose name is taken, or in which nobody could fill in anything."""
    groups = (guide.questions, guide.amounts)
    taken = {each.id for group in groups for each in group} | {f"{WEIGHT}{concern.id}" for concern in guide.concerns}
    lines = {key(number, line.id) for number in QUOTES for line in guide.quote_lines}
    for index, entry in enumerate(guide.entries):
        loc: Loc = ("entries", index)
        if entry.id in taken | lines:
            why = "a link could not tell the two apart"
            yield Finding((*loc, "id"), f"{quote(entry.id)} is also another field", why, "give it another id")
        yield from _fillable(entry, loc)
    for index, line in enumerate(guide.quote_lines):
        loc = ("quote_lines", index)
        if taken & {key(number, line.id) for number in QUOTES}:
            why = "a link could not tell the two apart"
            yield Finding((*loc, "id"), f"{quote(line.id)} is also another field", why, "give it another id")
        yield from _fillable(line, loc)


def check_quote_lines(guide: Guide) -> Iterator[Finding]:
    """Yield lines whose role is taken or asks for something else, or that name what does not exist."""
    seen = set[LineRole]()
    for index, line in enumerate(guide.quote_lines):
        loc: Loc = ("quote_lines", index)
        if line.role in seen - _SEVERAL:
            what, why = f"{quote(line.role)} is the role of another line", "one of the two would count for nothing"
            free = {*get_args(LineRole.__value__)} - (seen - _SEVERAL)
            yield Finding((*loc, "role"), what, why, one_of(free))
        seen.add(line.role)
        wanted = _KINDS.get(line.role, "number")
        if wanted not in ("", line.kind):
            what = f"is {quote(line.kind)}, and its role {quote(line.role)} needs {quote(wanted)}"
            yield Finding((*loc, "kind"), what, "nothing could be made of it", f"write `kind: {wanted}`")
        yield from _named(guide, line, loc)


def check_quote_parts(guide: Guide) -> Iterator[Finding]:
    """Yield parts that are made of what is no amount, or whose rate is to be that of no line."""
    amounts = {each.id for each in guide.amounts} | {guide.headcount}
    rates = {line.id for line in guide.quote_lines if line.role == "rate"}
    for index, part in enumerate(guide.quote_parts):
        loc: Loc = ("quote_parts", index)
        for n, term in enumerate(part.terms):
            for name in ("rate", "pay", "base"):
                named = getattr(term, name)
                if named is not None and named not in amounts:
                    what, why = f"{quote(named)} is no amount", "nothing could be worked out"
                    yield Finding((*loc, "terms", n, name), what, why, one_of(amounts))
        if part.line is not None and part.line not in rates:
            what, why = f"{quote(part.line)} is no line that is a rate", "no quote could change it"
            yield Finding((*loc, "line"), what, why, one_of(rates))


def _fillable(entry: Entry, loc: Loc) -> Iterator[Finding]:
    if (entry.kind == "choice") != bool(entry.options):
        what = "has options" if entry.options else "has no options"
        why, fix = "only a choice is made among options", "write `kind: choice` and at least one of `options:`"
        yield Finding((*loc, "options"), what, why, fix)
    if entry.kind == "number" and entry.most is None:
        why, fix = "a number out of reason could not be told", "add `most:`"
        yield Finding((*loc, "most"), "is missing", why, fix)
    if entry.future and entry.kind != "date":
        why, fix = "only a day lies ahead", "write `kind: date`, or remove `future:`"
        yield Finding((*loc, "future"), "stands where no day is asked", why, fix)


def _named(guide: Guide, line: QuoteLine, loc: Loc) -> Iterator[Finding]:
    amounts = {each.id for each in guide.amounts} | {guide.headcount}
    asks = {ask.id for ask in guide.provider_questions}
    models = {model.id for model in guide.models}
    if (line.times is None) == (line.role in _COUNTING):
        what = "is missing" if line.times is None else "stands where nothing is multiplied"
        yield Finding((*loc, "times"), what, "its worth follows from its role", f"see the role {quote(line.role)}")
    elif line.times is not None and line.times not in amounts:
        what, why = f"{quote(line.times)} is no amount", "nothing could be worked out"
        yield Finding((*loc, "times"), what, why, one_of(amounts))
    yield from check_options(guide, line.unless, (*loc, "unless"))
    for name in ("asks", "then_asks"):
        named = getattr(line, name)
        if named is not None and named not in asks:
            what, why = f"{quote(named)} is no question that is sent", "nobody could send it"
            yield Finding((*loc, name), what, why, one_of(asks))
    options = line.options if line.role == "model" else ()
    named_models: list[tuple[Loc, str]] = [(("options", n, "id"), option.id) for n, option in enumerate(options)]
    for place, model in (*named_models, *((("models", n), model) for n, model in enumerate(line.models))):
        if model not in models:
            yield Finding((*loc, *place), f"{quote(model)} is no model", "nothing would show it", one_of(models))
