"""An outcome in the guide's words: what is kept by name, parts, qualities, the two decisions, and how sure it is."""

from dataclasses import replace

import pytest

from recommender.explain import explain
from recommender.model import Guide
from recommender.result import Explained
from recommender.scoring import recommend

DRY_AND_POOR = {"rain": "no", "money": "short"}


def told(guide: Guide, **answers: object) -> Explained:
    return explain(guide, recommend(guide, answers))


def test_what_is_kept_is_called_by_its_name(small: Guide) -> None:
    kept = told(small, now="bus", money="short", rain="yes")
    assert (kept["headline"], kept["detail"]) == ("Keep your ticket.", "a bike would need 3 and has 1.")
    assert [(move["to"], move["points"]) for move in kept["moves"]] == [("Bike", 3)]
    assert told(small, now="bike", **DRY_AND_POOR)["detail"] == "Nothing has more than 4."


def test_both_parts_are_told(small: Guide) -> None:
    result = told(small, water="some", **DRY_AND_POOR)
    assert result["headline"] == "For some: a ferry. Else: Take a bike."
    assert [part["abbreviation"] for part in result["parts"]] == ["Ferry"]
    assert [each["abbreviation"] for each in result["chosen"]] == ["Ferry", "Bike"]
    assert told(small, water="some", rain="no")["headline"] == "For some: a ferry. Else: a bike and a bus are close."


def test_the_whole_answer_has_one_part(small: Guide) -> None:
    result = told(small, water="all", **DRY_AND_POOR)
    assert (result["headline"], result["detail"]) == ("Take a ferry.", "Nothing else is left.")
    assert result["decisions"] == []


def test_a_quality_is_told_where_its_rival_is_chosen(small: Guide) -> None:
    (quality,) = told(small, **DRY_AND_POOR)["qualities"]
    assert (quality["words"], quality["total"], quality["insist"]) == ("Let a bike be a fast bike.", "2 points", True)
    assert told(small, rain="yes", money="plenty")["qualities"] == []


def test_the_decisions_show_their_points(small: Guide) -> None:
    dry = told(small, **DRY_AND_POOR)["decisions"]
    assert [each["answer"] for each in dry] == ["No, 4 to 0.", "Bike (4 points)."]
    assert told(small, rain="yes", money="plenty")["decisions"][0]["answer"] == "Yes, 2 to 0."


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"rain": "yes", "money": "plenty"}, "7 of 10, of 30."),
        ({"rain": "no", "money": "short"}, ""),  # fewer than 20 cases had such a lead
        ({"rain": "yes", "money": "short"}, "8 of 10 among two, of 40."),
        ({"rain": "yes"}, ""),
        ({"distance": "far", "money": "short"}, ""),  # nothing else is left
        ({"rain": "yes", "money": "plenty", "weight_comfort": 2, "weight_purse": 2}, "7 of 10, of 30."),
    ],
)
def test_how_sure_it_is(small: Guide, answers: dict[str, object], words: str) -> None:
    assert told(small, **answers)["confidence"] == words


def test_sellers_are_named(small: Guide) -> None:
    seller = replace(small.sources[0], kind="seller")
    result = told(replace(small, sources=(seller,)), **DRY_AND_POOR)
    assert (result["headline"], result["detail"]) == ("Sellers say a bike.", "Nobody else does.")
    assert {reason["strength"] for reason in result["standings"][0]["reasons"]} == {"Somebody says"}


def test_what_is_needless_unsure_or_settled_is_said(small: Guide) -> None:
    result = told(small, water="no", boat="yes", **DRY_AND_POOR)
    assert result["needless"] == "Needless: Boat."
    assert "boat=yes" in result["fragment"]
    unsure = told(small, distance="not_sure", **DRY_AND_POOR)
    assert unsure["doubts"] == "Unsure: Distance."
    everything = told(small, water="no", distance="near", riders=1, regions=["northland"], now="walk", **DRY_AND_POOR)
    assert (everything["final"], everything["next"]) == ("That is that.", [])


def test_all_that_is_cited_is_listed(guide: Guide) -> None:
    """Publications behind the assumptions of a cost were once missing from the list."""
    for profile in guide.profiles:
        result = explain(guide, recommend(guide, profile.answers))
        cited = {
            citation["source"]
            for money in result["money"]
            for each in money["assumptions"]
            for citation in each["citations"]
        }
        cited |= {c["source"] for standing in result["standings"] for r in standing["reasons"] for c in r["citations"]}
        cited |= {c["source"] for move in result["moves"] for c in move["citations"]}
        assert cited <= {source["source"] for source in result["sources"]}, profile.id
