"""What the schema cannot say about citations: each claim has one, each resolves, and no statement gets lost."""

from collections.abc import Iterator

from generator.problems import Finding, quote
from generator.reading.walk import walk
from generator.reading.yaml_lines import Loc
from recommender.model import Guide

LONGEST_ON_A_MARK = 24
"""The most characters of a publication's name on the mark behind a sentence, which is one line on a phone."""


def citations(guide: Guide) -> Iterator[tuple[Loc, str]]:
    """Yield every citation of the guide with its place."""
    for loc, value in walk(guide):
        if hasattr(value, "cites"):
            yield from (((*loc, "cites", index), cite) for index, cite in enumerate(value.cites))


def check_cited(guide: Guide) -> Iterator[Finding]:
    """Yield claims without a citation."""
    for loc, value in walk(guide):
        if hasattr(value, "cites") and not value.cites:
            why = "a claim that nobody can check is not published"
            yield Finding((*loc, "cites"), "has no citation", why, "name at least one `source-id#statement-id`")


def check_citations(guide: Guide) -> Iterator[Finding]:
    """Yield citations of statements that do not exist."""
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
            yield Finding(loc, f"cites {quote(cite)}", "no statement has that id", fix)


def check_marks(guide: Guide) -> Iterator[Finding]:
    """Yield sources whose name is too long for the mark behind a sentence."""
    for index, source in enumerate(guide.sources):
        name = source.short or source.label
        if len(name) > LONGEST_ON_A_MARK:
            loc: Loc = ("sources", index, "short" if source.short else "label")
            what, why = f"has {len(name)} characters", f"a mark has room for {LONGEST_ON_A_MARK}"
            yield Finding(loc, what, why, "write a shorter name as `short:`")


def check_statements(guide: Guide) -> Iterator[Finding]:
    """Yield statements that are cited nowhere and not set aside, or both."""
    used = {cite for _, cite in citations(guide)}
    for s, source in enumerate(guide.sources):
        for n, statement in enumerate(source.statements):
            loc, cited = ("sources", s, "statements", n), f"{source.id}#{statement.id}" in used
            if cited and statement.set_aside:
                why = "it cannot be both used and left out"
                yield Finding((*loc, "set_aside"), "is set aside and cited", why, "remove the reason or the citation")
            if not cited and not statement.set_aside:
                what, why = f"{quote(statement.id)} is cited nowhere", "nothing a source says may get lost silently"
                yield Finding(loc, what, why, "cite it, or say in `set_aside:` why it is not used")
