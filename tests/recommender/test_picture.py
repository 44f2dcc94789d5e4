"""Pictures as numbers: everything stands where its value says, labels apart from each other, and the scale is round."""

import random
import re
from fractions import Fraction
from itertools import pairwise

import pytest

from recommender.picture import HIGH, WIDE, Axis, Band, Picture, Sample, picture, strokes
from shared import ROOT

PEOPLE = Axis(first=1, last=250, rooted=True)
PERCENT = Axis(first=0, last=50)


def band(*samples: tuple[int, int, int | None], model: str = "one") -> Band:
    return Band(model=model, samples=[Sample(x=Fraction(x), low=low, high=high) for x, low, high in samples])


def points(path: str) -> list[tuple[int, int]]:
    return [(int(x), int(y)) for x, y in re.findall(r"(-?\d+) (-?\d+)", path)]


def test_a_picture_by_hand() -> None:
    """From 0 to 50 across 234 units, and from 0 to 1,000 up 200: 100 is 20 units, and 25 is in the middle."""
    found = picture([band((0, 100, 300), (50, 500, 900))], PERCENT, Fraction(25))
    (drawn,) = found.bands
    assert drawn.area == "M0 180L234 100L234 20L0 140Z"
    assert drawn.middle == "M0 160L234 60"
    assert (drawn.lead, drawn.label) == ("M234 60L242 60", 60)
    assert found.up == [(200, 0), (160, 200), (120, 400), (80, 600), (40, 800), (0, 1000)]
    assert found.across == [(0, 0), (47, 10), (94, 20), (140, 30), (187, 40), (234, 50)]
    assert (found.own, found.dots) == (117, "")  # a band without a sample there has no point either


def test_the_readers_own_place_is_marked_on_every_band() -> None:
    bands = [band((0, 0, 0), (25, 500, 700), (50, 1000, 1000)), band((0, 200, None), (25, 200, None), (50, 200, None))]
    assert picture(bands, PERCENT, Fraction(25)).dots == "M117 80h0M117 160h0"
    assert picture(bands, PERCENT, None).dots == ""
    assert picture(bands, PERCENT, None).own is None


def test_after_a_step_the_point_is_where_the_step_leads() -> None:
    stepped = band((0, 100, 100), (25, 100, 100), (25, 1000, 1000), (50, 1000, 1000))
    found = picture([stepped], PERCENT, Fraction(25))
    assert found.dots == "M117 0h0"
    assert found.bands[0].middle == "M0 180L117 180L117 0L234 0"


def test_what_nobody_knows_the_end_of_has_a_low_end_alone() -> None:
    known, open_part = (0, 100, 200), (50, 1000, None)
    found = picture([band(known, (25, 100, 200), (25, 100, None), open_part), band(known)], PERCENT, None)
    drawn, whole = found.bands
    assert drawn.area == "M0 180L117 180L117 160L0 160Z"
    assert drawn.middle == "M0 170L117 170L117 180L234 0"
    assert (drawn.ends, whole.ends) == (False, True)


def test_what_lies_left_of_the_own_place_does_not_flatten_the_rest() -> None:
    falling = band((1, 90_000, 100_000), (100, 900, 1000), (250, 400, 500))
    assert picture([falling], PEOPLE, Fraction(100)).up[-1] == (0, 1000)
    assert picture([falling], PEOPLE, None).up[-1] == (0, 100_000)


@pytest.mark.parametrize("axis", [PEOPLE, PERCENT, Axis(first=1, last=3), Axis(first=7, last=9000)])
def test_ticks_have_room_and_round_numbers(axis: Axis) -> None:
    across = picture([band((axis.first, 1, 1), (axis.last, 1, 1))], axis, None).across
    assert (across[0], across[-1]) == ((0, axis.first), (WIDE, axis.last))
    assert all(other - one >= 24 for (one, _), (other, _) in pairwise(across))
    assert all(re.fullmatch("[1-9]0*|[1-9]50*", str(value)) for _, value in across[1:-1])


def test_small_numbers_have_more_room_where_roots_are_drawn() -> None:
    assert [PEOPLE.across(x) for x in (1, 4, 100, 250)] == [0, 16, 142, 234]
    assert [Axis(first=1, last=250).across(x) for x in (1, 4, 100, 250)] == [0, 3, 93, 234]
    places = [PEOPLE.across(Fraction(x, 4)) for x in range(4, 1001)]
    assert places == sorted(places)


@pytest.mark.parametrize("most", [1, 2, 7, 10, 11, 99, 1234, 5000, 999_999])
def test_the_scale_up_is_round_and_has_room_for_the_most(most: int) -> None:
    up = picture([band((0, 0, most), (50, 0, most))], PERCENT, None).up
    steps = {other - one for (_, one), (_, other) in pairwise(up)}
    assert len(steps) == 1
    assert re.fullmatch("[125]0*", str(*steps))
    assert up[-1][0] == 0
    assert most <= up[-1][1] < most + steps.pop()
    assert len(up) <= 6


def labels(found: Picture) -> list[int]:
    return [drawn.label for drawn in found.bands]


def test_labels_never_stand_on_each_other() -> None:
    drawn = random.Random(16)
    for _ in range(500):
        bands = [band((0, 0, 2 * drawn.choice([0, 50, drawn.randint(0, 1000)]))) for _ in range(drawn.randint(1, 9))]
        found = sorted(labels(picture(bands, PERCENT, None)))
        assert all(other - one >= 16 for one, other in pairwise(found))
        assert found[0] >= 0
        assert found[-1] <= HIGH


def test_labels_that_want_the_same_place_share_the_room_around_it() -> None:
    three = [band((0, 1000, 1000), (50, end, end)) for end in (500, 500, 500)]
    assert sorted(labels(picture(three, PERCENT, None))) == [84, 100, 116]
    apart = [band((0, 1000, 1000), (50, end, end)) for end in (800, 200)]
    assert labels(picture(apart, PERCENT, None)) == [40, 160]


def test_a_path_leaves_out_what_lies_on_the_way() -> None:
    straight = band(*((x, 10 * x, 20 * x) for x in range(0, 51, 5)))
    assert points(picture([straight], PERCENT, None).bands[0].middle) == [(0, 200), (234, 50)]


def test_strokes_meet_halfway_between_whole_numbers() -> None:
    assert strokes(PERCENT, []) == ""
    assert strokes(PERCENT, [(0, 24), (26, 50)]) == "M0 0H115M119 0H234"
    assert strokes(PERCENT, [(0, 50)]) == "M0 0H234"
    assert strokes(Axis(first=0, last=5000), [(70, 70)]) == "M3 0H4"  # what is there can be seen


def test_the_template_is_as_wide_and_high_as_the_picture() -> None:
    text = (ROOT / "generator" / "pages" / "templates" / "_lines.html").read_text()
    assert f'<svg width="{WIDE}" height="{HIGH}">' in text
    assert f"M0 0H{WIDE}" in text
    assert f'viewBox="0 -7 {WIDE} 14"' in text
