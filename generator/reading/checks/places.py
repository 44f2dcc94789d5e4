"""What the schema cannot say about places: facts for every aspect, lines for every stage, borders with two sides."""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from generator.problems import Finding, nearest, one_of, quote
from generator.reading.checks.tables import check_keys
from generator.reading.checks.wording import check_sentence
from generator.reading.yaml_lines import Loc
from recommender.model import Guide
from recommender.places import KNOWN, UNKNOWN, Aspect, LocalFact, LocalLine

_MEASURED = re.compile(r"\d+(\.\d+)?( to \d+(\.\d+)?)?")


def check_aspects(guide: Guide) -> Iterator[Finding]:
    """Yield aspects that have neither values nor a number, or both."""
    for index, aspect in enumerate(guide.aspects):
        loc: Loc = ("aspects", index)
        if bool(aspect.values) == bool(aspect.shown):
            what = "has both `values` and `shown`" if aspect.shown else "has no `values` and no `shown`"
            yield Finding(loc, what, "a fact is one of some values, or a number", "write the one that fits")
        if aspect.shown and aspect.shown.count("{}") != 1:
            what, why = f"{quote(aspect.shown)} has no single {{}}", "the number stands there"
            yield Finding((*loc, "shown"), what, why, "write {} once, where the number stands")
        if aspect.shown and aspect.in_result:
            yield Finding((*loc, "in_result"), "is measured", "a result tells only values", "remove `in_result`")


def check_findings(guide: Guide) -> Iterator[Finding]:
    """Yield findings on unknown aspects or with unknown values, and known values without a source."""
    aspects = {aspect.id: aspect for aspect in guide.aspects}
    for index, jurisdiction in enumerate(guide.jurisdictions):
        loc: Loc = ("jurisdictions", index, "facts")
        yield from check_keys(jurisdiction.facts, set(aspects), loc, what="finding", kind="aspect")
        for name, finding in jurisdiction.facts.items():
            if name in aspects:
                yield from _finding(finding, aspects[name], (*loc, name))


def check_neighbours(guide: Guide) -> Iterator[Finding]:
    """Yield neighbours that are no other place, and those that do not name the place in turn."""
    known = {place.id: place.neighbours for place in guide.jurisdictions}
    for index, place in enumerate(guide.jurisdictions):
        for number, each in enumerate(place.neighbours):
            loc: Loc = ("jurisdictions", index, "neighbours", number)
            if each not in known or each == place.id:
                what = f"{quote(each)} is no other place"
                yield Finding(loc, what, "a link would lead nowhere", nearest(each, known) or "use the id of one")
            elif place.id not in known[each]:
                what = f"{quote(each)} does not name {quote(place.id)}"
                yield Finding(loc, what, "a border has two sides", f"add `{place.id}` to its `neighbours:`")


def check_local_lines(guide: Guide) -> Iterator[Finding]:
    """Yield lines that could not be chosen or filled in, and stages that would leave a place without a line."""
    values = {a.id: {value.id for value in a.values} | {KNOWN, UNKNOWN} for a in guide.aspects}
    placeholders = frozenset({"name", *values})
    for index, line in enumerate(guide.local_lines):
        loc: Loc = ("local_lines", index)
        yield from (each._replace(loc=(*loc, "text")) for each in check_sentence(line.text, placeholders))
        yield from _conditions(line.when, values, (*loc, "when"))
    ordered = sorted(enumerate(guide.local_lines), key=lambda each: (each[1].order, each[1].id))
    for _, group in groupby(ordered, key=lambda each: each[1].stage):
        *_, (index, last) = group
        yield from _last(last, ("local_lines", index))


def _last(line: LocalLine, loc: Loc) -> Iterator[Finding]:
    if line.when:
        what, why = "is the last of its stage and has conditions", "some places would have no line"
        yield Finding((*loc, "when"), what, why, "remove its `when:`, or add a line without one after it")


def _conditions(when: Mapping[str, tuple[str, ...]], values: dict[str, set[str]], loc: Loc) -> Iterator[Finding]:
    for aspect, wanted in when.items():
        if aspect not in values:
            yield Finding((*loc, aspect), f"{quote(aspect)} is no aspect", "nothing could meet it", one_of(values))
        for each in set(wanted) - values.get(aspect, set(wanted)):
            what, why = f"{quote(each)} is no value of it", "nothing could meet it"
            yield Finding((*loc, aspect), what, why, one_of(values[aspect]))


def _finding(finding: LocalFact, aspect: Aspect, loc: Loc) -> Iterator[Finding]:
    values = {value.id for value in aspect.values} | {UNKNOWN}
    measured = aspect.shown and _MEASURED.fullmatch(finding.value)
    if finding.value not in values and not measured:
        fix = f"write it as 1200 or 1 to 2.5, or `{UNKNOWN}`" if aspect.shown else one_of(values)
        yield Finding((*loc, "value"), f"{quote(finding.value)} is no value of it", "nothing would explain it", fix)
    if finding.value != UNKNOWN and not (finding.url and finding.confidence):
        why = "a value that nobody can check is not published"
        yield Finding(loc, "has no address or no confidence", why, f"add both, or write `{UNKNOWN}`")
