"""What the schema cannot say about any guide: ids are unique, texts are there, citations resolve and are all used."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from generator.problems import Finding, Problem
from generator.reading.checks.advice import (
    check_examples,
    check_headcount,
    check_questions,
    check_rules,
    check_thresholds,
)
from generator.reading.checks.money import check_amounts, check_expenses, check_provider_questions
from generator.reading.checks.pages import check_addresses, check_page_words, check_pages
from generator.reading.checks.rivals import check_rivals, check_strengths, check_study, check_today
from generator.reading.checks.tables import check_findings, check_grids, check_models_named, check_roles
from generator.reading.checks.wording import check_wording
from generator.reading.load import COLLECTIONS, SETTINGS, Tree
from generator.reading.yaml_lines import Loc
from recommender.model import SCHEMA_VERSION, Guide

_ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


def check(guide: Guide, tree: Tree, *, examples: bool = True) -> Iterator[Problem]:
    """Yield every problem of a guide whose parts have the right shape.

    A check that looks something up is left out while that part is not whole: what it would miss is told already.
    """
    for check_part, needs in _CHECKS.items():
        if not needs & tree.broken and (examples or check_part is not check_examples):
            for found in check_part(guide):
                yield tree.problem(found.loc, what=found.what, why=found.why, fix=found.fix)
    for found in _file_names(guide, tree):
        yield tree.problem(found.loc, what=found.what, why=found.why, fix=found.fix)


def walk(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, Any]]:  # noqa: ANN401 - any value of the schema
    """Yield every value inside a value of the schema with its place, outermost first."""
    yield loc, value
    if is_dataclass(value):
        for field in fields(value):
            yield from walk(getattr(value, field.name), (*loc, field.name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from walk(item, (*loc, index))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from walk(item, (*loc, key))


def citations(guide: Guide) -> Iterator[tuple[Loc, str]]:
    """Yield every citation of the guide with its place."""
    for loc, value in walk(guide):
        if hasattr(value, "cites"):
            yield from (((*loc, "cites", index), cite) for index, cite in enumerate(value.cites))


def _version(guide: Guide) -> Iterator[Finding]:
    if guide.schema_version != SCHEMA_VERSION:
        what, why = f"is {guide.schema_version}", f"this generator reads version {SCHEMA_VERSION}"
        yield Finding(("schema_version",), what, why, "see CHANGELOG.md for what changed between the two")


def _ids(guide: Guide) -> Iterator[Finding]:
    groups: dict[Loc, set[str]] = {}
    for loc, value in walk(guide):
        if not hasattr(value, "id"):
            continue
        seen, place = groups.setdefault(loc[:-1], set()), (*loc, "id")
        if not _ID.fullmatch(value.id):
            what = f"`{value.id}` cannot be an id"
            yield Finding(place, what, "ids stand in addresses", "use a-z, 0-9, and - or _ between them")
        if value.id in seen:
            why = "a citation, rule or link could not tell the two apart"
            yield Finding(place, f"duplicate id `{value.id}`", why, "give one of them another id")
        seen.add(value.id)


def _file_names(guide: Guide, tree: Tree) -> Iterator[Finding]:
    for name in COLLECTIONS:
        for index, item in enumerate(getattr(guide, name)):
            file = tree.item_file((name, index))
            if file and file.stem != item.id:
                what = f"`{item.id}` stands in {file.name}"
                why = "a file of one item is found by the item's id"
                yield Finding((name, index, "id"), what, why, f"rename the file to {item.id}.yaml or change the id")


def _texts(guide: Guide) -> Iterator[Finding]:
    for loc, value in walk(guide):
        if not isinstance(value, str):
            continue
        if not value.strip():
            yield Finding(loc, "is empty", "readers would see a gap", "write the text or remove the entry")
        elif loc[-1] in ("checked_on", "reviewed_on", "date") and not _is_date(value):
            yield Finding(loc, f"`{value}` is not a date", "readers see how fresh it is", "write it as 2026-01-31")
        elif loc[-1] in ("url", "repository") and not re.fullmatch(r"https?://\S+", value):
            yield Finding(loc, f"`{value}` is not an address", "readers follow it", "write it as https://…")


def _cited(guide: Guide) -> Iterator[Finding]:
    for loc, value in walk(guide):
        if hasattr(value, "cites") and not value.cites:
            why = "a claim that nobody can check is not published"
            yield Finding((*loc, "cites"), "has no citation", why, "name at least one `source-id#statement-id`")


def _citations(guide: Guide) -> Iterator[Finding]:
    known = {f"{source.id}#{statement.id}" for source in guide.sources for statement in source.statements}
    sources = {source.id for source in guide.sources}
    contested = [
        (("disputes", index, "contested", n), cite)
        for index, dispute in enumerate(guide.disputes)
        for n, cite in enumerate(dispute.contested)
    ]
    for loc, cite in (*citations(guide), *contested):
        if cite not in known:
            source = cite.partition("#")[0]
            fix = f"see sources/{source}.yaml for its ids" if source in sources else "see the files of sources/"
            yield Finding(loc, f"cites `{cite}`", "no statement has that id", fix)


def _statements(guide: Guide) -> Iterator[Finding]:
    used = {cite for _, cite in citations(guide)}
    for s, source in enumerate(guide.sources):
        for n, statement in enumerate(source.statements):
            loc, cited = ("sources", s, "statements", n), f"{source.id}#{statement.id}" in used
            if cited and statement.set_aside:
                why = "it cannot be both used and left out"
                yield Finding((*loc, "set_aside"), "is set aside and cited", why, "remove the reason or the citation")
            if not cited and not statement.set_aside:
                what, why = (
                    f"`{statement.id}` is cited nowhere",
                    "nothing a source says may get lost silently",
                )
                yield Finding(loc, what, why, "cite it, or say in `set_aside:` why it is not used")


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


_EVERYTHING = frozenset(COLLECTIONS) | {SETTINGS}

_CHECKS: dict[Callable[[Guide], Iterator[Finding]], frozenset[str]] = {
    _version: frozenset(),
    _ids: frozenset(),
    _texts: frozenset(),
    _cited: frozenset(),
    _citations: frozenset({"sources"}),
    _statements: _EVERYTHING,
    check_grids: frozenset({"models"}),
    check_roles: frozenset({"tasks"}),
    check_models_named: frozenset({"models"}),
    check_findings: frozenset({"aspects"}),
    check_wording: frozenset(),
    check_pages: frozenset({"pages"}),
    check_page_words: frozenset(),
    check_addresses: frozenset({"pages", "models", "jurisdictions", "walkthroughs"}),
    check_thresholds: frozenset(),
    check_questions: frozenset({"rules", SETTINGS}),
    check_headcount: frozenset({"questions", SETTINGS}),
    check_rules: frozenset({"questions", "models", "concerns"}),
    check_rivals: frozenset({"models", SETTINGS}),
    check_today: frozenset({"questions", "models", SETTINGS}),
    check_strengths: frozenset({"strengths", "models"}),
    check_study: frozenset({"questions", "likelihoods"}),
    check_amounts: frozenset({"questions", "concerns", SETTINGS}),
    check_expenses: frozenset({"amounts", "models", SETTINGS}),
    check_provider_questions: frozenset({"questions"}),
    check_examples: frozenset({"questions", "models", "rules", "jurisdictions", "amounts", "concerns", SETTINGS}),
}
"""Each check with the parts of the guide that it looks things up in."""
