"""What is settled of somebody's numbers: one number each, place by place where they differ."""

from dataclasses import replace
from fractions import Fraction

import pytest

from recommender.given import sort_given
from recommender.model import Guide
from recommender.money import Local
from recommender.quotes import part_cost, read_quotes
from recommender.settled import settled

LOCAL = {"suta_base": Local(aspect="wage-base"), "suta_rate": Local(aspect="new-employer-rate")}
HERE = {"employees": 8, "pay": 60_000, "states": ["texas", "florida"]}


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
    assert {each.part: each.own for each in quote.parts}["state-unemployment"] == Fraction("229.5")


def test_where_nobody_knows_who_is_where_only_what_is_equal_is_settled(local: Guide) -> None:
    numbers = settled(local, sort_given(local, HERE))
    assert numbers.known["suta_rate"] == Fraction("2.7")
    assert "suta_base" not in numbers.known
    (part,) = (each for each in local.quote_parts if each.id == "state-unemployment")
    assert part_cost(part, numbers) is None


def test_what_is_told_of_one_place_alone_settles_nothing_of_the_others(local: Guide) -> None:
    here = {**HERE, "states": ["texas", "florida", "california"], "people_texas": 6}
    numbers = settled(local, sort_given(local, here))
    assert numbers.places == ((1, numbers.known),)


def test_a_rate_of_the_quote_takes_the_place_of_the_first_term_alone(guide: Guide) -> None:
    """10 % of 60,000 = 6,000, and 1.45 % as before = 870."""
    numbers = settled(guide, sort_given(guide, {"pay": 60_000}))
    (part,) = (each for each in guide.quote_parts if len(each.terms) > 1)
    assert part_cost(part, numbers, Fraction(10)) == 6_870


def test_the_only_place_named_is_where_all_are(local: Guide) -> None:
    numbers = settled(local, sort_given(local, {**HERE, "states": ["texas"]}))
    assert numbers.known["suta_base"] == 9_000
    (part,) = (each for each in local.quote_parts if each.id == "state-unemployment")
    assert part_cost(part, numbers) == 243
    assert part_cost(part, numbers, Fraction(4)) == 360
