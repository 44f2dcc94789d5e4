"""One ruler for all fees: in one unit, on one scale from zero, the lowest first, open ends to the end of it."""

from dataclasses import replace
from itertools import pairwise

from generator.pages.pictures import WIDTH
from generator.pages.presets import stated
from generator.pages.ruler import ruler
from recommender.model import Guide


def test_figures_are_brought_to_one_unit(small: Guide) -> None:
    """A tyre of 10 to 20.5 a year is 1 or 2 a month; a pass of 90, times a fare of 2 to 3, over 36, is 5 or more."""
    picture = ruler(small, "In $ a month")
    assert picture is not None
    assert [(bar.words, bar.open) for bar in picture.bars] == [("1 to 2", False), ("5 or more", True)]
    assert picture.description == "A tyre, 2026: 1 to 2; A pass, 2025: 5 or more."
    assert picture.bars[-1].end == WIDTH


def test_ticks_go_from_zero_to_the_end_of_the_scale(small: Guide) -> None:
    picture = ruler(replace(small, figures=tuple(replace(each, high=1_000) for each in small.figures)), "In $")
    assert picture is not None
    assert [words for _, words in picture.ticks] == ["0", "20", "40", "60", "80", "100"]
    assert (picture.ticks[0][0], picture.ticks[-1][0]) == (0, WIDTH)


def test_a_figure_without_a_way_to_it_stands_on_no_ruler(small: Guide) -> None:
    assert ruler(replace(small, figures=tuple(replace(each, ruler=None) for each in small.figures)), "In $") is None


def test_the_published_fees_stand_in_order_within_the_picture(guide: Guide) -> None:
    picture = ruler(guide, "In $")
    assert picture is not None
    assert len(picture.bars) >= 10
    assert all(0 <= bar.start < bar.end <= WIDTH + 3 for bar in picture.bars)
    assert all(a.start <= b.start and a.y < b.y < picture.height for a, b in pairwise(picture.bars))


def test_a_figure_is_told_with_its_unit(small: Guide) -> None:
    tyre, season = small.figures
    assert (stated(small, tyre), stated(small, season)) == ("$10 to $20.5 a year", "$90 or more a year")
    assert stated(small, replace(tyre, low=1395, high=1395, unit="% of pay")) == "1,395% of pay"
