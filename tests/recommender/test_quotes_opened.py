"""What quotes say of ranges: they are opened to hundredths that add up, and what has two ends is told with both."""

import random
import re
from fractions import Fraction

import pytest

from recommender.bundled import adding_up, allotted
from recommender.explain import explain
from recommender.given import sort_given
from recommender.model import Guide
from recommender.quote_words import fees_per_month
from recommender.quotes import Quote, read_quotes
from recommender.result import Explained
from recommender.result_quotes import QuoteWords
from recommender.scoring import recommend
from recommender.spans import Gap, Span

TEXAS = {"employees": 14, "states": ["texas"], "pay": 60_000, "wc_rate": "0.3", "covered": 0}
"""Fourteen at $60,000, whose own for one are 7.65 % = 4,590; 0.6 % of 7,000 = 42; 2.7 % of 9,000 = 243; 0.3 % = 180.

In all 5,055 a year, which is 8.425 % of pay.
"""

CALIFORNIA = {**TEXAS, "states": ["california"]}
"""The same where federal unemployment is 1.8 to 2.1 % of 7,000 = 126 to 147, and the state's 3.4 % of 7,000 = 238.

In all 5,134 to 5,155 a year, which is 8.557 to 8.592 % of pay.
"""


def one(guide: Guide, **answers: object) -> Quote:
    (quote,) = read_quotes(guide, sort_given(guide, answers))
    return quote


def told(guide: Guide, **answers: object) -> Explained:
    return explain(guide, recommend(guide, answers))


def first(guide: Guide, **answers: object) -> QuoteWords:
    return told(guide, **answers)["quotes"][0]


def notes(quote: QuoteWords) -> list[str]:
    return [each["note"] for each in quote["notes"]]


def test_what_is_left_is_the_percentage_less_what_is_shown(guide: Guide) -> None:
    """8.425 is shown as 8.43, so 5.57 are left, though 14 - 8.425 = 5.575 would be 5.58."""
    quote = first(guide, **TEXAS, quote1_bundled=14)
    assert quote["opened"].startswith(
        "Of 14 percent of pay, 8.43 are your payroll taxes and insurance. That leaves 5.57 "
    )
    assert [each["percent"] for each in quote["pieces"]] == ["7.65%", "0.07%", "0.41%", "0.3%", "5.57%"]


def test_a_tax_that_has_two_ends_is_opened_as_a_range(guide: Guide) -> None:
    """8.557 and 8.592 are shown as 8.56 and 8.59, and 14 less these as 5.44 and 5.41."""
    quote = first(guide, **CALIFORNIA, quote1_bundled=14)
    assert quote["opened"].startswith("Of 14 percent of pay, 8.56 to 8.59 are your payroll taxes and insurance. ")
    assert "leaves 5.41 to 5.44 for" in quote["opened"]
    assert [each["percent"] for each in quote["pieces"]] == ["7.65%", "0.21 to 0.24%", "0.4%", "0.3%", "5.41 to 5.44%"]
    federal, left = quote["pieces"][1], quote["pieces"][-1]
    assert (federal["year"], federal["how"]) == ("$126 to $147", "1.8 to 2.1% of the first $7,000 of $60,000")
    assert (left["month"], left["year"]) == ("$270.42 to $272.17", "$3,245 to $3,266")
    assert "Ranges stand where a number may differ. To narrow them, put in “Federal unemployment tax rate”." in notes(
        quote
    )


def test_what_comes_on_top_is_a_range_and_the_fee_is_not(guide: Guide) -> None:
    """2 % of 60,000 = 1,200; with 5,134 to 5,155 on top 6,334 to 6,355. What is the same in both is no range."""
    figures = {each["id"]: each for each in first(guide, **CALIFORNIA, quote1_percent=2)["figures"]}
    assert figures["on_top"]["year"] == "$5,134 to $5,155"
    assert figures["later"]["year"] == "$6,334 to $6,355"
    assert (figures["later"]["value"], figures["later"]["most"]) == ("527.8333", "529.5833")
    assert (figures["over"]["year"], figures["over"]["value"], figures["over"]["most"]) == ("$1,200", "100", "100")


def test_a_rate_that_differs_for_ones_own_alone_makes_a_range_of_what_is_paid_over_it(guide: Guide) -> None:
    """Office work is 0.11 to 0.57 in California: their 0.8 % of 60,000 = 480 is 138 to 414 more than 66 to 342."""
    about = {name: value for name, value in CALIFORNIA.items() if name != "wc_rate"}
    quote = one(guide, **about, industry="office", quote1_percent=2, quote1_comp_rate="0.8")
    assert quote.over == Gap(low=Fraction(1_200 + 138), high=Fraction(1_200 + 414))


def test_people_of_whom_nobody_knows_where_they_are_are_in_one_place_at_a_time(guide: Guide) -> None:
    """All in Texas owe 42 + 243 = 285, all in California 364 to 385: with 4,770 the rest, 5,055 to 5,155."""
    both = {**TEXAS, "states": ["california", "texas"]}
    assert one(guide, **both, quote1_per_month=95).on_top == Span(low=Fraction(5_055), high=Fraction(5_155))
    quote = first(guide, **both, quote1_bundled=14)
    assert quote["opened"].startswith("Of 14 percent of pay, 8.43 to 8.59 are your payroll taxes and insurance. ")
    said = "Ranges also stand because you did not tell how many people work in each state."
    assert said in notes(quote)
    assert said not in notes(first(guide, **both, people_texas=7, people_california=7, quote1_bundled=14))


def test_where_the_parts_may_be_more_than_the_percentage_what_is_left_has_one_end(guide: Guide) -> None:
    """8.557 are inside for sure, and 8.592 may be: of 8.57 at most 0.01 are left, and of 8.5 nothing."""
    assert "leaves at most 0.01 for" in first(guide, **CALIFORNIA, quote1_bundled="8.57")["opened"]
    misfit = first(guide, **CALIFORNIA, quote1_bundled="8.5")
    assert "come to 8.56 to 8.59 percent of pay, 0.06 to 0.09 more than the 8.5 of the" in misfit["opened"]
    assert len(misfit["pieces"]) == 4


@pytest.mark.parametrize("seed", range(8))
def test_all_that_is_shown_adds_up(guide: Guide, seed: int) -> None:
    """Low ends and high ends of parts, of their sum and of what is left, for drawn pay, rates and places."""
    drawn = random.Random(seed)
    for _ in range(12):
        about = {
            "states": [drawn.choice(["texas", "california", "florida", "new-york"])],
            "pay": drawn.randint(20_000, 250_000),
            **({"wc_rate": drawn.randint(1, 9999) / 1000} if drawn.random() < 0.5 else {"industry": "office"}),
        }
        bundled = drawn.randint(2_500, 4_000) / 100
        quote = first(guide, **about, quote1_bundled=bundled)
        found = re.fullmatch(r"Of (\S+) percent of pay, (.*) are your .* leaves (.*) for .*", quote["opened"])
        assert found, quote["opened"]
        percent, together, left = (ends(each) for each in found.groups())
        *parts, rest = (ends(each["percent"].removesuffix("%")) for each in quote["pieces"])
        assert (sum(low for low, _ in parts), sum(high for _, high in parts)) == together, about
        assert rest == left == (percent[0] - together[1], percent[0] - together[0])


def ends(words: str) -> tuple[Fraction, Fraction]:
    low, _, high = words.partition(" to ")
    return Fraction(low), Fraction(high or low)


def test_those_nearest_to_the_next_hundredth_go_up() -> None:
    """0.333 + 0.333 + 0.334 = 1: all are 0.33 and more, and the one hundredth that is missing goes to the last."""
    found = allotted([Fraction("0.333"), Fraction("0.333"), Fraction("0.334")], Fraction(1))
    assert found == [Fraction("0.33"), Fraction("0.33"), Fraction("0.34")]
    assert allotted([Fraction("0.015"), Fraction("0.005")], Fraction("0.02")) == [Fraction("0.02"), Fraction(0)]


def test_no_low_end_comes_above_a_high_one() -> None:
    """Each column for itself would have 0.0151 as 0.02 and 0.0152 as 0.01, since 0.0097 is nearer to the next one."""
    parts = [span("0.0151", "0.0152"), span("0.0050", "0.0097"), span("7.65", "7.65")]
    found = adding_up(parts, span("7.6701", "7.6749"))
    assert found == [span("0.02", "0.02"), span("0", "0"), span("7.65", "7.65")]


def span(low: str, high: str) -> Span:
    return Span(low=Fraction(low), high=Fraction(high))


def test_fees_for_the_ruler_are_by_the_month_and_without_the_plan(guide: Guide) -> None:
    """8,400 - 5,055 = 3,345 a year = 278.75 a month; a range by both its ends: 3,245 / 12 and 3,266 / 12."""
    here = {**TEXAS, "covered": 14, "quote1_name": "Acme", "quote1_bundled": 14, "quote1_plan_share": 6_687}
    assert fees_per_month(guide, recommend(guide, here)) == [("Acme", Fraction("278.75"))]
    there = {**here, "states": ["california"]}
    assert fees_per_month(guide, recommend(guide, there)) == [
        ("Acme, at the least", Fraction(3_245, 12)),
        ("Acme, at the most", Fraction(3_266, 12)),
    ]
    (ruler,) = told(guide, **here)["money"][0]["ruler"]
    assert "Yours: Acme" in [row["label"] for row in ruler["rows"]]


@pytest.mark.parametrize(
    "about",
    [
        {"quote1_name": "Acme"},
        {"quote1_bundled": 8},  # less than what is inside
        {"quote1_bundled": 14, "industry": "construction", "wc_rate": ""},  # workers' comp is in it
        {},
    ],
)
def test_what_is_no_fee_is_not_on_the_ruler(guide: Guide, about: dict[str, object]) -> None:
    assert fees_per_month(guide, recommend(guide, {**TEXAS, **about})) == []


@pytest.mark.parametrize("line", [{"quote1_name": "Acme"}, {"quote1_model": "peo"}, {"quote1_minimum": 500}])
def test_a_quote_without_a_price_says_so(guide: Guide, line: dict[str, object]) -> None:
    said = "This quote has no price in it. Fill in its percentage or its fee."
    assert said in notes(first(guide, **TEXAS, **line))
    assert said not in notes(first(guide, **TEXAS, **line, quote1_per_month=95))


PLAN_PRICE = "What does the health plan cost for each covered person, and which part of it do we pay?"


@pytest.mark.parametrize(
    ("now", "priority", "asked"), [("none", "low", False), ("none", "high", True), ("basic", "low", True)]
)
def test_who_has_no_plan_and_wants_none_asks_for_no_price_of_one(
    guide: Guide, now: str, priority: str, *, asked: bool
) -> None:
    about = {name: value for name, value in TEXAS.items() if name != "covered"}
    quote = first(guide, **about, benefits_now=now, benefits_priority=priority, quote1_model="peo", quote1_bundled=14)
    assert (PLAN_PRICE in [each["question"] for each in quote["to_send"]]) is asked
    assert ("The health plan is not in these figures, because its price is not told." in notes(quote)) is asked
