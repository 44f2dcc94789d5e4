"""Pictures say in words what they draw, and everything stands inside the frame."""

from itertools import pairwise

from generator.pages.page import edition_of
from generator.pages.pictures import flow, ladder, roles
from recommender.model import Guide


def test_every_model_has_the_same_rows_at_the_same_places(guide: Guide) -> None:
    words = edition_of(guide, {}).words("models")
    pictures = [roles(guide, model, words) for model in guide.models]
    assert len({tuple((row.y, row.name) for row in picture.rows) for picture in pictures}) == 1
    assert all(row.y < picture.height for picture in pictures for row in picture.rows)


def test_roles_are_told_in_words(small: Guide) -> None:
    words = edition_of(small, {}).words("models")
    assert [roles(small, model, words).description for model in small.models] == [
        "Steer: you.",
        "Steer: the driver.",
        *["Steer: as it comes."] * 3,
    ]
    assert roles(small, small.models[0], words).heads == ("You", "Driver")


def test_the_flow_names_every_gate_and_where_it_leads(small: Guide) -> None:
    assert flow(small).description == "Does it rain? Yes: Omnibus. Else: Bicycle."


def test_boxes_of_the_flow_do_not_overlap(guide: Guide) -> None:
    boxes = flow(guide).boxes
    assert all(above.y + above.height < below.y for above, below in pairwise(boxes))
    assert boxes[-1].y + boxes[-1].height < flow(guide).height


def test_the_ladder_goes_up_by_headcount(guide: Guide) -> None:
    rungs = ladder(sorted(guide.thresholds, key=lambda each: each.headcount), "A ladder").rungs
    assert [rung.headcount for rung in rungs] == sorted({each.headcount for each in guide.thresholds})
    assert all(a.y < b.y for a, b in pairwise(rungs))
