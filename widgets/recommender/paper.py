"""Choose what a sheet for one's own file has room for: the weightiest reasons on either side, and their sources."""

from collections.abc import Iterable

from recommender.phrases import join
from recommender.result_paper import PaperReason, PaperSource, PaperWords
from recommender.result_reasons import PartWords, Publication, Reason, StandingWords

MOST_FOR = 7
MOST_AGAINST = 5
MOST_OUT = 3


def paper(standings: list[StandingWords], parts: list[PartWords], sources: list[Publication]) -> list[PaperWords]:
    """Return the sheet, or nothing where there are no reasons to put on it."""
    chosen = [each for each in standings if each["chosen"]]
    speaking, doubting = _for(chosen), _against(chosen, standings)
    beside = [(reason, part["abbreviation"]) for part in parts for reason in part["reasons"][:1]]
    ruled_out = [(each, other["abbreviation"]) for other in standings for each in other["excluded_by"][:1]]
    shown = [*beside, *speaking[:MOST_FOR], *doubting[:MOST_AGAINST], *ruled_out[:MOST_OUT]]
    if not shown:
        return []
    cited = {citation["source"] for reason, _ in shown for citation in reason["citations"]}
    return [
        {
            "speaks_for": [*_told(speaking[:MOST_FOR], named=len(chosen) > 1), *_told(beside)],
            "speaks_against": _told(doubting[:MOST_AGAINST]),
            "ruled_out": _told(ruled_out[:MOST_OUT]),
            "left_out": sum(map(len, (beside, speaking, doubting, ruled_out))) - len(shown),
            "sources": [_made_by(each) for each in sources if each["source"] in cited],
        }
    ]


def _for(chosen: list[StandingWords]) -> list[tuple[Reason, str]]:
    """Return what speaks for those chosen, each rule once, the most points first, and for which of them."""
    rules = {reason["rule"]: reason for each in chosen for reason in each["reasons"]}
    whom = {
        rule: join(each["abbreviation"] for each in chosen if rule in {other["rule"] for other in each["reasons"]})
        for rule in rules
    }
    points = _points(chosen)
    return [(rules[rule], whom[rule]) for rule in sorted(rules, key=lambda rule: -points[rule])]


def _against(chosen: list[StandingWords], standings: list[StandingWords]) -> list[tuple[Reason, str]]:
    """Return what speaks for others alone, the most points first, and for whom."""
    ours, points = {reason["rule"] for reason, _ in _for(chosen)}, _points(standings)
    rules = {each["rule"]: each for one in chosen for each in one["against"] if each["rule"] not in ours}
    return [(rules[rule], rules[rule].get("speaks_for", "")) for rule in sorted(rules, key=lambda rule: -points[rule])]


def _points(standings: Iterable[StandingWords]) -> dict[str, int]:
    """Return the most points that each rule gives to one of them."""
    found: dict[str, int] = {}
    for reason in (reason for each in standings for reason in each["reasons"]):
        found[reason["rule"]] = max(found.get(reason["rule"], 0), reason.get("points", 0))
    return found


def _told(reasons: list[tuple[Reason, str]], *, named: bool = True) -> list[PaperReason]:
    return [
        {"of": whom if named else "", "because": reason["because"], "whose": _whose(reason)} for reason, whom in reasons
    ]


def _made_by(source: Publication) -> PaperSource:
    """Return a publication's short name, and who publishes it where the name does not say so."""
    publisher = source["publisher"]
    return {"label": source["label"], "publisher": "" if publisher == source["label"] else publisher}


def _whose(reason: Reason) -> str:
    """Return whose word it is: the strength, and the publications by their short names."""
    labels = ", ".join(citation["label"] for citation in reason["citations"])
    strength = reason["strength"]
    return f"{strength[:1].upper()}{strength[1:]}: {labels}" if strength else labels
