"""Pictures say in words what they draw, and everything stands inside the frame."""

from dataclasses import replace
from itertools import pairwise

from generator.pages.page import edition_of
from generator.pages.pictures import WIDTH, flow, ladder, ranges, roles, span
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


def test_ranges_share_one_scale(small: Guide) -> None:
    picture = ranges("$ a year", small.figures)
    (tyre, season) = picture.bars
    assert (tyre.words, season.words) == ("10 to 20.5", "90 or more")
    assert (tyre.open, season.open) == (False, True)
    assert all(0 <= bar.start < bar.end <= WIDTH + 3 for bar in picture.bars)
    assert picture.description == "A tyre: 10 to 20.5; A pass: 90 or more."


def test_a_single_number_is_no_range(small: Guide) -> None:
    assert span(replace(small.figures[0], low=1395, high=1395)) == "1,395"


def test_the_ladder_goes_up_by_headcount(guide: Guide) -> None:
    rungs = ladder(sorted(guide.thresholds, key=lambda each: each.headcount), "A ladder").rungs
    assert [rung.headcount for rung in rungs] == sorted({each.headcount for each in guide.thresholds})
    assert all(a.y < b.y for a, b in pairwise(rungs))
