"""What holds at the places that were named and at the size that was given, no more; what is unknown stays unknown."""

from dataclasses import replace

import pytest

from recommender.local_facts import places, reached
from recommender.model import Guide
from recommender.result_facts import PlaceWords, Reached
from recommender.scoring import recommend
from shared import draw_given


def at(guide: Guide, **answers: object) -> list[PlaceWords]:
    return places(guide, recommend(guide, answers))


def from_size(guide: Guide, size: object) -> list[Reached]:
    return reached(guide, recommend(guide, {guide.headcount: size}))


def test_places_are_told_in_the_order_of_the_guide(small: Guide) -> None:
    assert [place["id"] for place in at(small, regions=["southland", "northland"])] == ["northland", "southland"]
    assert [place["name"] for place in at(small, regions=["southland"])] == ["Southland"]


@pytest.mark.parametrize("answers", [{}, {"regions": "not_sure"}, {"regions": []}, {"rain": "northland"}])
def test_where_no_place_was_named_none_is_told(small: Guide, answers: dict[str, object]) -> None:
    assert at(small, **answers) == []


def test_every_place_has_the_value_that_was_found(any_guide: Guide) -> None:
    facts = {place.id: place.facts for place in any_guide.jurisdictions}
    labels = {(aspect.id, value.id): value.label for aspect in any_guide.aspects for value in aspect.values}
    told_aspects = [aspect for aspect in any_guide.aspects if aspect.in_result]
    seen = 0
    for answers in draw_given(any_guide, 40, seed=71):
        result = recommend(any_guide, answers)
        told = places(any_guide, result)
        assert {place["id"] for place in told} == {
            place for answer in result.given.answered.values() if isinstance(answer, tuple) for place in answer
        }
        for place in told:
            for aspect, value in zip(told_aspects, place["values"], strict=True):
                found = facts[place["id"]][aspect.id]
                assert value["aspect"] == aspect.name
                assert value["label"] == labels.get((aspect.id, found.value), "unknown")
                assert value["confidence"] == (found.confidence or "")
                seen += 1
    assert seen


def test_a_law_has_started_where_its_number_is_reached(any_guide: Guide) -> None:
    bounds = sorted({each.headcount for each in any_guide.thresholds})
    for size in {1, *(bound + step for bound in bounds for step in (-1, 0, 1) if bound + step)}:
        expected = {each.id for each in any_guide.thresholds if each.headcount <= size}
        assert {each["id"] for each in from_size(any_guide, size)} == expected


@pytest.mark.parametrize("size", ["not_sure", 0, -1, None, "20", True])
def test_without_a_size_no_law_has_started(small: Guide, size: object) -> None:
    assert from_size(small, size) == []


def test_laws_are_told_by_size_then_in_the_order_of_the_guide(small: Guide) -> None:
    (law,) = small.thresholds
    made = [("d", 5, 3), ("b", 10, 3), ("a", 10, 3), ("c", 20, 1)]
    laws = tuple(replace(law, id=name, order=order, headcount=size) for name, order, size in made)
    guide = replace(small, thresholds=laws)
    assert [each["id"] for each in from_size(guide, 3)] == ["c", "d", "a", "b"]
    assert from_size(guide, 1) == [{"id": "c", "headcount": 1, "law": "The tandem law"}]
