"""Flips really flip, take the fewest changes that do, and none is missed: every group of answers is tried."""

import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest

from recommender import flips
from recommender.advice import Rule
from recommender.flips import MOST_FLIPS, Flip, smallest_flips
from recommender.ledger import Ledger, alternatives
from recommender.model import Guide
from recommender.questions import Answer
from recommender.scoring import recommend
from shared import draw_answers, draw_given, draw_guide, judged


def found(guide: Guide, given: dict[str, Answer]) -> list[Flip]:
    return smallest_flips(guide, Ledger(guide, recommend(guide, given)))


def groups(guide: Guide, given: dict[str, Answer], size: int) -> Iterator[dict[str, Answer]]:
    """Yield every group of so many changed answers to different questions; what there is today is no choice."""
    answered = recommend(guide, given).given.answered
    changes = [
        (question.id, answer)
        for question in guide.questions
        if question.id in answered and question.id != guide.today
        for answer in alternatives(guide, question, answered[question.id])
    ]
    yield from (dict(group) for group in combinations(changes, size) if len(dict(group)) == size)


def tried(guide: Guide, given: dict[str, Answer], largest: int) -> list[Flip]:
    """Return the flips of the smallest size that has any, up to `largest`, by working out every group anew."""
    now = judged(guide, given)
    for size in range(1, largest + 1):
        flipped = [
            Flip(changes=group, outcome=after)
            for group in groups(guide, given, size)
            if (after := judged(guide, {**given, **group})).differs(now) and after.kind != "not_enough"
        ]
        if flipped:
            return sorted(
                flipped,
                key=lambda flip: (len(flip.outcome.models), sorted((q, str(a)) for q, a in flip.changes.items())),
            )
    return []


def test_a_flip_flips(any_guide: Guide) -> None:
    for answers in draw_answers(any_guide, 200, seed=5):
        for flip in found(any_guide, answers):
            assert judged(any_guide, {**answers, **flip.changes}) == flip.outcome, answers
            assert flip.outcome.differs(judged(any_guide, answers)), (answers, flip)
            assert any_guide.today not in flip.changes


@pytest.mark.parametrize(("largest", "questions", "count"), [(2, 14, 30), (MOST_FLIPS, 7, 60)])
def test_flips_are_the_first_of_all_that_there_are(any_guide: Guide, largest: int, questions: int, count: int) -> None:
    """With more answers than these, trying all takes too long."""
    sizes = set()
    for given in draw_given(any_guide, count, seed=8):
        asked = [question.id for question in any_guide.questions if question.id in given]
        few = {name: answer for name, answer in given.items() if name not in asked[questions:]}
        if judged(any_guide, few).kind == "not_enough":
            continue
        flipped = [flip for flip in found(any_guide, few) if len(flip.changes) <= largest]
        assert flipped == tried(any_guide, few, largest)[:MOST_FLIPS], few
        sizes |= {len(flip.changes) for flip in flipped}
    assert {1, 2} <= sizes


def test_flips_are_the_first_of_all_in_guides_drawn_at_random(small: Guide) -> None:
    """Here one change rules a rival out, and another lets a third one win."""
    drawn = random.Random(11)
    sizes = set()
    for number in range(150):
        guide = draw_guide(small, drawn)
        for answers in draw_answers(guide, 4, seed=number):
            if judged(guide, answers).kind == "not_enough":
                continue
            flipped = found(guide, answers)
            assert flipped == tried(guide, answers, MOST_FLIPS)[:MOST_FLIPS], (number, answers)
            sizes |= {len(flip.changes) for flip in flipped}
    assert sizes == {1, 2, 3}


def test_with_too_few_answers_there_is_nothing_to_flip(small: Guide) -> None:
    assert found(small, {"money": "short"}) == []
    assert found(small, {"money": "short", "rain": "not_sure"}) == []


def test_an_example_by_hand(small: Guide) -> None:
    """Bike 4 to 0: with rain it is 3 to 2, without the purse 1 to 0; both are close."""
    assert [(flip.changes, flip.outcome.kind) for flip in found(small, {"rain": "no", "money": "short"})] == [
        ({"money": "plenty"}, "close_call"),
        ({"rain": "yes"}, "close_call"),
    ]


def rule(name: str, points: dict[str, int], when: dict[str, str], independent: bool = True) -> Rule:
    conditions = {question: (option,) for question, option in when.items()}
    cites = ("almanac#far",) if independent else ()
    return Rule(id=name, because="-", short="-", cites=cites, concern="purse", when=conditions, points=points)


HEARSAY = rule("hearsay", {"bike": 9}, {"now": "walk"}, independent=False)
RARE = {"money": "plenty", "distance": "far"}


@pytest.mark.parametrize(
    ("rules", "now", "outcome"),
    [
        # Both independent reasons are lost, and what is left is hearsay.
        (
            [HEARSAY, rule("a", {"bike": 1}, {"money": "short"}), rule("b", {"bike": 1}, {"distance": "near"})],
            "walk",
            "winner",
        ),
        # The first independent reason is won.
        ([HEARSAY, rule("a", {"bike": 1}, RARE)], "walk", "sellers_only"),
        # A move that costs less than a lead is paid for.
        ([rule("a", {"bus": 1}, RARE)], "bike", "keep"),
    ],
)
def test_two_answers_together_do_what_neither_does_alone(
    small: Guide, rules: list[Rule], now: str, outcome: str
) -> None:
    cheap = tuple(replace(move, points=1) for move in small.moves)
    guide = replace(small, rules=tuple(rules), moves=cheap, decision=replace(small.decision, least_lead=4))
    given: dict[str, Answer] = {"rain": "no", "money": "short", "distance": "near", "now": now}
    assert judged(guide, given).kind == outcome
    assert [flip.changes for flip in found(guide, given)] == [RARE]
    assert found(guide, given) == tried(guide, given, MOST_FLIPS)


def test_where_nothing_can_flip_nothing_is_searched(guide: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    """With all weights 0 an evaluation once took a hundred times as long as with any other."""

    def searched(*_: object) -> None:
        raise AssertionError("a group of changes was tried")

    monkeypatch.setattr(flips, "_flip", searched)
    weightless = {f"weight_{concern.id}": 0 for concern in guide.concerns}
    for answers in draw_answers(guide, 20, seed=3):
        few = dict(list(recommend(guide, answers).given.answered.items())[: guide.decision.least_answers - 1])
        for given in ({**answers, **weightless}, few):
            assert judged(guide, given).kind == "not_enough"
            assert found(guide, given) == []
