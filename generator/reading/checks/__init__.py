"""What the schema cannot say about a guide; a file a theme."""

from collections.abc import Callable, Iterator

from generator.problems import Finding, Problem, brief, quote
from generator.reading.checks.acts import check_acts
from generator.reading.checks.advice import check_headcount, check_questions, check_rules
from generator.reading.checks.ages import check_ages
from generator.reading.checks.citing import check_citations, check_cited, check_marks, check_statements
from generator.reading.checks.entries import check_entries, check_quote_lines, check_quote_parts
from generator.reading.checks.groups import check_groups
from generator.reading.checks.icons import check_icons
from generator.reading.checks.limits import check_limits
from generator.reading.checks.money import check_amounts, check_expenses, check_provider_questions, check_rulers
from generator.reading.checks.pages import check_addresses, check_page_words, check_pages
from generator.reading.checks.places import check_aspects, check_findings, check_local_lines, check_neighbours
from generator.reading.checks.renewal import check_day_notes, check_names, check_renewal
from generator.reading.checks.rivals import check_rivals, check_strengths, check_study, check_today
from generator.reading.checks.situations import check_situations
from generator.reading.checks.synonyms import check_synonyms
from generator.reading.checks.tables import check_flow, check_grids, check_models_named, check_roles
from generator.reading.checks.texts import check_doubles, check_ids, check_texts
from generator.reading.checks.wording import check_wording
from generator.reading.load import COLLECTIONS, SETTINGS
from generator.reading.tree import Tree
from recommender.model import Guide


def check(guide: Guide, tree: Tree) -> Iterator[Problem]:
    """Yield every problem of a guide whose parts have the right shape.

    A check that looks something up is left out while that part is not whole: what it would miss is told already.
    """
    for check_part, needs in _CHECKS.items():
        if not needs & tree.broken:
            yield from map(tree.problem, check_part(guide))
    yield from map(tree.problem, _file_names(guide, tree))


def _file_names(guide: Guide, tree: Tree) -> Iterator[Finding]:
    for name in COLLECTIONS:
        for index, item in enumerate(getattr(guide, name)):
            file = tree.item_file(name, index)
            if file and file.stem != item.id:
                what = f"{quote(item.id)} stands in {file.name}"
                why = "a file of one item is found by the item's id"
                yield Finding((name, index, "id"), what, why, f"name the file {brief(item.id)}.yaml or change the id")


_EVERYTHING = frozenset(COLLECTIONS) | {SETTINGS}

_CHECKS: dict[Callable[[Guide], Iterator[Finding]], frozenset[str]] = {
    check_ids: frozenset(),
    check_texts: frozenset(),
    check_doubles: frozenset(),
    check_limits: frozenset(),
    check_groups: frozenset(),
    check_cited: frozenset(),
    check_citations: frozenset({"sources"}),
    check_marks: frozenset(),
    check_statements: _EVERYTHING,
    check_icons: frozenset({"models"}),
    check_grids: frozenset({"models"}),
    check_roles: frozenset({"tasks"}),
    check_models_named: frozenset({"models"}),
    check_aspects: frozenset(),
    check_findings: frozenset({"aspects"}),
    check_local_lines: frozenset({"aspects", "local_lines"}),
    check_neighbours: frozenset({"jurisdictions"}),
    check_ages: frozenset({"freshness", "aspects"}),
    check_flow: frozenset({"decision_flow"}),
    check_wording: frozenset(),
    check_pages: frozenset({"pages"}),
    check_page_words: frozenset(),
    check_addresses: frozenset({"pages", "models", "jurisdictions", "walkthroughs", "topics"}),
    check_synonyms: frozenset({"pages", "models", "jurisdictions", "walkthroughs", "topics"}),
    check_questions: frozenset({"rules", "jurisdictions", SETTINGS}),
    check_headcount: frozenset({"questions", SETTINGS}),
    check_rules: frozenset({"questions", "models", "concerns"}),
    check_acts: _EVERYTHING,
    check_rivals: frozenset({"models", SETTINGS}),
    check_today: frozenset({"questions", "models", SETTINGS}),
    check_strengths: frozenset({"strengths", "models"}),
    check_study: frozenset({"questions", "likelihoods"}),
    check_amounts: frozenset({"questions", "concerns", SETTINGS}),
    check_rulers: frozenset({"amounts"}),
    check_expenses: frozenset({"amounts", "models", "questions", SETTINGS}),
    check_provider_questions: frozenset({"questions"}),
    check_entries: frozenset({"questions", "amounts", "concerns", SETTINGS}),
    check_quote_lines: frozenset({"amounts", "models", "provider_questions", "questions", SETTINGS}),
    check_quote_parts: frozenset({"amounts", "quote_lines", SETTINGS}),
    check_renewal: frozenset({"entries", "amounts", SETTINGS}),
    check_day_notes: frozenset({"questions"}),
    check_situations: frozenset({"questions", "entries", "quote_lines", "amounts", "concerns", SETTINGS}),
    check_names: frozenset(),
}
"""Each check with the parts of the guide that it looks things up in."""
