"""Read a file of published verdicts: described cases, and what a publisher advised each of them."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.evaluation.described import answers_of, check_profile, check_values
from generator.problems import DataError, Finding, Problem, nearest, one_of, quote
from generator.reading.shape import fit
from generator.reading.urls import is_url, site_of
from generator.reading.yaml_lines import Document, load_document
from recommender.model import Guide
from recommender.questions import Answer
from recommender.sources import Interest

TIE = "tie"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A verdict as it is written: who published it, what it says of the case, and what it advises."""

    id: str
    profile: Mapping[str, object]
    verdict: str
    verdict_basis: Literal["named", "mapped"]
    bias: str
    tie_between: tuple[str, ...] | None = None
    source_title: str | None = None
    source_url: str | None = None
    source_kind: str | None = None
    strength: str | None = None
    evidence: str | None = None
    note: str | None = None
    contradicts: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedVerdict:
    """One case: its answers, the models advised (two for a tie), and whether the publisher named the model itself.

    `bias` is the interest of the publisher; `publisher` is the same for all that stands on one site.
    """

    id: str
    answers: Mapping[str, Answer]
    verdict: str
    models: tuple[str, ...]
    named: bool
    bias: str
    publisher: str
    title: str
    url: str


def read_verdicts(guide: Guide, file: Path, tell: Callable[[Problem], None] | None = None) -> list[PublishedVerdict]:
    """Return every verdict of a YAML list.

    Values that no question offers are refused like all else, or, where `tell` is given, told to it and not counted.

    Raises:
        DataError: with everything that does not fit the schema or names what the guide does not know.
    """
    document = load_document(file)
    entries, found = _entries(document)
    found += _doubled(entries)
    for index, entry in entries.items():
        found += _faults(guide, entry, index)
    profiles = {index: entry.profile for index, entry in entries.items()}
    uncounted = [at for index, said in profiles.items() for at in check_values(guide, said, (index, "profile"))]
    if found or (uncounted and tell is None):
        raise DataError([document.problem(at) for at in (*found, *uncounted)])
    if tell is not None:
        for at in uncounted:
            tell(document.problem(at))
    return [_verdict(guide, entry) for entry in entries.values()]


def _entries(document: Document) -> tuple[dict[int, Entry], list[Finding]]:
    """Return the entries that have the right shape, by their place in the list, and what is wrong with the others."""
    if not isinstance(document.value, list):
        return {}, [Finding((), "must be a list", "there can be several", "start each entry with `- id: `")]
    entries, found = dict[int, Entry](), list[Finding]()
    for index, value in enumerate(document.value):
        entry, misfits = fit(Entry, value, (index,))
        found += misfits
        if entry is not None:
            entries[index] = entry
    return entries, found


def _doubled(entries: Mapping[int, Entry]) -> list[Finding]:
    """Return the entries whose id an earlier one has."""
    first: dict[str, int] = {}
    for index, entry in entries.items():
        first.setdefault(entry.id, index)
    why, fix = "one case would count twice", "give one of them another id, or remove it"
    return [
        Finding((index, "id"), f"duplicate id {quote(entry.id)}", why, fix)
        for index, entry in entries.items()
        if first[entry.id] != index
    ]


def _faults(guide: Guide, entry: Entry, index: int) -> Iterator[Finding]:
    yield from _advised(guide, entry, index)
    yield from check_profile(guide, entry.profile, (index, "profile"))
    if _interest(guide, entry.bias) is None:
        what, why = f"{quote(entry.bias)} names no known interest", "nobody could see whom the advice serves"
        fix = f"begin with a word of interests.yaml: {one_of(each.id for each in guide.interests)}"
        yield Finding((index, "bias"), what, why, fix)
    if entry.source_url and not is_url(entry.source_url):
        what = f"{quote(entry.source_url)} is not an address"
        yield Finding((index, "source_url"), what, "readers follow it", "write it as https://…")


def _advised(guide: Guide, entry: Entry, index: int) -> Iterator[Finding]:
    models, why = {model.id for model in guide.models}, "nothing could agree with it"
    if entry.verdict != TIE and entry.verdict not in models:
        what, known = f"{quote(entry.verdict)} names what the guide does not know", models | {TIE}
        yield Finding((index, "verdict"), what, why, nearest(entry.verdict, sorted(known)) or one_of(known))
    between = (entry.tie_between or ()) if entry.verdict == TIE else ()
    for n, model in enumerate(between):
        if model not in models:
            what = f"{quote(model)} names what the guide does not know"
            yield Finding((index, "tie_between", n), what, why, nearest(model, sorted(models)) or one_of(models))
    if entry.verdict == TIE and len(set(between)) < 2:
        yield Finding((index, "tie_between"), "names fewer than two models", why, "list the models that are level")


def _verdict(guide: Guide, entry: Entry) -> PublishedVerdict:
    interest = _interest(guide, entry.bias)
    return PublishedVerdict(
        id=entry.id,
        answers=answers_of(guide, entry.profile),
        verdict=entry.verdict,
        models=(entry.tie_between or ()) if entry.verdict == TIE else (entry.verdict,),
        named=entry.verdict_basis == "named",
        bias=interest.id if interest else "",
        publisher=site_of(entry.source_url or "") or entry.id,
        title=entry.source_title or entry.id,
        url=entry.source_url or "",
    )


def _interest(guide: Guide, bias: str) -> Interest | None:
    """Return the interest that the first word of a bias names, else the first one that any word of it names."""
    words = re.findall(r"(?:[^\W_]|-)+", bias.lower())
    interests = sorted(guide.interests, key=lambda each: (each.order, each.id))
    named = [each for said in (words[:1], words) for each in interests if _says(said, each)]
    return named[0] if named else None


def _says(words: list[str], interest: Interest) -> bool:
    return any(word.startswith(interest.words) for word in words)
