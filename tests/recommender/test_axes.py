"""Lines over an axis are the bills themselves, asked at one place after another."""

import random
from dataclasses import replace
from fractions import Fraction

import pytest

from recommender.axes import drawing, straight
from recommender.crossings import stands
from recommender.estimate import compared
from recommender.model import Guide
from recommender.priced import Priced, price
from recommender.products import Sum
from recommender.questions import Answer
from recommender.ranges import within
from recommender.scoring import recommend
from recommender.spans import Gap, Shares, Span

FIRM: dict[str, Answer] = {"today": "peo", "employees": 60, "states": ("california", "texas"), "fee_now": 110}


def at(guide: Guide, **answers: Answer) -> tuple[Priced, dict[str, Gap]]:
    """Return the bills of a firm, and how each differs from what it is held against."""
    result = recommend(guide, {**FIRM, **answers})
    priced = price(guide, result)
    assert priced
    _, beside = compared(guide, result, priced)
    return priced, {bill.model: priced.gap(bill.later, beside.later) for bill in priced.bills}


def told(row: str, number: int) -> str:
    """Return how a row of the published guide says that a model stands at a whole number."""
    for part in row.split("; "):
        words, ends = part.split(" "), [int(word) for word in part.split(" ") if word.isdigit()]
        low = 0 if "to" in words and len(ends) == 1 else ends[0] if ends else 0
        high = ends[-1] if (ends and "from" not in words) or len(ends) > 1 else 999
        if low <= number <= high:
            return "the same" if words[0] == "the" else words[0]
    raise AssertionError(row)


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"hr_salary": 80_000, "hire_at": 40, "today": "own_hr"},
        {"hr_salary": 80_000, "today": "own_hr", "fee_peo": 120, "software_base": 2000},
        {"covered": 60, "premium": 9000, "premium_peo": 8000, "fee_aso": 60, "start_month": 7},
        {"people_texas": 1, "people_california": 2, "suta_rate_peo": 3, "suta_rate": 2},
    ],
)
def test_the_rows_are_a_scan_by_whole_headcounts(guide: Guide, answers: dict[str, Answer]) -> None:
    """People keep to their places, and to the plan, in the same parts."""
    over_people, *_ = drawing(guide, recommend(guide, {**FIRM, **answers}))["lines"]
    for number in (*range(1, 70), *range(70, 251, 9), 250):
        parts: dict[str, Answer] = {"covered": number} if "covered" in answers else {}
        _, gaps = at(guide, **{**answers, **parts, "employees": number})
        found = {row["model"]: told(row["words"], number) for row in over_people["rows"]}
        scanned = {model: guide_word(guide, gaps[model]) for model in found}
        assert found == scanned, number


def guide_word(guide: Guide, gap: Gap) -> str:
    word: str = getattr(guide.wording, f"stands_{stands(gap)}")
    return word


def test_a_rise_makes_staying_dearer_by_itself(guide: Guide) -> None:
    """110 dollars and a plan of 9,000 a head rise; an ASO at 150 with the same plan is cheaper from some percent on."""
    answers: dict[str, Answer] = {"premium": 9000, "premium_peo": 9000, "fee_aso": 150}
    _, over_rise = drawing(guide, recommend(guide, {**FIRM, **answers}))["lines"]
    row = next(row for row in over_rise["rows"] if row["model"] == "aso")
    # 12 x (150 - 110) is 480 a head; a percent of 12 x 110 + 9,000 is 103.20: between the fourth and the fifth percent.
    assert row["words"] == "dearer up to 4 percent; cheaper from 5"
    for number in range(51):
        _, gaps = at(guide, **answers, renewal=number)
        assert told(row["words"], number) == guide_word(guide, gaps["aso"]), number


def test_where_nothing_rises_there_is_one_axis(guide: Guide) -> None:
    assert len(drawing(guide, recommend(guide, {**FIRM, "today": "own_hr"}))["lines"]) == 1
    assert drawing(guide, recommend(guide, {"today": "peo"})) == {"lines": []}


def test_a_straight_sum_is_that_sum_everywhere() -> None:
    drawn = random.Random(3)
    box = {
        name: Span(low=Fraction(low := drawn.randint(0, 5)), high=Fraction(low + drawn.randint(0, 3)))
        for name in "abcd"
    }
    keys = [(), ("a",), ("a", "b"), ("c",), ("b", "c"), ("d",)]
    ranges = within(box, Shares(known={}))
    for _ in range(300):
        fixed: Sum = {key: Fraction(drawn.randint(-4, 4)) for key in drawn.sample(keys, 3)}
        slope: Sum = {key: Fraction(drawn.randint(-4, 4)) for key in drawn.sample(keys, 3)}

        def whole(place: Fraction, fixed: Sum = fixed, slope: Sum = slope) -> Sum:
            return {key: fixed.get(key, Fraction(0)) + place * slope.get(key, Fraction(0)) for key in {*fixed, *slope}}

        line = straight(whole(Fraction(1)), whole(Fraction(2)), ranges)
        for place in (Fraction(0), Fraction(1, 3), Fraction(7), Fraction(250)):
            assert line.at(place) == ranges.extent({key: count for key, count in whole(place).items() if count})


def test_a_sum_may_be_unknown_everywhere() -> None:
    ranges = within({"a": Span(low=Fraction(1), high=None)}, Shares(known={}))
    line = straight({("a",): Fraction(1)}, {("a",): Fraction(2)}, ranges)
    assert replace(line, bent=()).at(Fraction(3)) == Gap(low=Fraction(3), high=None)
