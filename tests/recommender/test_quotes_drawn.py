"""Quotes drawn at random come to what one formula says, larger numbers cost more, and sums are rounded as people do."""

import random
from fractions import Fraction

import pytest

from recommender.given import sort_given
from recommender.model import Guide
from recommender.quote_pieces import rounded
from recommender.quotes import Quote, read_quotes
from recommender.spans import Gap, Span

OFFICE = {"employees": 60, "pay": 100_000, "suta_base": 9_000, "suta_rate": 2, "wc_rate": "0.5"}


def one(guide: Guide, **answers: object) -> Quote:
    (quote,) = read_quotes(guide, sort_given(guide, answers))
    return quote


def number(span: Span | Gap | None) -> Fraction:
    """Return the one number that a range is."""
    assert span
    assert span.low is not None
    assert span.low == span.high
    return span.low


@pytest.mark.parametrize("line", ["bundled", "percent", "per_month", "per_run", "comp_rate", "setup", "plan_share"])
def test_a_larger_number_never_costs_less(guide: Guide, line: str) -> None:
    base = {**OFFICE, "covered": 30, "quote1_per_month": 20, "quote1_runs": 26}
    totals = [number(one(guide, **{**base, f"quote1_{line}": each}).first) for each in (1, 2, 7, 15)]
    assert totals == sorted(set(totals)), "each more than the one before"


@pytest.mark.parametrize(
    ("value", "places", "words"),
    [
        (Fraction(1, 2), 0, "1"),
        (Fraction(-1, 2), 0, "-1"),
        (Fraction(-1, 3), 0, "0"),
        (Fraction(1, 200), 2, "0.01"),
        (Fraction(199, 200), 2, "1.00"),
        (Fraction(1_234_567), 2, "1,234,567.00"),
    ],
)
def test_numbers_are_rounded_as_people_round(value: Fraction, places: int, words: str) -> None:
    assert rounded(value, places) == words


def test_drawn_quotes_come_to_what_a_sum_of_all_comes_to(guide: Guide) -> None:
    """Worked out once more for all people together and in one formula, for 500 drawn quotes."""
    drawn = random.Random(16)
    for _ in range(500):
        heads, pay, covered = drawn.randint(1, 300), drawn.randint(10_000, 400_000), drawn.randint(0, 50)
        about = {"employees": heads, "pay": pay, "covered": covered, "suta_base": 9_000, "suta_rate": 3, "wc_rate": 2}
        names = ("bundled", "percent", "per_month", "per_run", "setup", "minimum", "comp_rate", "plan_share")
        line = {name: drawn.choice([0, 1, 7, 25]) for name in names}
        quote = one(guide, **about, quote1_runs=26, **{f"quote1_{name}": number for name, number in line.items()})
        rates = (line["bundled"] + line["percent"]) * pay * heads
        fee = Fraction(rates, 100) + heads * (12 * line["per_month"] + 26 * line["per_run"])
        year = max(fee, Fraction(12 * line["minimum"])) + covered * line["plan_share"]
        own = heads * (
            Fraction(62, 1000) * min(pay, 184_500)
            + Fraction(145, 10_000) * pay
            + Fraction(6, 1000) * min(pay, 7_000)
            + Fraction(3, 100) * min(pay, 9_000)
            + Fraction(2, 100) * pay
        )
        assert (number(quote.later), number(quote.first)) == (year / heads, (year + line["setup"]) / heads)
        assert number(quote.over) == (year - covered * line["plan_share"] - own) / heads
