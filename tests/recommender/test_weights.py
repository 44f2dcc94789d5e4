"""What matters more to a person counts more: points, order, lead, reasons and links follow the weights."""

from fractions import Fraction

from recommender.explain import explain
from recommender.model import Guide
from recommender.scoring import lead_needed, recommend
from shared import draw_given

DRY_AND_POOR = {"rain": "no", "money": "short"}


def points(guide: Guide, answers: dict[str, object]) -> dict[str, int]:
    return {standing.model: standing.points for standing in recommend(guide, answers).standings}


def test_points_are_weighed_by_concern(small: Guide) -> None:
    assert points(small, DRY_AND_POOR) == {"bike": 4, "bus": 0}
    assert points(small, {**DRY_AND_POOR, "weight_purse": 2}) == {"bike": 7, "bus": 0}
    assert points(small, {**DRY_AND_POOR, "weight_purse": 0}) == {"bike": 1, "bus": 0}


def test_the_sum_shows_how_a_reason_was_weighed(small: Guide) -> None:
    bike = explain(small, recommend(small, {**DRY_AND_POOR, "weight_purse": 2}))["standings"][0]
    assert (bike["total"], bike["points"]) == ("6 + 1 = 7 points", 7)
    assert [reason["weighed"] for reason in bike["reasons"]] == ["2 times 3", ""]


def test_the_lead_follows_the_average_weight(small: Guide) -> None:
    assert lead_needed(small, {"purse": 1, "comfort": 1}) == 2
    assert lead_needed(small, {"purse": 2, "comfort": 1}) == 3
    assert lead_needed(small, {"purse": 0, "comfort": 1}) == 1
    assert explain(small, recommend(small, {"rain": "no", "money": "plenty", "weight_purse": 2}))["detail"] == (
        "Less than 3 points apart."
    )


def test_all_twice_as_much_changes_no_outcome(guide: Guide) -> None:
    for answers in draw_given(guide, 200, seed=21):
        plain = {name: answer for name, answer in answers.items() if not name.startswith("weight_")}
        doubled = plain | {f"weight_{concern.id}": 2 for concern in guide.concerns}
        one, other = recommend(guide, plain), recommend(guide, doubled)
        assert (one.outcome, one.models) == (other.outcome, other.models), answers


def test_if_nothing_counts_nothing_is_said(small: Guide) -> None:
    result = explain(small, recommend(small, {**DRY_AND_POOR, "weight_purse": 0, "weight_comfort": 0}))
    assert (result["outcome"], result["detail"]) == ("not_enough", "Nothing counts.")


def test_a_link_carries_weights_and_amounts(small: Guide) -> None:
    given = {**DRY_AND_POOR, "weight_purse": 2, "fare": 2.5, "rides": "10"}
    result = explain(small, recommend(small, given))
    assert result["fragment"] == "rain=no&money=short&weight_purse=2&fare=2.5&rides=10"
    assert all("weight_purse=2&fare=2.5" in flip["fragment"] for flip in result["flips"])
    assert result["weights"] == [{"concern": "purse", "label": "Purse", "words": "Twice"}]


def test_weights_of_one_are_none(small: Guide) -> None:
    result = recommend(small, {**DRY_AND_POOR, "weight_purse": 1})
    assert explain(small, result) == explain(small, recommend(small, DRY_AND_POOR))
    assert result.lead == Fraction(2)
