"""Lines in words: the table says what the differences say, and the picture shows what the costs are."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from fractions import Fraction

import pytest

from recommender.lines import AxisName, lines
from recommender.model import Guide
from recommender.phrases import abbreviations
from recommender.picture import HIGH, WIDE
from recommender.result_lines import LinesWords
from recommender.samples import bands
from recommender.spans import Gap, Span


def span(low: Fraction | int, high: Fraction | int | None) -> Span:
    return Span(low=Fraction(low), high=None if high is None else Fraction(high))


def gap(low: Fraction | int, high: Fraction | int | None) -> Gap:
    return Gap(low=Fraction(low), high=None if high is None else Fraction(high))


def costs(x: Fraction) -> Mapping[str, Span]:
    """A bus costs 100 a rider; a bike 1,000 to 2,000, and as much again from the hundredth rider on."""
    times = 1 if x < 100 else 2
    return {"bus": span(100 * x, 100 * x), "bike": span(1000 * times, 2000 * times)}


def gaps(x: Fraction) -> Mapping[str, Gap]:
    found = costs(x)
    bus = found["bus"].low
    return {name: gap(each.low - bus, None if each.high is None else each.high - bus) for name, each in found.items()}


def in_a_year(x: Fraction) -> Mapping[str, Span]:
    """Return twelve of these costs: over people, a picture shows what each costs in a month."""
    return {name: span(12 * each.low, 12 * (each.high or 0)) for name, each in costs(x).items()}


def made(
    small: Guide,
    *,
    own: Fraction | None = Fraction(16),
    axis: AxisName = "headcount",
    today: str | None = None,
) -> LinesWords:
    cost_at = in_a_year if axis == "headcount" else costs
    return lines(small, cost_at, gaps, (Fraction(100),), own, axis, abbreviations(small), "bus", today)


def test_the_words_say_where_the_lines_cross(small: Guide) -> None:
    """1,000 to 2,000 against 100 a rider: dearer below 10, cheaper above 20; with the second bike nothing changes."""
    found = made(small)
    (row,) = found["rows"]
    assert row["words"] == "more to 9 riders; who knows, 10 to 20; less, 21 on"
    assert (row["model"], row["abbreviation"], row["here"]) == ("bike", "Bike", "who knows")
    assert (found["axis"], found["against"], found["own"]) == ("Coins a rider", "Beside Bus", "all 16 of you")


def test_strokes_say_what_the_words_say(small: Guide) -> None:
    (row,) = made(small)["rows"]
    ends = [re.fullmatch(r"M(\d+) 0H(\d+)", row[way]) for way in ("dearer", "open", "cheaper")]  # type: ignore[literal-required]
    places = [int(each) for end in ends if end for each in end.groups()]
    assert (places[0], places[-1]) == (0, WIDE)
    assert places[1] == places[2]
    assert places[3] == places[4]
    assert row["same"] == ""


@pytest.mark.parametrize(
    ("own", "here", "place"),
    [
        (Fraction(1), "more", "translate(0 0)"),
        (Fraction(250), "less", f"translate({WIDE} 0)"),
        (Fraction(900), "less", ""),
        (None, "", ""),
    ],
)
def test_the_own_place_is_told_where_there_is_one(small: Guide, own: Fraction | None, here: str, place: str) -> None:
    found = made(small, own=own)
    assert [row["here"] for row in found["rows"]] == [here]
    assert {found["own_place"], *(row["place"] for row in found["rows"])} == {place}
    assert bool(found["own"]) == bool(found["dots"]) == bool(place)


def test_what_there_is_today_is_called_so(small: Guide) -> None:
    found = made(small, today="bus")
    assert (found["against"], found["beyond"]) == ("Beside what you do", "")
    assert [row["model"] for row in found["rows"]] == ["bike"]


def test_an_increase_is_another_axis(small: Guide) -> None:
    def cost_at(x: Fraction) -> Mapping[str, Span]:
        return {"bus": span(10 * (100 + x), 10 * (100 + x)), "bike": span(1100, None)}

    def gap_at(x: Fraction) -> Mapping[str, Gap]:
        return {"bike": gap(1100 - 10 * (100 + x), None)}

    found = lines(small, cost_at, gap_at, (), Fraction(25, 2), "increase", abbreviations(small), "bus", "bus")
    assert [row["words"] for row in found["rows"]] == ["more to 9 percent; who knows, 10 on"]
    assert (found["axis"], found["own"], found["rows"][0]["here"]) == (
        "Coins, as rides get dearer",
        "by 12.5",
        "who knows",
    )
    assert found["across"][-1] == {"label": "50", "place": f"translate({WIDE} 0)"}
    assert found["up"][-1]["place"] == "translate(0 0)"
    assert [(band["abbreviation"], band["area"] != "") for band in found["bands"]] == [("Bus", True), ("Bike?", False)]
    assert found["beyond"] == "? Or more."


def test_one_number_alone_is_told_as_one(small: Guide) -> None:
    def gap_at(x: Fraction) -> Mapping[str, Gap]:
        return {"bike": gap(1, 1) if x == 7 else gap(-1, -1)}

    found = lines(
        small, costs, gap_at, (Fraction(7), Fraction(100)), None, "headcount", abbreviations(small), "bus", None
    )
    assert found["rows"][0]["words"] == "less to 6 riders; more at 7; less, 8 on"


def test_over_people_the_picture_shows_what_each_costs(small: Guide) -> None:
    """A bus is level: 100 a rider. The scale goes to what a bike for 16 costs at most: 125 a rider."""
    found = made(small)
    assert found["up"][-1]["label"] == "150 coins"
    bus = next(band for band in found["bands"] if band["model"] == "bus")
    level = HIGH - round(100 * HIGH / 150)
    assert bus["middle"] == f"M0 {level}L{WIDE} {level}"
    assert bus["area"] == f"M0 {level}L{WIDE} {level}L{WIDE} {level}L0 {level}Z"


def test_samples_are_what_the_costs_are_rounded_apart() -> None:
    def cost_at(x: Fraction) -> Mapping[str, Span]:
        return {"one": span(min(x * 3 + Fraction(1, 3), x + 20), max(50 + x / 7, 5 * x))}

    (found,) = bands(cost_at, [Fraction(1), Fraction(250)], Fraction(33), each=False)
    assert Fraction(33) in {sample.x for sample in found.samples}
    assert Fraction(59, 6) in {sample.x for sample in found.samples}  # where the low end bends
    for sample in found.samples:
        exact = cost_at(sample.x)["one"]
        assert (sample.low, sample.high) == (exact.low // 1, -(-(exact.high or 0) // 1))
    (shared,) = bands(cost_at, [Fraction(1), Fraction(250)], Fraction(33), each=True)
    assert len(shared.samples) > 25
    for sample in shared.samples:
        exact = cost_at(sample.x)["one"]
        shared_by = 12 * sample.x
        assert (sample.low, sample.high) == (exact.low / shared_by // 1, -(-(exact.high or 0) / shared_by // 1))


def test_few_costs_are_asked_for(small: Guide) -> None:
    asked = Counter[str]()

    def cost_at(x: Fraction) -> Mapping[str, Span]:
        asked["cost"] += 1
        return {"bus": span(100 * x, 120 * x), "bike": span(1000, 2000)}

    def gap_at(x: Fraction) -> Mapping[str, Gap]:
        asked["gap"] += 1
        return {"bike": gap(1000 - 120 * x, 2000 - 100 * x)}

    lines(small, cost_at, gap_at, (), Fraction(14), "headcount", abbreviations(small), "bus", None)
    assert asked == {"cost": 3, "gap": 6}


def test_it_is_the_same_text_every_time(small: Guide) -> None:
    assert json.dumps(made(small)) == json.dumps(made(small))


def test_every_sentence_of_the_published_guide_reads_well(guide: Guide) -> None:
    def gap_at(x: Fraction) -> Mapping[str, Gap]:
        return {"aso": gap(20 - x, 60 - x), "peo": gap(0, 0)}

    models = {model.id for model in guide.models}
    assert {"aso", "peo"} <= models

    def cost_at(x: Fraction) -> Mapping[str, Span]:
        return {"aso": span(20, 60), "peo": span(x, x)}

    found = lines(guide, cost_at, gap_at, (), Fraction(30), "headcount", abbreviations(guide), "peo", None)
    assert [row["words"] for row in found["rows"]] == ["dearer up to 19 people; open from 20 to 60; cheaper from 61"]
    assert (found["own"], found["against"], found["up"][-1]["label"][0]) == ("you: 30", "Against PEO", "$")
