"""An explanation is made of the guide's own words and citations, and of sums that can be checked."""

from recommender.explain import explain
from recommender.model import Guide
from recommender.scoring import recommend


def test_words_come_from_the_guide(small: Guide) -> None:
    result = explain(small, recommend(small, {"rain": "no", "money": "short"}))
    assert result["headline"] == "Take a bike."
    assert result["detail"] == "It has 4 points, 4 ahead."


def test_a_close_call_names_both(small: Guide) -> None:
    result = explain(small, recommend(small, {"rain": "yes", "money": "short"}))
    assert result["headline"] == "a bike and a bus are close."


def test_not_enough_says_how_far_it_is(small: Guide) -> None:
    assert explain(small, recommend(small, {"rain": "yes"}))["detail"] == "1 of 2 answers."


def test_a_reason_carries_its_points_and_its_publication(small: Guide) -> None:
    standing = explain(small, recommend(small, {"rain": "no", "money": "short"}))["standings"][0]
    assert (standing["total"], standing["points"]) == ("3 + 1 = 4 points", 4)
    reason = standing["reasons"][0]
    assert (reason["rule"], reason["points"], reason["because"]) == ("poor", 3, "A bike costs less.")
    assert reason["citations"][0]["label"] == "Almanac"
    assert reason["citations"][0]["statements"] == [{"id": "almanac--cheaper", "where": "Page 1"}]


def test_statements_of_one_publication_stand_together(guide: Guide) -> None:
    result = explain(guide, recommend(guide, guide.profiles[0].answers))
    reasons = [reason for standing in result["standings"] for reason in standing["reasons"]]
    for reason in reasons:
        sources = [citation["source"] for citation in reason["citations"]]
        assert len(sources) == len(set(sources)) > 0


def test_answers_are_told_in_words_and_the_rest_is_listed(small: Guide) -> None:
    result = explain(small, recommend(small, {"rain": "no", "snow": "yes"}))
    assert result["answered"] == [{"question": "rain", "label": "Rain", "answer": "It is dry"}]
    assert [each["label"] for each in result["unanswered"]] == [
        "Distance",
        "Money",
        "Riders",
        "Regions",
        "Now",
        "Water",
        "Boat",
    ]
    assert result["ignored"] == ["snow"]


def test_places_and_size_are_told(small: Guide) -> None:
    result = explain(small, recommend(small, {"regions": ["southland", "northland"], "riders": 2}))
    known, unknown = ({"aspect": "Hills", "label": label} for label in ("Many", "unknown"))
    assert result["places"] == [
        {"id": "northland", "name": "Northland", "values": [known | {"confidence": "low"}]},
        {"id": "southland", "name": "Southland", "values": [unknown | {"confidence": ""}]},
    ]
    assert result["reached"] == [{"id": "two", "headcount": 2, "law": "The tandem law"}]
    assert explain(small, recommend(small, {"riders": 1}))["reached"] == []
