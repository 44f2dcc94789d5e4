"""What would change a result: flips that really flip, the fewest that do, and what there still is to ask."""

import random
from dataclasses import replace
from itertools import combinations

import pytest

from recommender import flips
from recommender.advice import Move, Rule
from recommender.conditions import is_needless
from recommender.ledger import alternatives
from recommender.model import Answer, Guide
from recommender.scoring import Recommendation, recommend
from recommender.whatif import what_if
from shared import draw_answers, draw_given

type Told = tuple[str, frozenset[str], frozenset[str]]


def told(result: Recommendation) -> Told:
    return result.outcome, frozenset(result.models), frozenset(part.model for part in result.parts)


def outcome(guide: Guide, answers: dict[str, Answer]) -> Told:
    return told(recommend(guide, answers))


@pytest.fixture(params=["small", "guide"])
def any_guide(request: pytest.FixtureRequest) -> Guide:
    found: Guide = request.getfixturevalue(request.param)
    return found


def test_a_flip_flips(any_guide: Guide) -> None:
    for answers in draw_answers(any_guide, 200, seed=5):
        result = recommend(any_guide, answers)
        for flip in what_if(any_guide, result).flips:
            after = outcome(any_guide, {**answers, **flip.changes})
            assert after == (flip.outcome.kind, frozenset(flip.outcome.models), frozenset(flip.outcome.parts)), answers
            assert after != told(result), (answers, flip)
            assert any_guide.today not in flip.changes


def smallest(guide: Guide, given: dict[str, Answer], largest: int) -> int:
    """Return how many changed answers change the outcome, by trying all groups; `largest` + 1 if none does."""
    result = recommend(guide, given)
    changes = [
        (question.id, answer)
        for question in guide.questions
        if question.id in result.given.answered and question.id != guide.today
        for answer in alternatives(guide, question, result.given.answered[question.id])
    ]
    for size in range(1, largest + 1):
        for group in combinations(changes, size):
            if len(dict(group)) == size:
                after = outcome(guide, {**given, **dict(group)})
                if after != told(result) and after[0] != "not_enough":
                    return size
    return largest + 1


@pytest.mark.parametrize(("largest", "questions", "count"), [(2, 23, 60), (3, 7, 60)])
def test_no_smaller_change_flips(any_guide: Guide, largest: int, questions: int, count: int) -> None:
    """Brute force over all groups of changed answers; with more questions than given here it takes too long."""
    for answers in draw_given(any_guide, count, seed=6):
        given = dict(list(answers.items())[-questions:])
        result = recommend(any_guide, given)
        if result.outcome == "not_enough":
            continue
        found = what_if(any_guide, result).flips
        size = len(found[0].changes) if found else largest + 1
        assert min(size, largest + 1) == smallest(any_guide, given, largest), given


def random_guide(small: Guide, drawn: random.Random) -> Guide:
    """Return a guide with as many rivals as models, and rules and moves drawn at random, exclusions among them."""
    models = tuple(replace(model, stands="rival", counts_as=None) for model in small.models)
    names = [model.id for model in models]
    options = {question.id: [o.id for o in question.options] for question in small.questions if question.options}

    def rule(number: int) -> Rule:
        asked = drawn.sample(sorted(options), drawn.choice([1, 1, 1, 2]))
        return Rule(
            id=f"r{number}",
            because="-",
            cites=("almanac#far",) if drawn.random() < 0.7 else (),
            concern=drawn.choice(small.concerns).id,
            when={name: (drawn.choice(options[name]),) for name in asked},
            points={name: drawn.randint(1, 4) for name in drawn.sample(names, drawn.randint(0, 3))},
            excludes=tuple(drawn.sample(names, 1)) if drawn.random() < 0.3 else (),
        )

    move = Move(id="m", because="-", cites=(), leaving=("bike",), to=tuple(names[1:]), points=drawn.randint(1, 4))
    return replace(small, models=models, rules=tuple(rule(n) for n in range(drawn.randint(4, 14))), moves=(move,))


def test_no_smaller_change_flips_in_guides_drawn_at_random(small: Guide) -> None:
    """Here one change rules a rival out, and another lets a third one win."""
    drawn = random.Random(11)
    for number in range(150):
        guide = random_guide(small, drawn)
        for answers in draw_answers(guide, 4, seed=number):
            result = recommend(guide, answers)
            if result.outcome == "not_enough":
                continue
            found = what_if(guide, result).flips
            size = len(found[0].changes) if found else 4
            assert size == smallest(guide, answers, 3), (number, answers)


def test_next_is_open_and_can_change_the_outcome(any_guide: Guide) -> None:
    for answers in draw_answers(any_guide, 100, seed=7):
        result = recommend(any_guide, answers)
        found = what_if(any_guide, result)
        if found.next is None:
            continue
        assert found.next not in result.given.answered
        assert found.next not in result.given.unsure
        question = next(each for each in any_guide.questions if each.id == found.next)
        assert not is_needless(question, result.given.answered)


def test_settled_is_proven(any_guide: Guide) -> None:
    """By trying every answer to every question without a sure one, be it open or answered "not sure"."""
    places = tuple(place.id for place in any_guide.jurisdictions)
    final = 0
    for answers in draw_answers(any_guide, 150, seed=17):
        result = recommend(any_guide, answers)
        if result.outcome == "not_enough":
            assert not what_if(any_guide, result).final, answers
            continue
        found, changing = what_if(any_guide, result), set()
        for question in any_guide.questions:
            if question.id in {**result.given.answered, **result.given.needless}:
                continue
            tried = {"number": [1, 2, 49, 50, 10_000], "places": [places[:1], places[:2]]}.get(question.kind)
            for answer in tried or [option.id for option in question.options]:
                if outcome(any_guide, {**answers, question.id: answer}) != told(result):
                    changing.add(question.id)
        unsure = set(result.given.unsure)
        assert found.final == (not changing - unsure), answers
        assert set(found.doubts) == changing & unsure, answers
        assert (found.next is None) == (found.final or not changing - unsure), answers
        final += found.final
    assert final


def test_what_there_is_today_is_asked_first(any_guide: Guide) -> None:
    assert what_if(any_guide, recommend(any_guide, {})).next == any_guide.today


def test_without_weights_nothing_is_searched(guide: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    """With all weights 0 an evaluation once took a hundred times as long as with any other."""

    def searched(*_: object) -> None:
        raise AssertionError("a group of changes was tried")

    monkeypatch.setattr(flips, "_flip", searched)
    weightless = {f"weight_{concern.id}": 0 for concern in guide.concerns}
    for answers in draw_answers(guide, 20, seed=3):
        result = recommend(guide, {**answers, **weightless})
        assert result.outcome == "not_enough"
        assert what_if(guide, result).flips == ()


def test_a_number_is_tried_on_both_sides_of_every_bound(small: Guide) -> None:
    question = next(each for each in small.questions if each.kind == "number")
    assert alternatives(small, question) == [1, 2, 3]
    assert alternatives(small, question, given=3) == [1, 2]


def test_places_stand_for_their_number_until_some_are_named(small: Guide) -> None:
    question = next(each for each in small.questions if each.kind == "places")
    assert alternatives(small, question, given=("northland", "southland")) == [("northland",)]
    assert alternatives(small, question) == [("northland",), ("northland", "southland")]
