"""One ruler in a result: what is published and what is one's own, in one unit, the lowest first, each in its place."""

import re
from dataclasses import replace
from fractions import Fraction

import pytest

from generator.browser.browser_guide import for_browser
from recommender.model import Guide
from recommender.picture import WIDE
from recommender.ruler import own, ruler, stated


@pytest.fixture
def fares(small: Guide) -> Guide:
    """Return the tiny guide with a fare that somebody states, in the unit in which people put in their own."""
    tyre, season = small.figures
    fare = replace(tyre, id="fare-stated", label="A fare, says the driver", unit="coins a ride", low=2, high=4)
    return replace(small, figures=(replace(fare, ruler=replace(fare.ruler, over=1) if fare.ruler else None), season))


def test_ones_own_numbers_stand_among_what_is_published(fares: Guide) -> None:
    """A pass is 90, times a fare, over 36: with 8 a ride it is 20, with 1.5 it is 3.75."""
    given = {"fare": Fraction(3, 2)}
    (made,) = ruler(fares, own(fares, given), given)
    assert made["title"] == "What is asked for, a month"
    assert [(row["label"], row["words"]) for row in made["rows"]] == [
        ("You: A ticket", "1.5"),
        ("A fare, says the driver, 2026", "2 to 4"),
        ("A pass, 2025", "4 or more"),
    ]
    # The ruler goes a fifth beyond 3.75, to 4.5.
    mine, fare, season = made["rows"]
    assert (mine["own"], mine["ends"], mine["open"]) == (f"M{WIDE // 3} 0h0", "", "")
    assert (fare["own"], fare["ends"], fare["open"]) == ("", f"M{round(WIDE / 2.25)} 0H{round(WIDE / 1.125)}", "")
    assert (season["own"], season["ends"], season["open"]) == ("", "", f"M{round(WIDE / 1.2)} 0H{WIDE}")
    assert {row["marks"] for row in made["rows"]} == {f"M{WIDE // 3}-7V7"}


def test_what_takes_an_amount_follows_ones_own(fares: Guide) -> None:
    assert [row.span.low for row in stated(fares, {"fare": Fraction(8)})] == [2, 20]
    assert [row.span.low for row in stated(fares, {})] == [2, 5]


def test_without_ones_own_or_anything_published_there_is_no_ruler(fares: Guide, small: Guide) -> None:
    assert ruler(fares, own(fares, {"rides": Fraction(5)}), {}) == []
    assert ruler(small, own(small, {"fare": Fraction(3)}), {}) == []  # nobody states it in that unit
    assert ruler(replace(fares, figures=()), [("A ticket", Fraction(3))], {}) == []


def test_a_quote_can_stand_on_it_too(guide: Guide) -> None:
    (made,) = ruler(guide, [("from Acme", Fraction(130)), ("from Bolt", Fraction(90))], {})
    mine = [row["label"] for row in made["rows"] if row["own"]]
    assert mine == ["Yours: from Bolt", "Yours: from Acme"]
    assert all(row["marks"].count("V7") == 2 for row in made["rows"])


def test_the_published_fees_fit_and_a_fee_of_ones_own_is_known_as_one(guide: Guide) -> None:
    given = {"fee_peo": Fraction(95), "pay": Fraction(52_000), "premium": Fraction(9_000)}
    assert own(guide, given) == [("PEO fee", 95)]
    (made,) = ruler(guide, own(guide, given), given)
    for row in made["rows"]:
        places = [int(each) for each in re.findall(r"[MH](\d+)", row["ends"] + row["open"] + row["own"])]
        assert places == sorted(places)
        assert places[-1] <= WIDE + 2
        assert row["words"].startswith("$")


def test_the_browser_knows_the_same_ruler(guide: Guide) -> None:
    given = {"fee_peo": Fraction(95)}
    assert ruler(for_browser(guide), own(guide, given), given) == ruler(guide, own(guide, given), given)
    assert not [claim for figure in for_browser(guide).figures for claim in figure.claims]
