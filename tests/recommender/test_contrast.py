"""Two sets of answers side by side: what differs is told, and nothing else."""

import json
from itertools import pairwise

import pytest

from recommender.api import Adviser
from recommender.contrast import contrast as set_beside
from recommender.errors import RecommenderError
from recommender.model import Guide
from recommender.moved import MINUS
from recommender.scoring import recommend
from shared import draw_given


def contrast(guide: Guide, before: dict[str, object], after: dict[str, object]) -> dict[str, object]:
    told: dict[str, object] = json.loads(Adviser(guide=guide).contrast(json.dumps({"before": before, "after": after})))
    return told


def weighs(text: str, points: str, **more: bool) -> dict[str, object]:
    """Return a reason that counts by so many points more, or less."""
    return {"text": f"You know that {text}", "points": points, "out": False, "back": False} | more


def test_what_differs_is_told(small: Guide) -> None:
    told = contrast(
        small,
        {"rain": "no", "money": "short", "riders": 2},
        {"rain": "yes", "money": "short", "riders": 2, "weight_purse": 2, "rides": 10},
    )
    assert (told["before"], told["after"]) == ("Take a bike.", "Take a bike.")
    assert told["changes"] == [
        {"label": "Rain", "before": "It is dry", "after": "It pours"},
        {"label": "Purse", "before": "Once", "after": "Twice"},
        {"label": "Rides", "before": "", "after": "10"},
    ]
    inside = {"ruled_out_before": False, "ruled_out_after": False}
    rain, dry, cheap = ("it rains, and a bus is dry", "it is dry", "a bike costs less")
    assert told["models"] == [
        {"abbreviation": "Bike", "before": 4, "after": 6, "moved": [weighs(cheap, "+3"), weighs(dry, f"{MINUS}1")]}
        | inside,
        {"abbreviation": "Bus", "before": 0, "after": 2, "moved": [weighs(rain, "+2")]} | inside,
    ]
    assert told["why"] == "As before."
    assert told["bills"] == [{"abbreviation": "Bus", "before": "no idea", "after": "960 to 1,440 coins"}]


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        (
            {"rain": "no", "money": "short"},
            {"rain": "yes", "money": "plenty"},
            "Now a bus, for “You know that a bike costs less” is no more for Bike and “You know that it rains, "
            "and a bus is dry” is for Bus.",
        ),
        (
            {"rain": "no", "money": "short", "distance": "near"},
            {"rain": "no", "money": "short", "distance": "far", "riders": 3},
            "Now a bus, for “You know that it is too far to ride” is against Bike and “You know that a bike takes one” "
            "is for Bus.",
        ),
        (
            {"rain": "yes", "distance": "far", "money": "short"},
            {"rain": "yes", "distance": "near", "money": "short"},
            "Now a tie of a bike and a bus, for “You know that it is too far to ride” is no more against Bike and “You "
            "know that near and cheap go together” is for Bike.",
        ),
        (
            {"rain": "yes", "money": "short"},
            {"rain": "yes", "money": "short", "weight_purse": 2},
            "Now a bike, for “You know that a bike costs less” is for Bike.",
        ),
        (
            {"rain": "no", "money": "short"},
            {"rain": "no", "money": "short", "boat": "no"},
            "As before, with nothing moved.",
        ),
        (
            {"rain": "no", "money": "short"},
            {},
            "Now nothing, for “You know that a bike costs less” is no more for Bike and "
            "“You know that it is dry” is no more for Bike.",
        ),
    ],
)
def test_the_answer_is_told_with_what_leads_to_it(
    small: Guide, before: dict[str, object], after: dict[str, object], why: str
) -> None:
    assert contrast(small, before, after)["why"] == why


def test_points_that_moved_add_up(guide: Guide) -> None:
    for one, other in pairwise(draw_given(guide, 40, seed=23)):
        told = set_beside(guide, recommend(guide, one), recommend(guide, other))
        for model in told["models"]:
            moved = sum(int(each["points"].replace(MINUS, "-")) for each in model["moved"] if each["points"])
            assert moved == model["after"] - model["before"]


def test_what_was_filled_in_is_told_with_its_unit_and_its_quote(small: Guide) -> None:
    told = contrast(
        small,
        {"seat": 7, "quote1_tours": 9, "quote1_for": "bus", "quote2_name": "Ann"},
        {"meal": "soup", "quote1_tours": "12", "quote1_for": "bus", "quote2_name": "Bob", "quote2_rise": "2.5"},
    )
    assert told["changes"] == [
        {"label": "Your seat", "before": "7 number", "after": ""},
        {"label": "Your meal", "before": "", "after": "Soup"},
        {"label": "Offer 1: Tours", "before": "9 a year", "after": "12 a year"},
        {"label": "Offer 2: Whose it is", "before": "Ann", "after": "Bob"},
        {"label": "Offer 2: It may rise by", "before": "", "after": "2.5%"},
    ]


def test_equal_answers_differ_in_nothing(guide: Guide) -> None:
    answers = dict(guide.profiles[0].answers)
    told = contrast(guide, answers, answers)
    assert (told["changes"], told["bills"]) == ([], [])


@pytest.mark.parametrize("request_", ["[]", "{}", '{"before": {}}', '{"before": {}, "after": 1}'])
def test_what_is_no_pair_is_refused(small: Guide, request_: str) -> None:
    with pytest.raises(RecommenderError):
        Adviser(guide=small).contrast(request_)
