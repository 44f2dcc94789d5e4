"""Points are added, exclusions kept apart, and an outcome is named only when the lead is large enough."""

from dataclasses import replace

import pytest

from recommender.model import Guide
from recommender.scoring import Recommendation, recommend


def points(result: Recommendation) -> dict[str, int]:
    return {standing.model: standing.points for standing in result.standings}


def test_points_of_the_rules_that_hold_are_added(small: Guide) -> None:
    result = recommend(small, {"distance": "near", "money": "short", "rain": "no"})
    assert points(result) == {"bike": 5, "bus": 1}
    assert [rule.id for rule in result.standings[0].reasons] == ["poor", "dry", "near-and-poor"]


def test_a_rule_on_two_questions_needs_both(small: Guide) -> None:
    assert points(recommend(small, {"distance": "near", "rain": "no"})) == {"bike": 1, "bus": 0}


@pytest.mark.parametrize(
    ("answers", "outcome", "models"),
    [
        ({}, "not_enough", ()),
        ({"money": "short"}, "not_enough", ()),
        ({"money": "short", "rain": "not_sure"}, "not_enough", ()),
        ({"money": "short", "rain": "no"}, "winner", ("bike",)),
        ({"money": "short", "rain": "yes"}, "close_call", ("bike", "bus")),
        ({"money": "plenty", "rain": "yes"}, "winner", ("bus",)),
        ({"money": "plenty", "rain": "no"}, "close_call", ("bike", "bus")),
    ],
)
def test_outcome(small: Guide, answers: dict[str, str], outcome: str, models: tuple[str, ...]) -> None:
    result = recommend(small, answers)
    assert (result.outcome, result.models) == (outcome, models)


def test_an_excluded_model_keeps_its_points_and_cannot_win(small: Guide) -> None:
    result = recommend(small, {"money": "short", "distance": "far"})
    assert (result.outcome, result.models) == ("winner", ("bus",))
    assert points(result) == {"bus": 0, "bike": 3}
    assert recommend(small, {"money": "plenty", "distance": "far"}).outcome == "winner"
    assert [rule.id for rule in result.standings[-1].excluded_by] == ["too-far"]


def test_with_every_model_excluded_nothing_wins(small: Guide) -> None:
    both = tuple(replace(rule, excludes=("bike", "bus")) if rule.id == "too-far" else rule for rule in small.rules)
    result = recommend(replace(small, rules=both), {"money": "short", "distance": "far"})
    assert (result.outcome, result.models) == ("not_enough", ())


def test_not_sure_counts_as_no_answer(small: Guide) -> None:
    sure = recommend(small, {"money": "short", "rain": "no"})
    also = recommend(small, {"money": "short", "rain": "no", "distance": "not_sure"})
    assert (also.outcome, also.models, points(also)) == (sure.outcome, sure.models, points(sure))
    assert also.given.unsure == ("distance",)


@pytest.mark.parametrize("value", ["yesss", "", None, 7, ["yes"], {"yes": 1}])
def test_what_the_guide_does_not_know_is_set_apart(small: Guide, value: object) -> None:
    result = recommend(small, {"rain": value, "snow": "yes", "money": "short"})
    assert result.given.answered == {"money": "short"}
    assert result.given.ignored == {"rain": value, "snow": "yes"}


def test_the_order_of_answers_and_data_changes_nothing(small: Guide) -> None:
    turned = replace(small, rules=small.rules[::-1], models=small.models[::-1], questions=small.questions[::-1])
    forward = recommend(small, {"rain": "no", "money": "short", "distance": "near"})
    backward = recommend(turned, {"distance": "near", "money": "short", "rain": "no"})
    assert forward == backward
    assert list(forward.given.answered) == list(backward.given.answered)


def hearsay(guide: Guide, *rules: str) -> Guide:
    """Return the guide with another source, which sells, behind some rules."""
    seller = replace(guide.sources[0], id="seller", kind="seller")
    told = tuple(replace(rule, cites=("seller#cheaper",)) if rule.id in rules else rule for rule in guide.rules)
    return replace(guide, sources=(*guide.sources, seller), rules=told)


def test_a_rival_cannot_win_on_what_sellers_say(small: Guide) -> None:
    answers = {"money": "short", "rain": "no"}
    assert recommend(hearsay(small, "poor"), answers).outcome == "winner"  # the other reason is independent
    result = recommend(hearsay(small, "poor", "dry"), answers)
    assert (result.outcome, result.models) == ("sellers_only", ("bike",))
    against = tuple(replace(rule, against=rule.cites) for rule in small.rules)
    assert recommend(replace(small, rules=against), answers).outcome == "sellers_only"  # law against it is no backing
    weighed = recommend(hearsay(small, "poor"), {**answers, "weight_comfort": 0})
    assert weighed.outcome == "sellers_only"  # a reason that does not count carries nothing


@pytest.mark.parametrize(
    ("now", "answers", "outcome", "models"),
    [
        ("walk", {"money": "short", "rain": "no"}, "winner", ("bike",)),  # nothing is kept
        ("bus", {"money": "short", "rain": "no"}, "winner", ("bike",)),  # 4 ahead pay for a move of 3
        ("bus", {"money": "short", "rain": "yes"}, "keep", ("bus",)),  # 3 to 2
        ("bike", {"money": "short", "rain": "no"}, "keep", ("bike",)),  # what there is leads itself
        ("bike", {"money": "plenty", "rain": "yes"}, "keep", ("bike",)),  # 2 ahead do not pay for a move of 4
        ("bike", {"rain": "yes", "riders": 3}, "winner", ("bus",)),  # 4 do
        ("bike", {"rain": "yes", "riders": 3, "distance": "far"}, "winner", ("bus",)),  # what is ruled out is not kept
    ],
)
def test_what_there_is_stays_unless_a_rival_pays_for_the_move(
    small: Guide, now: str, answers: dict[str, object], outcome: str, models: tuple[str, ...]
) -> None:
    result = recommend(small, {**answers, "now": now})
    assert (result.outcome, result.models) == (outcome, models)


def test_a_move_costs_more_where_all_counts_more(small: Guide) -> None:
    answers = {"rain": "yes", "riders": 3, "now": "bike"}
    assert recommend(small, answers).outcome == "winner"
    twice = {"weight_comfort": 2, "weight_purse": 2}
    assert recommend(small, {**answers, **twice}).outcome == "winner"
    assert recommend(small, {**answers, "weight_purse": 2}).outcome == "keep"  # 4 points, and 4 times 1.5 are needed


def test_a_part_is_told_beside_the_rest(small: Guide) -> None:
    result = recommend(small, {"water": "some", "money": "short", "rain": "no"})
    assert (result.outcome, result.models) == ("winner", ("bike",))
    assert [(part.model, [rule.id for rule in part.reasons]) for part in result.parts] == [("ferry", ["over-water"])]


def test_a_part_is_the_whole_answer_where_it_is_for_all(small: Guide) -> None:
    result = recommend(small, {"water": "all", "money": "short", "rain": "no"})
    assert (result.outcome, result.models) == ("winner", ("ferry",))


def test_a_quality_is_insisted_on_from_its_own_points(small: Guide) -> None:
    dry, wet = (recommend(small, {"money": "short", "rain": rain}) for rain in ("no", "yes"))
    assert [(q.model, q.of, q.points, q.insist) for q in dry.qualities] == [("racer", "bike", 2, True)]
    assert [(q.points, q.insist) for q in wet.qualities] == [(0, False)]
    assert "racer" not in points(dry)


def test_an_answer_that_another_has_settled_does_not_count(small: Guide) -> None:
    boat = {"money": "plenty", "rain": "no", "boat": "yes"}
    assert points(recommend(small, boat))["bike"] == 2
    result = recommend(small, {**boat, "water": "no"})
    assert points(result)["bike"] == 1
    assert (result.given.needless, "boat" in result.given.answered) == ({"boat": "yes"}, False)
    assert result.given.ignored == {}


@pytest.mark.parametrize(("most", "outcome"), [(2, "close_call"), (1, "open")])
def test_a_call_among_too_many_is_none(small: Guide, most: int, outcome: str) -> None:
    guide = replace(small, decision=replace(small.decision, most_close=most))
    result = recommend(guide, {"money": "plenty", "rain": "no"})
    assert (result.outcome, set(result.models)) == (outcome, {"bike", "bus"})
