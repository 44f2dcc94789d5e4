"""Quotes worked by hand: each is brought to the same thing, and one percentage is opened, to the cent."""

from fractions import Fraction

import pytest

from recommender.bundled import opened
from recommender.explain import explain
from recommender.given import sort_given
from recommender.model import Guide
from recommender.quotes import Quote, read_quotes
from recommender.result import Explained
from recommender.scoring import recommend
from recommender.spans import Gap, Span

OFFICE = {"employees": 60, "pay": 100_000, "suta_base": 9_000, "suta_rate": 2, "wc_rate": "0.5", "covered": 0}
"""Sixty people at $100,000, whose own taxes and insurance for one are:

Social Security 6.2 % of 100,000 = 6,200, Medicare 1.45 % = 1,450, together 7,650; federal unemployment 0.6 % of 7,000 =
42; state unemployment 2 % of 9,000 = 180; workers' comp $0.50 per $100 = 500. In all 8,372 a year.
"""

ROOFING = {"employees": 14, "pay": 60_000, "suta_base": 9_000, "suta_rate": "2.7", "wc_rate": 15, "covered": 0}
"""Fourteen people at $60,000, whose own for one are 7.65 % of 60,000 = 4,590; 42; 2.7 % of 9,000 = 243; and 15 % of
60,000 = 9,000. In all 13,875 a year.
"""


def one(guide: Guide, **answers: object) -> Quote:
    (quote,) = read_quotes(guide, sort_given(guide, answers))
    return quote


def number(span: Span | Gap | None) -> Fraction:
    """Return the one number that a range is."""
    assert span
    assert span.low is not None
    assert span.low == span.high
    return span.low


def told(guide: Guide, **answers: object) -> Explained:
    return explain(guide, recommend(guide, answers))


def figures(result: Explained, number: int = 1) -> dict[str, tuple[str, str]]:
    quote = next(each for each in result["quotes"] if each["number"] == number)
    return {each["id"]: (each["month"], each["year"]) for each in quote["figures"]}


def notes(result: Explained) -> list[str]:
    return [each["note"] for each in result["quotes"][0]["notes"]]


def pieces(result: Explained) -> dict[str, str]:
    return {each["label"]: each["percent"] for each in result["quotes"][0]["pieces"]}


def test_fourteen_percent_of_an_office_holds_seven_and_a_half_that_it_pays_anyway(guide: Guide) -> None:
    """14 % of 100,000 = 14,000 a year. 14 - 7.65 - 0.042 - 0.18 - 0.5 = 5.628 % = 5,628 = $469 a month."""
    result = told(guide, **OFFICE, quote1_bundled=14)
    assert figures(result) == {
        "price": ("$1,166.67", "$14,000"),
        "on_top": ("inside the price", ""),
        "first": ("$1,166.67", "$14,000"),
        "later": ("$1,166.67", "$14,000"),
        "over": ("$469.00", "$5,628"),
    }
    assert pieces(result) == {
        "Social Security and Medicare": "7.65%",
        "Federal unemployment tax": "0.04%",
        "State unemployment tax": "0.18%",
        "Workers' compensation": "0.5%",
        "Left for the fee and anything not named": "5.63%",
    }
    assert result["quotes"][0]["opened"].startswith(
        "Of 14 percent of pay, 8.37 are your payroll taxes and insurance. That"
    )
    assert [each["how"] for each in result["quotes"][0]["pieces"]] == [
        "6.2% of $100,000 + 1.45% of $100,000",
        "0.6% of the first $7,000 of $100,000",
        "2% of the first $9,000 of $100,000",
        "0.5% of $100,000",
        "",
    ]
    assert notes(result) == []


def test_fourteen_percent_does_not_even_pay_a_roofers_comp(guide: Guide) -> None:
    """7.65 + 42/600 (0.07) + 243/600 (0.405) + 15 = 23.125 %, which is 9.125 more than 14."""
    result = told(guide, **ROOFING, quote1_bundled=14)
    assert result["quotes"][0]["opened"].startswith(
        "Your payroll taxes and insurance come to 23.13 percent of pay, 9.13 more than the 14 of the quote."
    )
    assert list(pieces(result).values()) == ["7.65%", "0.07%", "0.41%", "15%"]
    assert figures(result)["over"] == ("-$456.25", "-$5,475")  # 8,400 - 13,875


def test_above_its_base_social_security_weighs_less(guide: Guide) -> None:
    """6.2 % of 184,500 = 11,439 and 1.45 % of 300,000 = 4,350: 15,789 of 300,000 is 5.263 %."""
    assert pieces(told(guide, employees=5, pay=300_000, quote1_bundled=14))["Social Security and Medicare"] == "5.26%"


def test_what_the_quote_charges_is_inside_and_what_is_saved_is_against_ones_own(guide: Guide) -> None:
    """Comp at 0.80 instead of 0.50 is 0.8 % inside: the rest is 14 - 7.65 - 0.042 - 0.18 - 0.8 = 5.328 %."""
    quote = one(guide, **OFFICE, quote1_bundled=14, quote1_comp_rate="0.8")
    found = opened(quote, Fraction(100_000))
    assert found
    assert (number(quote.parts.charged), number(found.together)) == (8_672, Fraction("8.67"))
    assert number(found.rest) == Fraction("5.33")
    assert number(quote.over) == 14_000 - 8_372


def test_a_part_that_nobody_knows_is_inside_the_rest(guide: Guide) -> None:
    """No average fits builders' comp: 14 - 7.65 - 0.042 - 0.18 = 6.128 % are left, workers' comp among them."""
    about = {name: value for name, value in OFFICE.items() if name != "wc_rate"}
    result = told(guide, **about, industry="construction", quote1_bundled=14)
    assert pieces(result)["Left for the fee and anything not named"] == "6.13%"
    assert notes(result) == [
        "Inside the price, but not known, and so part of what is left and of what you pay over your own: "
        "Workers' compensation."
    ]


def test_a_percentage_as_the_fee_alone_comes_on_top(guide: Guide) -> None:
    """2.5 % of 100,000 = 2,500 = $208.33 a month; with 8,372 of one's own 10,872 = $906 a month."""
    result = told(guide, **OFFICE, quote1_percent="2.5")
    assert figures(result)["price"] == ("$208.33", "$2,500")
    assert figures(result)["on_top"] == ("$697.67", "$8,372")
    assert figures(result)["later"] == ("$906.00", "$10,872")
    assert figures(result)["over"] == ("$208.33", "$2,500")
    assert result["quotes"][0]["opened"].startswith("What they bill is the fee alone.")
    assert list(pieces(result).values()) == ["7.65%", "0.04%", "0.18%", "0.5%"]


def test_a_dearer_comp_rate_counts_over_ones_own(guide: Guide) -> None:
    """0.80 instead of 0.50 per $100 of 100,000 is 300 more a year than the fee of 2,500."""
    assert one(guide, **OFFICE, quote1_percent="2.5", quote1_comp_rate="0.8").over == Gap(
        low=Fraction(2_800), high=Fraction(2_800)
    )


def test_a_fee_by_the_pay_run_counts_as_often_as_there_are_runs(guide: Guide) -> None:
    """$40 for each of 26 runs = 1,040 a year = $86.67 a month."""
    assert figures(told(guide, **OFFICE, quote1_per_run=40, quote1_runs=26))["price"] == ("$86.67", "$1,040")


def test_without_the_number_of_runs_it_is_asked_for(guide: Guide) -> None:
    result = told(guide, **OFFICE, quote1_per_run=40)
    assert figures(result)["price"] == ("unknown", "")
    assert "How many pay runs a year do you bill?" in [each["question"] for each in result["quotes"][0]["to_send"]]


def test_a_minimum_bites_where_the_fee_is_less(guide: Guide) -> None:
    """14 x $95 = 1,330 a month, less than 2,000: 2,000 / 14 = $142.86, and 24,000 / 14 = 1,714.29 a year."""
    result = told(guide, **ROOFING, quote1_per_month=95, quote1_minimum=2000)
    assert figures(result)["price"] == ("$142.86", "$1,714")
    assert "The least fee a month counts here" in notes(result)[0]
    assert one(guide, **ROOFING, quote1_per_month=95, quote1_minimum=1330).floored is False


def test_set_up_belongs_to_the_first_year_alone(guide: Guide) -> None:
    """1,400 / 14 = 100 a head; $95 x 12 = 1,140 and 13,875 of one's own: 15,115 first, 15,015 later."""
    quote = one(guide, **ROOFING, quote1_per_month=95, quote1_setup=1400)
    assert [number(each) for each in (quote.first, quote.later, quote.over)] == [15_115, 15_015, 1_140]


def test_a_cap_says_what_a_year_may_cost_after_it(guide: Guide) -> None:
    """5 % on 1,140 is 57: 15,015 + 57 = 15,072. Taxes and insurance do not rise with it."""
    assert number(one(guide, **ROOFING, quote1_per_month=95, quote1_cap=5).after_rise) == 15_072


@pytest.mark.parametrize(
    "plan", [{"quote1_plan_share": 6_000}, {"quote1_plan_premium": 8_000, "quote1_plan_percent": 75}]
)
def test_a_plan_is_paid_for_those_in_it(guide: Guide, plan: dict[str, object]) -> None:
    """75 % of 8,000 = 6,000 for each of 30 covered = 180,000, for 60 people 3,000 each."""
    quote = one(guide, **{**OFFICE, "covered": 30}, quote1_per_month=95, **plan)
    assert quote.plan == 3_000
    assert number(quote.later) == 1_140 + 8_372 + 3_000
    assert number(quote.over) == 1_140, "the plan is nothing that is paid to have the quote"
    rows = [row["label"] for row in told(guide, **{**OFFICE, "covered": 30}, quote1_per_month=95, **plan)["quote_rows"]]
    assert rows.index("Of which for the health plan") == rows.index("Later years, at this price") + 1


def test_half_of_what_a_plan_costs_is_no_price_yet(guide: Guide) -> None:
    result = told(guide, **{**OFFICE, "covered": 30}, quote1_per_month=95, quote1_plan_premium=8_000)
    assert "plan" not in figures(result)
    assert "The health plan is not in these figures, because its price is not told." in notes(result)


def test_fees_of_several_kinds_add_up(guide: Guide) -> None:
    """1 % of 100,000 + $30 x 12 = 1,360."""
    assert one(guide, **OFFICE, quote1_percent=1, quote1_per_month=30).price == 1_360


def test_without_a_headcount_what_is_paid_for_all_waits(guide: Guide) -> None:
    result = told(guide, pay=100_000, quote1_per_month=95, quote1_setup=1400)
    assert figures(result)["price"] == ("$95.00", "$1,140")
    assert figures(result)["first"] == figures(result)["later"]
    assert "To work out all of it, put in “Employees”." in notes(result)


def test_pay_that_is_not_theirs_is_told(guide: Guide) -> None:
    """Figures in dollars rest on it, and on how many are in the plan if there is one."""
    result = told(guide, employees=60, quote1_percent=2, quote1_plan_share=6_000)
    said = "Taken from this guide, because you gave none: “Average pay”, $57,574 and “People in the health plan”, 60. "
    assert f"{said}Put in your own." in notes(result)
    assert not [each for each in notes(told(guide, **OFFICE, quote1_percent=2)) if "Taken from" in each]


def test_quotes_stand_side_by_side(guide: Guide) -> None:
    result = told(guide, **OFFICE, quote1_name="Ann & Co", quote1_bundled=14, quote3_per_month=95, quote3_cap=5)
    assert [(each["number"], each["name"]) for each in result["quotes"]] == [(1, "Ann & Co"), (3, "Quote 3")]
    rows = {row["label"]: [cell["month"] for cell in row["cells"]] for row in result["quote_rows"]}
    assert rows["What you pay over your own taxes and insurance"] == ["$469.00", "$95.00"]
    assert rows["After the highest rise"] == ["unknown", "$797.42"]  # (1,140 x 1.05 + 8,372) / 12


def test_of_two_quotes_of_one_name_the_second_goes_by_its_number(guide: Guide) -> None:
    result = told(guide, quote1_name="Acme", quote1_per_month=95, quote2_name="ACME", quote2_per_month=80)
    assert [each["name"] for each in result["quotes"]] == ["Acme", "Quote 2"]
    assert told(guide, quote2_name="Acme", quote1_per_month=95)["quotes"][1]["name"] == "Acme"


def test_without_quotes_there_is_nothing(any_guide: Guide) -> None:
    result = explain(any_guide, recommend(any_guide, {}))
    assert (result["quotes"], result["quote_rows"]) == ([], [])


def test_what_a_quote_leaves_open_is_sent_once_each(guide: Guide) -> None:
    sent = told(guide, **OFFICE, quote1_model="aso", quote1_per_month=95)["quotes"][0]["to_send"]
    texts = [each["question"] for each in sent]
    assert len(texts) == len(set(texts))
    ids = [each["id"] for each in sent]
    assert "notice-and-exit-fee" in ids
    assert "percent-includes" not in ids
    assert "unemployment-account" not in ids, "nobody but a co-employer has an account to tell of"
    bundled = told(guide, **OFFICE, quote1_model="peo", quote1_bundled=14)["quotes"][0]["to_send"]
    assert {"percent-includes", "unemployment-account"} <= {each["id"] for each in bundled}
