"""Properties of the published rules over the space of all answers, drawn with a fixed seed."""

from dataclasses import replace
from itertools import pairwise

import pytest

from generator.advice import judged
from recommender.engine import Standing, recommend
from recommender.model import NOT_SURE, Guide, Rule
from shared import draw_answers


@pytest.fixture(scope="module")
def drawn(guide: Guide) -> list[dict[str, str]]:
    return draw_answers(guide, 5_000, seed=1)


def by_model(standings: tuple[Standing, ...]) -> dict[str, Standing]:
    return {standing.model: standing for standing in standings}


def test_every_answer_set_has_exactly_one_outcome(guide: Guide, drawn: list[dict[str, str]]) -> None:
    for answers in drawn:
        result = recommend(guide, answers)
        assert {"winner": 1, "not_enough": 0}.get(result.outcome, max(2, len(result.models))) == len(result.models), (
            answers
        )


def test_an_excluded_model_is_never_named(guide: Guide, drawn: list[dict[str, str]]) -> None:
    for answers in drawn:
        result = recommend(guide, answers)
        excluded = {standing.model for standing in result.standings if standing.excluded_by}
        assert not excluded & set(result.models), answers


def test_a_winner_leads_by_what_is_promised(guide: Guide, drawn: list[dict[str, str]]) -> None:
    for answers in drawn:
        result = recommend(guide, answers)
        open_to_win = [standing.points for standing in result.standings if not standing.excluded_by]
        if result.outcome == "winner":
            assert all(a - b >= guide.decision.least_lead for a, b in pairwise(open_to_win[:2])), answers


def test_points_are_the_sum_of_the_reasons(guide: Guide, drawn: list[dict[str, str]]) -> None:
    for answers in drawn:
        for standing in recommend(guide, answers).standings:
            assert standing.points == sum(rule.points[standing.model] for rule in standing.reasons), answers


def test_not_sure_is_the_same_as_no_answer(guide: Guide, drawn: list[dict[str, str]]) -> None:
    for answers in drawn:
        sure = {question: answer for question, answer in answers.items() if answer != NOT_SURE}
        with_unsure, without = recommend(guide, answers), recommend(guide, sure)
        assert (with_unsure.outcome, with_unsure.standings) == (without.outcome, without.standings), answers


def test_every_question_can_change_the_outcome(guide: Guide, drawn: list[dict[str, str]]) -> None:
    for question in guide.questions:
        assert any(
            len({recommend(guide, answers | {question.id: option.id}).models for option in question.options}) > 1
            for answers in drawn
        ), question.id


def test_every_rule_holds_for_someone(guide: Guide, drawn: list[dict[str, str]]) -> None:
    def fired(answers: dict[str, str]) -> tuple[Rule, ...]:
        standings = recommend(guide, answers).standings
        return tuple(rule for standing in standings for rule in (*standing.reasons, *standing.excluded_by))

    seen = {rule.id for answers in drawn for rule in fired(answers)}
    assert seen == {rule.id for rule in guide.rules}


def test_no_model_is_favoured(guide: Guide) -> None:
    full = [answers for answers in draw_answers(guide, 20_000, seed=2) if NOT_SURE not in answers.values()]
    winners = [recommend(guide, answers).models for answers in full]
    shares = [winners.count((model,)) / len(winners) for model in judged(guide)]
    assert max(shares) - min(shares) < 0.10, shares


def test_relabelling_changes_no_outcome(guide: Guide, drawn: list[dict[str, str]]) -> None:
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
