"""A ledger says of changed answers what scoring them anew says, and never promises less than a change can do."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product

import pytest

from recommender.advice import Rule
from recommender.conditions import accepts, is_needless
from recommender.ledger import Ledger, alternatives, counting
from recommender.model import Guide
from recommender.questions import Answer, Question, Range
from recommender.scoring import Recommendation, recommend
from shared import draw_given, draw_guide, judged

type Case = tuple[Guide, dict[str, Answer], Ledger, dict[str, Answer]]


def ledger_of(guide: Guide, answers: dict[str, Answer]) -> Ledger:
    return Ledger(guide, recommend(guide, answers))


def cases(guide: Guide, count: int, seed: int, most: int = 3) -> Iterator[Case]:
    """Yield answers with weights, sometimes few, and up to `most` changed or added ones that have something to tell."""
    drawn = random.Random(seed)
    for answers in draw_given(guide, count, seed):
        if drawn.random() < 0.2:
            asked = [question.id for question in guide.questions if question.id in answers]
            for name in asked[guide.decision.least_answers - 1 :]:
                del answers[name]
        ledger = ledger_of(guide, answers)
        asked = [question for question in guide.questions if not is_needless(question, ledger.answered)]
        change = {}
        for question in drawn.sample(asked, drawn.randint(1, min(most, len(asked)))):
            others = alternatives(guide, question, ledger.answered.get(question.id))
            if others:
                change[question.id] = drawn.choice(others)
        if change:
            yield guide, answers, ledger, change


def random_cases(small: Guide, count: int, seed: int) -> Iterator[Case]:
    """Yield cases of guides whose rules are drawn at random."""
    drawn = random.Random(seed)
    for number in range(count):
        yield from cases(draw_guide(small, drawn), 3, seed=number)


def points(result: Recommendation) -> dict[str, int]:
    return {standing.model: standing.points for standing in result.standings}


def test_a_ledger_says_what_the_recommendation_says(any_guide: Guide) -> None:
    for answers in draw_given(any_guide, 100, seed=41):
        ledger, result = ledger_of(any_guide, answers), recommend(any_guide, answers)
        assert ledger.now == judged(any_guide, answers), answers
        assert (ledger.answered, ledger.tally.points) == (result.given.answered, points(result))


def test_changed_answers_come_out_as_when_scored_anew(any_guide: Guide, small: Guide) -> None:
    for guide, answers, ledger, change in [*cases(any_guide, 150, 42), *random_cases(small, 60, 43)]:
        assert ledger.after(change) == judged(guide, {**answers, **change}), (answers, change)
        assert ledger.changed(change).now == ledger.after(change), (answers, change)
        assert ledger.now == judged(guide, answers), "the ledger itself changed"


def test_a_look_tells_lead_and_how_far_rivals_moved(any_guide: Guide, small: Guide) -> None:
    for guide, answers, ledger, change in [*cases(any_guide, 100, 44), *random_cases(small, 60, 45)]:
        before, after = (recommend(guide, {**answers, **more}) for more in ({}, change))
        left = sorted((each.points for each in after.standings if not each.excluded_by), reverse=True)
        moved = [points(after)[model] - worth for model, worth in points(before).items()]
        look = ledger.look(change)
        assert look.lead == (left[0] - left[1] if len(left) > 1 else sum(left)), (answers, change)
        assert look.apart == max(moved) - min(moved), (answers, change)


def of_one_question(guide: Guide) -> Guide:
    """Return the guide with the rules alone that ask one question."""
    return replace(guide, rules=tuple(rule for rule in guide.rules if len({**rule.when, **rule.within}) == 1))


def swings(case: Case) -> Iterator[tuple[int, int]]:
    """Yield, for each two rivals, by how much the distance of one over the other grows, and the sum of the swings."""
    guide, answers, ledger, change = case
    before, after = (points(recommend(guide, {**answers, **more})) for more in ({}, change))
    for up, down in product(before, repeat=2):
        gained = (after[up] - after[down]) - (before[up] - before[down])
        yield gained, sum(ledger.swing(each, up, down) for each in change.items())


def plain(drawn: Iterable[Case]) -> Iterator[Case]:
    """Yield the cases in which the changed answers move points only."""
    return (case for case in drawn if not any(map(case[2].structural, case[3])))


def test_a_swing_is_what_scoring_anew_gains_where_rules_ask_one_question(any_guide: Guide, small: Guide) -> None:
    guides = [any_guide, *(draw_guide(small, random.Random(number)) for number in range(40))]
    drawn = (case for each in guides for case in cases(of_one_question(each), 6, 46, most=1))
    for case in plain(drawn):
        assert all(gained == swing for gained, swing in swings(case)), case[1:]


def test_no_group_of_changes_gains_more_than_its_swings(any_guide: Guide, small: Guide) -> None:
    for case in plain([*cases(any_guide, 60, 47), *random_cases(small, 100, 48)]):
        assert all(gained <= swing for gained, swing in swings(case)), case[1:]


def test_no_group_of_changes_gives_or_takes_more_reasons_than_its_swings(any_guide: Guide, small: Guide) -> None:
    for _, answers, ledger, change in plain([*cases(any_guide, 60, 49), *random_cases(small, 100, 50)]):
        before, after = ledger.tally.backed, ledger.changed(change).tally.backed
        for model, count in before.items():
            given, taken = (sum(ledger.backing_swing(each, model, way) for each in change.items()) for way in (1, -1))
            assert -taken <= after[model] - count <= given, (answers, change, model)


def test_what_is_not_structural_moves_points_only(any_guide: Guide, small: Guide) -> None:
    seen = set()
    for guide, answers, ledger, change in [*cases(any_guide, 100, 51, most=1), *random_cases(small, 60, 52)]:
        (structural,) = {any(map(ledger.structural, change))}
        seen.add(structural)
        before, after = (recommend(guide, {**answers, **more}) for more in ({}, change))
        if not structural:
            assert out(before) == out(after), (answers, change)
            assert {**before.given.answered, **change} == after.given.answered, (answers, change)
            assert before.current == after.current
    assert seen == {True, False}


def out(result: Recommendation) -> object:
    """Return what is ruled out, and what answers for a part."""
    parts = [part.model for part in result.parts]
    return {each.model for each in result.standings if each.excluded_by}, parts


def accepting(guide: Guide, question: Question, answer: Answer) -> list[str]:
    return [rule.id for rule in guide.rules if asks(rule, question) and accepts(rule, question.id, answer)]


def asks(rule: Rule, question: Question) -> bool:
    return question.id in {**rule.when, **rule.within}


def test_there_is_an_alternative_for_every_way_in_which_rules_tell_answers_apart(any_guide: Guide) -> None:
    places = tuple(place.id for place in any_guide.jurisdictions)
    for question in any_guide.questions:
        every: dict[str, list[Answer]] = {"number": [*range(1, 1200)], "places": [places[: n + 1] for n in range(50)]}
        answers = every.get(question.kind) or [option.id for option in question.options]
        ways = [accepting(any_guide, question, answer) for answer in alternatives(any_guide, question)]
        assert all(accepting(any_guide, question, answer) in ways for answer in answers), question.id


def test_an_answer_is_no_alternative_to_itself(any_guide: Guide) -> None:
    for answers in draw_given(any_guide, 50, seed=53):
        for name, answer in recommend(any_guide, answers).given.answered.items():
            question = next(each for each in any_guide.questions if each.id == name)
            assert answer not in alternatives(any_guide, question, answer)


def test_a_number_is_tried_on_both_sides_of_every_bound(small: Guide) -> None:
    question = next(each for each in small.questions if each.kind == "number")
    assert alternatives(small, question) == [1, 2, 3]
    assert alternatives(small, question, given=3) == [1, 2]


def test_a_bound_from_above_has_two_sides_too(small: Guide) -> None:
    few = replace(small.rules[0], when={}, within={"riders": Range(at_most=4)})
    question = next(each for each in small.questions if each.id == "riders")
    assert alternatives(replace(small, rules=(few,)), question) == [1, 4, 5]


def test_places_stand_for_their_number_until_some_are_named(small: Guide) -> None:
    question = next(each for each in small.questions if each.kind == "places")
    assert alternatives(small, question, given=("northland", "southland")) == [("northland",)]
    assert alternatives(small, question) == [("northland",), ("northland", "southland")]


@pytest.mark.parametrize("count", [0, 1])
def test_few_answers_lean_to_where_they_would_lead_if_they_were_enough(any_guide: Guide, count: int) -> None:
    satisfied = replace(any_guide, decision=replace(any_guide.decision, least_answers=count))
    for answers in draw_given(any_guide, 60, seed=54):
        given = recommend(any_guide, answers).given.answered
        few = dict(list(given.items())[:count])
        if len(few) < count:
            continue
        ledger = ledger_of(any_guide, few)
        assert ledger.now.kind == "not_enough"
        assert ledger.leaning().now == judged(satisfied, few), few


def test_enough_answers_need_not_lean(small: Guide) -> None:
    ledger = ledger_of(small, {"rain": "no", "money": "short"})
    assert ledger.leaning() is ledger


def test_a_needless_answer_does_not_count(small: Guide) -> None:
    assert counting(small, {"water": "no", "boat": "yes"}) == {"water": "no"}
    assert counting(small, {"water": "all", "boat": "yes"}) == {"water": "all", "boat": "yes"}
