"""Properties of the published rules over the space of all answers, drawn with a fixed seed."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest

from recommender.advice import Rule
from recommender.ledger import alternatives
from recommender.model import Guide
from recommender.questions import NOT_SURE, Answer
from recommender.scoring import Recommendation, Standing, average, recommend, standing
from shared import draw_answers, draw_given


@pytest.fixture(scope="module")
def drawn(guide: Guide) -> list[dict[str, Answer]]:
    return draw_answers(guide, 5_000, seed=1)


def by_model(standings: tuple[Standing, ...]) -> dict[str, Standing]:
    return {standing.model: standing for standing in standings}


ONE = {"winner": 1, "keep": 1, "sellers_only": 1, "not_enough": 0}


@pytest.mark.parametrize("seed", range(1, 5))
def test_every_case_has_one_outcome_that_can_be_added_up(guide: Guide, seed: int) -> None:
    """100,000 cases with weights: one outcome each, points that are the sum of their reasons, a lead as promised."""
    for answers in draw_given(guide, 25_000, seed=seed):
        result = recommend(guide, answers)
        weights, lead, said = result.given.weights, result.lead, result.models
        least = 2 if result.outcome == "close_call" else guide.decision.most_close + 1
        assert len(said) == ONE[result.outcome] if result.outcome in ONE else len(said) >= least, answers
        assert result.outcome == "open" or len(said) <= guide.decision.most_close
        left = {standing.model: standing.points for standing in result.standings if not standing.excluded_by}
        assert set(said) <= left.keys() or said == tuple(part.model for part in result.parts), answers
        for each in result.standings:
            worth = sum(weights[rule.concern] * rule.points[each.model] for rule in each.reasons)
            assert each.points == worth, answers
        if result.outcome != "not_enough" and left:
            assert promised(guide, result, left, lead) == set(said), answers


def promised(guide: Guide, result: Recommendation, left: dict[str, int], lead: Fraction) -> set[str]:
    """Return the models that must be named: what is kept, or the best of those that pay for the move."""
    kept = result.current.model if result.current and result.current.model in left else None
    if kept:
        weigh = average(result.given.weights)
        moves = {to: move.points * weigh for move in guide.moves if kept in move.leaving for to in move.to}
        left = {
            model: points for model, points in left.items() if model != kept and points - left[kept] >= moves[model]
        }
        if not left:
            return {kept}
    return {model for model, points in left.items() if max(left.values()) - points < lead}


def test_an_excluded_rival_never_wins(guide: Guide, drawn: list[dict[str, Answer]]) -> None:
    tried = 0
    for answers in drawn:
        result = recommend(guide, answers)
        out = {standing.model for standing in result.standings if standing.excluded_by}
        assert not out & set(result.models), answers
        tried += bool(out)
    assert tried


def test_no_rival_wins_on_what_sellers_say_alone(guide: Guide, drawn: list[dict[str, Answer]]) -> None:
    for answers in drawn:
        result = recommend(guide, answers)
        if result.outcome == "winner":
            reasons = next((s.reasons for s in result.standings if s.model == result.models[0]), ())
            assert not reasons or {rule.id for rule in reasons} & result.backing, answers


def test_every_move_leads_from_every_rival_to_every_other(guide: Guide) -> None:
    rivals = standing(guide, "rival")
    told = [(leaving, to) for move in guide.moves for leaving in move.leaving for to in move.to if leaving != to]
    assert sorted(told) == sorted((one, other) for one in rivals for other in rivals if one != other)


def test_more_weight_on_a_concern_never_helps_whom_it_speaks_for_least(
    guide: Guide, drawn: list[dict[str, Answer]]
) -> None:
    """Cost three times as heavy once lifted the dearest model, because "total value" counted as cost."""
    for answers in drawn[:1_500]:
        for concern in guide.concerns:
            light, heavy = (recommend(guide, {**answers, f"weight_{concern.id}": weight}) for weight in (1, 3))
            spoken = {
                each.model: sum(rule.points[each.model] for rule in each.reasons if rule.concern == concern.id)
                for each in light.standings
                if not each.excluded_by
            }
            least = {model for model, points in spoken.items() if points < max(spoken.values())}
            if heavy.outcome == "winner" and light.outcome in ("winner", "close_call", "open"):
                winner = heavy.models[0]
                assert winner not in least or winner in light.models or spoken[winner] > min(spoken.values()), answers
                if light.outcome == "winner" and light.models != heavy.models and light.models[0] in spoken:
                    assert spoken[winner] > spoken[light.models[0]], (concern.id, answers)


def test_fee_and_value_do_not_speak_for_the_same_as_cost(guide: Guide) -> None:
    dear = {rule.id for rule in guide.rules if rule.concern == "cost" and guide.sharing in rule.points}
    assert dear == set()


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
            len({said(recommend(guide, answers | {question.id: answer})) for answer in tried}) > 1 for answers in drawn
        ), question.id


def said(result: Recommendation) -> tuple[object, ...]:
    return result.outcome, result.models, tuple(part.model for part in result.parts)


def test_ordered_answers_move_points_one_way(guide: Guide, drawn: list[dict[str, Answer]]) -> None:
    ordered = [question for question in guide.questions if question.ordered or question.kind == "number"]
    assert {question.kind for question in ordered} == {"choice", "number"}
    for question in ordered:
        steps = alternatives(guide, question)
        for answers in drawn[:300]:
            results = [by_model(recommend(guide, answers | {question.id: step}).standings) for step in steps]
            for model in results[0]:
                moves = [after[model].points - before[model].points for before, after in pairwise(results)]
                assert all(m >= 0 for m in moves) or all(m <= 0 for m in moves), (question.id, model, answers)


def test_every_rule_holds_for_someone(guide: Guide, drawn: list[dict[str, Answer]]) -> None:
    def fired(answers: dict[str, Answer]) -> tuple[Rule, ...]:
        result = recommend(guide, answers)
        standings = tuple(rule for each in result.standings for rule in (*each.reasons, *each.excluded_by))
        return standings + tuple(rule for each in (*result.parts, *result.qualities) for rule in each.reasons)

    seen = {rule.id for answers in drawn for rule in fired(answers)}
    assert seen == {rule.id for rule in guide.rules}


def test_silence_favours_nobody(guide: Guide) -> None:
    assert {standing.points for standing in recommend(guide, {}).standings} == {0}


def test_relabelling_changes_no_outcome(guide: Guide, drawn: list[dict[str, Answer]]) -> None:
    names = {model.id: f"m{index}" for index, model in enumerate(reversed(guide.models))}

    def named(models: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(names[model] for model in models)

    renamed = replace(
        guide,
        sharing=names[guide.sharing],
        models=tuple(
            replace(model, id=names[model.id], counts_as=names.get(model.counts_as or "")) for model in guide.models
        ),
        questions=tuple(
            replace(
                question,
                options=tuple(replace(option, model=names.get(option.model or "")) for option in question.options),
            )
            for question in guide.questions
        ),
        moves=tuple(replace(move, leaving=named(move.leaving), to=named(move.to)) for move in guide.moves),
        rules=tuple(
            replace(
                rule,
                id=f"r-{rule.id}",
                points={names[model]: points for model, points in rule.points.items()},
                parts=named(rule.parts),
                excludes=named(rule.excludes),
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
