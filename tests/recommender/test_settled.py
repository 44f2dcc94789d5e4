"""What is settled of somebody's numbers: one number each, place by place where they differ."""

from dataclasses import replace
from fractions import Fraction

import pytest

from recommender.given import sort_given
from recommender.model import Guide
from recommender.money import Local
from recommender.quote_parts import part_sum, span_of_sum
from recommender.quotes import read_quotes
from recommender.settled import Settled, settled
from recommender.spans import Span

LOCAL = {"suta_base": Local(aspect="wage-base"), "suta_rate": Local(aspect="new-employer-rate")}
HERE = {"employees": 8, "pay": 60_000, "states": ["texas", "florida"]}


def cost(guide: Guide, numbers: Settled, part: str, rate: Fraction | None = None) -> tuple[Fraction, Fraction | None]:
    found = next(each for each in guide.quote_parts if each.id == part)
    span = span_of_sum(numbers.ranges, part_sum(found, numbers.setting, rate))
    return span.low, span.high


@pytest.fixture
def local(guide: Guide) -> Guide:
    """Return the guide with what the two states of these tests say: 2.7 % of 9,000 and 2.7 % of 7,000."""
    amounts = (replace(each, local=LOCAL.get(each.id, each.local)) for each in guide.amounts)
    return replace(guide, amounts=tuple(amounts))


def test_what_is_settled_is_given_or_one_number_of_the_guide(guide: Guide) -> None:
    known = settled(guide, sort_given(guide, {"wc_rate": 3})).known
    assert known["wc_rate"] == 3
    assert known["futa_rate"] == Fraction("0.6")
    assert not {"suta_rate", "employees", "covered"} & known.keys()


def test_a_headcount_settles_what_follows_it(guide: Guide) -> None:
    known = settled(guide, sort_given(guide, {"employees": 14})).known
    assert known["employees"] == 14


def test_people_in_two_places_pay_by_their_share(local: Guide) -> None:
    """6 of 8 pay 2.7 % of 9,000 = 243 and 2 pay 2.7 % of 7,000 = 189: (6 x 243 + 2 x 189) / 8 = 229.50."""
    given = sort_given(local, {**HERE, "people_texas": 6, "people_florida": 2, "quote1_bundled": 14})
    (quote,) = read_quotes(local, given)
    found = {each.part: each.own for each in quote.parts.each}["state-unemployment"]
    assert found == Span(low=Fraction("229.5"), high=Fraction("229.5"))


def test_where_nobody_knows_who_is_where_it_is_a_range(local: Guide) -> None:
    """All in Florida pay 2.7 % of 7,000 = 189, all in Texas 2.7 % of 9,000 = 243."""
    numbers = settled(local, sort_given(local, HERE))
    assert numbers.known["suta_rate"] == Fraction("2.7")
    assert "suta_base" not in numbers.known
    assert cost(local, numbers, "state-unemployment") == (189, 243)


def test_what_is_told_of_one_place_leaves_the_others_open(guide: Guide) -> None:
    """6 of 8 in Texas owe 0.6 % of 7,000 = 42 each; 2 more owe 42 in Florida, or up to 2.1 % = 147 in California."""
    here = {**HERE, "states": ["texas", "florida", "california"], "people_texas": 6}
    numbers = settled(guide, sort_given(guide, here))
    assert cost(guide, numbers, "federal-unemployment") == (42, Fraction(6 * 42 + 2 * 147, 8))


def test_places_where_nobody_is_said_to_be_may_still_have_everybody(guide: Guide) -> None:
    here = {**HERE, "people_texas": 0, "people_florida": 0}
    assert cost(guide, settled(guide, sort_given(guide, here)), "federal-unemployment") == (42, 42)


def test_without_a_headcount_what_follows_it_is_open(guide: Guide) -> None:
    numbers = settled(guide, sort_given(guide, {}))
    assert not {"employees", "covered"} & numbers.known.keys()
    assert cost(guide, numbers, "federal-unemployment") == (42, 42)


def test_a_rate_of_the_quote_takes_the_place_of_the_first_term_alone(guide: Guide) -> None:
    """10 % of 60,000 = 6,000, and 1.45 % as before = 870."""
    numbers = settled(guide, sort_given(guide, {"pay": 60_000}))
    assert cost(guide, numbers, "social-security-and-medicare", Fraction(10)) == (6_870, 6_870)


def test_the_only_place_named_is_where_all_are(local: Guide) -> None:
    numbers = settled(local, sort_given(local, {**HERE, "states": ["texas"]}))
    assert numbers.known["suta_base"] == 9_000
    assert cost(local, numbers, "state-unemployment") == (243, 243)
    assert cost(local, numbers, "state-unemployment", Fraction(4)) == (360, 360)
