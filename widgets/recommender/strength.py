"""Whose word carries a reason: the strongest of its sources, told by their kinds."""

from collections.abc import Mapping
from functools import lru_cache

from recommender.advice import Move, Rule
from recommender.model import Guide
from recommender.sources import Strength


@lru_cache(maxsize=1)
def strengths(guide: Guide) -> Mapping[str, Strength]:
    """Return the strength of every rule and move, by its id; one whose sources have no known kind is left out."""
    by_kind = {kind: strength for strength in guide.strengths for kind in strength.kinds}
    by_source = {source.id: by_kind[source.kind] for source in guide.sources if source.kind in by_kind}
    judged: tuple[Rule | Move, ...] = (*guide.rules, *guide.moves)
    found = ((rule.id, _strongest(rule, by_source)) for rule in judged)
    return {rule: strength for rule, strength in found if strength}


@lru_cache(maxsize=1)
def backing(guide: Guide) -> frozenset[str]:
    """Return the rules, of those whose strength is known, that something independent carries."""
    return frozenset(rule for rule, strength in strengths(guide).items() if strength.independent)


def _strongest(rule: Rule | Move, by_source: dict[str, Strength]) -> Strength | None:
    against = rule.against if isinstance(rule, Rule) else ()
    sources = (cite.partition("#")[0] for cite in rule.cites if cite not in against)
    known = {by_source[source] for source in sources if source in by_source}
    return min(known, key=lambda strength: (strength.order, strength.id), default=None)
