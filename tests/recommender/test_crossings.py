"""Where lines cross: what few values tell is what a scan over whole numbers and brute force at every bend find."""

import random
from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise

import pytest

from recommender.crossings import Course, Crossing, Stands, Stretch, courses
from recommender.pieces import NEAR, Piece, pieces
from recommender.spans import Gap

FIRST, LAST = 1, 250
HAIR = Fraction(1, 10**6)

type Slanted = tuple[Fraction, Fraction]


class Drawn:
    """A difference drawn at random: between breaks, the least and the most of a few straight lines."""

    def __init__(self, drawn: random.Random) -> None:
        places = [Fraction(drawn.randint(3, 498), 2) for _ in range(drawn.choice([0, 0, 1, 2, 4]))]
        self.breaks = tuple(sorted(set(places)))
        self.parts = [self._lines(drawn) for _ in range(len(self.breaks) + 1)]
        self.known = [(drawn.random() < 0.9, drawn.random() < 0.9) for _ in self.parts]
        self.sides = {each: drawn.choice([0, 1]) for each in self.breaks}
        self.asked = Counter[Fraction]()

    def _lines(self, drawn: random.Random) -> list[Slanted]:
        if drawn.random() < 0.1:
            return [(Fraction(0), Fraction(0))]
        return [
            (Fraction(drawn.randint(-999, 999)), Fraction(drawn.randint(-9, 9)))
            for _ in range(drawn.choice([1, 1, 2, 3, 5]))
        ]

    def gap(self, x: Fraction) -> Gap:
        """Return the difference; at a break it belongs to what is before or to what is after."""
        part = sum(each < x or (each == x and self.sides[each] == 1) for each in self.breaks)
        values = [base + slope * x for base, slope in self.parts[part]]
        low, high = self.known[part]
        return Gap(low=min(values) if low else None, high=max(values) if high else None)

    def __call__(self, x: Fraction) -> Mapping[str, Gap]:
        self.asked[x] += 1
        return {"one": self.gap(x)}

    def bends(self) -> set[Fraction]:
        """Return every place at which anything may happen."""
        lines = {each for part in self.parts for each in part}
        zeros = {-base / slope for base, slope in lines if slope}
        return {x for x in zeros | set(self.breaks) if FIRST < x < LAST}


def course(drawn: Drawn) -> Course:
    return courses(drawn, drawn.breaks, FIRST, LAST)["one"]


def stands(gap: Gap) -> Stands:
    if gap.high is not None and gap.high < 0:
        return "cheaper"
    if gap.low is not None and gap.low > 0:
        return "dearer"
    return "same" if gap.low == gap.high == 0 else "open"


def sign(value: Fraction | None) -> int | None:
    return None if value is None else (value > 0) - (value < 0)


def crossed(drawn: Drawn) -> set[tuple[Fraction, str]]:
    """Return where the sign right before a place is not the one right after it, by trying every place."""
    return {
        (x, end)
        for x in drawn.bends()
        for end in ("low", "high")
        for signs in [{sign(getattr(drawn.gap(near), end)) for near in (x - HAIR, x + HAIR)}]
        if len(signs) == 2 and None not in signs
    }


@pytest.mark.parametrize("seed", range(20))
def test_it_is_what_a_scan_by_whole_numbers_finds(seed: int) -> None:
    for number in range(100):
        drawn = Drawn(random.Random(f"{seed} {number}"))
        found = course(drawn)
        scanned = [stands(drawn.gap(Fraction(x))) for x in range(FIRST, LAST + 1)]
        told = [each.stands for each in found.stretches for _ in range(each.first, each.last + 1)]
        assert told == scanned
        assert (found.stretches[0].first, found.stretches[-1].last) == (FIRST, LAST)
        assert all(one.stands != other.stands for one, other in pairwise(found.stretches))
        assert {(each.at, each.end) for each in found.crossings} == crossed(drawn)
        assert [each.at for each in found.crossings] == sorted(each.at for each in found.crossings)
        assert set(drawn.asked.values()) == {1}


def test_few_values_are_asked_for() -> None:
    straight, bent, stepped = Drawn(random.Random(0)), Drawn(random.Random(0)), Drawn(random.Random(0))
    for each in (straight, bent, stepped):
        each.breaks, each.parts, each.known = (), [[(Fraction(-50), Fraction(1))]], [(True, True)] * 4
    bent.parts = [[(Fraction(-50), Fraction(1)), (Fraction(50), Fraction(-1, 2))]]
    stepped.breaks = (Fraction(50), Fraction(201, 2), Fraction(150))
    stepped.parts = [[(Fraction(n), Fraction(1))] for n in range(4)]
    stepped.sides = dict.fromkeys(stepped.breaks, 1)
    for each in (straight, bent, stepped):
        course(each)
    assert len(straight.asked) == 5
    assert len(bent.asked) <= 12
    assert len(stepped.asked) == 4 + 4 * 3  # the ends, whole breaks, and three between each two


def test_a_case_by_hand() -> None:
    """40 x - 1,000 to 50 x - 1,000, and from 30 on 500 more: low ends pass zero at 25, high ends at 20."""

    def gap_at(x: Fraction) -> Mapping[str, Gap]:
        more = 500 if x >= 30 else 0
        return {"one": Gap(low=40 * x - 1000 - more, high=50 * x - 1000)}

    found = courses(gap_at, (Fraction(30),), 1, 50)["one"]
    assert found.stretches == (
        Stretch(first=1, last=19, stands="cheaper"),
        Stretch(first=20, last=25, stands="open"),
        Stretch(first=26, last=29, stands="dearer"),
        Stretch(first=30, last=37, stands="open"),
        Stretch(first=38, last=50, stands="dearer"),
    )
    assert found.crossings == (
        Crossing(at=Fraction(20), end="high"),
        Crossing(at=Fraction(25), end="low"),
        Crossing(at=Fraction(30), end="low"),
        Crossing(at=Fraction(75, 2), end="low"),
    )


def test_what_it_is_held_against_is_the_same_everywhere() -> None:
    zero = Gap(low=Fraction(0), high=Fraction(0))
    found = courses(lambda _: {"now": zero}, (), 0, 50)["now"]
    assert found == Course(stretches=(Stretch(first=0, last=50, stands="same"),), crossings=())


def test_what_is_unknown_at_one_place_only_is_a_broken_promise() -> None:
    with pytest.raises(ValueError, match="unknown at 125"):
        pieces(lambda x: None if x == 125 else x, Fraction(0), Fraction(250))


def test_a_step_that_nobody_told_of_is_found_as_near_as_can_be() -> None:
    found = pieces(lambda x: x if x < 100 else x + 1000, Fraction(0), Fraction(250))
    steep = [piece for piece in found if piece.last - piece.first > piece.end - piece.start]  # type: ignore[operator]
    assert steep[0].start < 100 <= steep[-1].end
    assert steep[-1].end - steep[0].start <= 2 * NEAR
    assert (found[0].first, found[-1].last) == (0, 1250)


def test_pieces_end_where_the_line_bends() -> None:
    """Of 3 x, x + 20 and 40 the least: bends at 10 and 20."""
    found = pieces(lambda x: min(3 * x, x + 20, Fraction(40)), Fraction(0), Fraction(50))
    assert found == [
        Piece(start=Fraction(0), end=Fraction(10), first=Fraction(0), last=Fraction(30)),
        Piece(start=Fraction(10), end=Fraction(20), first=Fraction(30), last=Fraction(40)),
        Piece(start=Fraction(20), end=Fraction(50), first=Fraction(40), last=Fraction(40)),
    ]
