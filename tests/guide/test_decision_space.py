"""Properties of the published rules over the space of all answers, drawn with a fixed seed."""

from dataclasses import replace
from itertools import pairwise

import pytest

from recommender.engine import Standing, judged, recommend
from recommender.ledger import alternatives
from recommender.model import NOT_SURE, Answer, Guide, Rule
from shared import draw_answers, draw_given


@pytest.fixture(scope="module")
def drawn(guide: Guide) -> list[dict[str, Answer]]:
    return draw_answers(guide, 5_000, seed=1)


def by_model(standings: tuple[Standing, ...]) -> dict[str, Standing]:
    return {standing.model: standing for standing in standings}


def test_every_case_has_one_outcome_that_can_be_added_up(guide: Guide) -> None:
    """100,000 cases with weights: one outcome each, points that are the sum of their reasons, a lead as promised."""
    for answers in draw_given(guide, 100_000, seed=1):
        result = recommend(guide, answers)
        weights, lead = result.given.weights, result.lead
        assert {"winner": 1, "not_enough": 0}.get(result.outcome, max(2, len(result.models))) == len(result.models)
        assert len(set(result.models)) == len(result.models)
        left = {standing.model: standing.points for standing in result.standings if not standing.excluded_by}
        assert set(result.models) <= left.keys(), answers
        for standing in result.standings:
            worth = sum(weights[rule.concern] * rule.points[standing.model] for rule in standing.reasons)
            assert standing.points == worth, answers
        if result.outcome != "not_enough":
            close = {model for model, points in left.items() if max(left.values()) - points < lead}
            assert close == set(result.models), answers


def test_not_sure_is_the_same_as_no_answer(guide: Guide, drawn: list[dict[str, Answer]]) -> None:
    for answers in drawn:
        sure = {question: answer for question, answer in answers.items() if answer != NOT_SURE}
        with_unsure, without = recommend(guide, answers), recommend(guide, sure)
        assert (with_unsure.outcome, with_unsure.standings) == (without.outcome, without.standings), answers


def test_every_question_can_change_the_outcome(guide: Guide, drawn: list[dict[str, Answer]]) -> None:
    places = tuple(place.id for place in guide.jurisdictions)
    for question in guide.questions:
        tried = alternatives(guide, question) or [places[:1], places[:5]]
        assert any(
            len({recommend(guide, answers | {question.id: answer}).models for answer in tried}) > 1 for answers in drawn
        ), question.id


ORDERED = [
    "hr_staff",
    "growth",
    "benefits_priority",
    "control_priority",
    "share_liability_priority",
    "compliance_confidence",
    "workers_comp_risk",
    "claims_history",
]


@pytest.mark.parametrize("name", [*ORDERED, "employees"])
def test_ordered_answers_move_points_one_way(guide: Guide, drawn: list[dict[str, Answer]], name: str) -> None:
    question = next(question for question in guide.questions if question.id == name)
    steps = [option.id for option in question.options] or alternatives(guide, question)
    for answers in drawn[:500]:
        results = [by_model(recommend(guide, answers | {name: step}).standings) for step in steps]
        for model in results[0]:
            moves = [after[model].points - before[model].points for before, after in pairwise(results)]
            assert all(move >= 0 for move in moves) or all(move <= 0 for move in moves), (model, answers)


def test_every_rule_holds_for_someone(guide: Guide, drawn: list[dict[str, Answer]]) -> None:
    def fired(answers: dict[str, Answer]) -> tuple[Rule, ...]:
        standings = recommend(guide, answers).standings
        return tuple(rule for standing in standings for rule in (*standing.reasons, *standing.excluded_by))

    seen = {rule.id for answers in drawn for rule in fired(answers)}
    assert seen == {rule.id for rule in guide.rules}


def test_no_model_is_favoured(guide: Guide, drawn: list[dict[str, Answer]]) -> None:
    winners = [model for answers in drawn for model in recommend(guide, answers).models]
    shares = {model: winners.count(model) / len(winners) for model in judged(guide)}
    assert max(shares.values()) < 0.4, shares
    assert min(shares.values()) > 0, shares


def test_silence_favours_nobody(guide: Guide) -> None:
    assert {standing.points for standing in recommend(guide, {}).standings} == {0}


def test_relabelling_changes_no_outcome(guide: Guide, drawn: list[dict[str, Answer]]) -> None:
    names = {model.id: f"m{index}" for index, model in enumerate(reversed(guide.models))}
    renamed = replace(
        guide,
        models=tuple(replace(model, id=names[model.id]) for model in guide.models),
        rules=tuple(
            replace(
                rule,
                id=f"r-{rule.id}",
                points={names[model]: points for model, points in rule.points.items()},
                excludes=tuple(names[model] for model in rule.excludes),
            )
            for rule in reversed(guide.rules)
        ),
    )
    for answers in drawn:
        before, after = recommend(guide, answers), recommend(renamed, answers)
        assert before.outcome == after.outcome, answers
        assert {names[model] for model in before.models} == set(after.models), answers
        points = {names[model]: standing.points for model, standing in by_model(before.standings).items()}
        assert points == {model: standing.points for model, standing in by_model(after.standings).items()}, answers
