"""A result in brief says nothing that the result does not: reasons, a doubt, how sure it is, and what to do next."""

from dataclasses import replace

import pytest

from recommender.advice import Calibration
from recommender.explain import explain
from recommender.model import Guide
from recommender.result import Explained
from recommender.result_summary import Summary
from recommender.scoring import recommend
from recommender.summary import MOST
from shared import draw_given


def explained(guide: Guide, **answers: object) -> Explained:
    return explain(guide, recommend(guide, answers))


def summary(guide: Guide, **answers: object) -> Summary:
    (brief,) = explained(guide, **answers)["summary"]
    return brief


def lines(guide: Guide, **answers: object) -> list[str]:
    return [f"{each['model']}: {each['text']}" for each in summary(guide, **answers)["reasons"]]


def doubt(guide: Guide, **answers: object) -> str:
    (line,) = summary(guide, **answers)["doubt"]
    return f"{line['model']}: {line['text']}"


def test_a_winner_has_its_strongest_reasons_and_whose_word_they_are(small: Guide) -> None:
    brief = summary(small, rain="no", money="short", distance="near", boat="yes", water="some", weight_comfort=2)
    assert [(each["text"], each["strength"]) for each in brief["reasons"][:2]] == [
        ("You know that a bike costs less", "In print"),
        ("You know that it is dry", "In print"),
    ]
    assert len(brief["reasons"]) == MOST
    assert brief["reasons"][-1]["model"] == "Ferry"  # some are over the water


def test_a_call_has_a_reason_for_each_that_does_not_count_for_the_other(small: Guide) -> None:
    assert lines(small, rain="yes", money="short", distance="near") == [
        "Bike: You know that a bike costs less",
        "Bus: You know that it rains, and a bus is dry",
    ]


def test_what_is_kept_has_what_leaving_it_costs(small: Guide) -> None:
    brief = summary(small, rain="yes", money="plenty", now="bike")
    assert [each["text"] for each in brief["reasons"]] == ["You know that a bike has to be sold first"]
    assert brief["ways"] == "You may: keep your bike, Bus."


def test_what_rules_out_the_rest_is_a_reason(small: Guide) -> None:
    brief = lines(small, rain="yes", distance="far")
    assert brief == [": You know that it rains, and a bus is dry", ": You know that it is too far to ride"]


def test_the_doubt_is_what_speaks_for_another(small: Guide) -> None:
    assert (
        doubt(small, rain="yes", money="short", boat="yes", water="some")
        == "Bus: You know that it rains, and a bus is dry"
    )
    assert doubt(small, rain="no", money="short") == ": Nothing else is spoken for."


def test_what_was_not_sure_and_matters_comes_before(small: Guide) -> None:
    assert doubt(small, rain="no", money="short", distance="not_sure") == ": You do not know Distance."
    assert doubt(small, rain="yes", money="short") == ": Less than 2 apart."


@pytest.mark.parametrize(("agreed", "words"), [(18, "Sure"), (14, "Rather sure"), (13, "Unsure"), (0, "Unsure")])
def test_how_sure_it_is_goes_by_what_was_counted(small: Guide, agreed: int, words: str) -> None:
    counted = Calibration(id="all", outcome="winner", at_least=0, at_most=None, cases=20, agreed=agreed)
    brief = summary(replace(small, calibration=(counted,)), rain="no", money="short")
    assert (brief["sure"], brief["counted"]) == (words, f"{agreed // 2 if agreed != 13 else 6} of 10, of 20.")
    few = replace(small, calibration=(replace(counted, cases=19, agreed=min(agreed, 19)),))
    assert summary(few, rain="no", money="short")["sure"] == "Who can tell"


def test_what_waits_for_answers_says_so_and_asks(small: Guide) -> None:
    brief = summary(small, rain="yes")
    assert (brief["note"], brief["reasons"], brief["doubt"], brief["sure"], brief["change"]) == (
        "1 of 2 answers.",
        [],
        [],
        "",
        "",
    )
    assert [each["question"] for each in brief["ask"]] == ["now"]


def test_acts_are_the_first_two_that_fit(small: Guide) -> None:
    def acts(**answers: object) -> list[str]:
        return [each["text"] for each in summary(small, **answers)["acts"]]

    assert acts(rain="no", money="short") == ["Say how many you are", "See the working"]
    assert acts(rain="no", money="short", riders=2) == ["See the price", "See the working"]
    assert acts(rain="yes", distance="far") == ["Look at the timetable", "See the working"]
    assert acts(rain="yes", money="short", now="bus", situation="ticket")[0] == "Put in your ticket"
    assert "Put in your ticket" not in acts(rain="yes", now="bus", situation="ticket", leaving="2027-01-31")


def test_a_summary_is_made_of_what_the_result_says(any_guide: Guide) -> None:
    by_short = {rule.short: rule.because for rule in (*any_guide.rules, *any_guide.moves)}
    for answers in draw_given(any_guide, 60, seed=17):
        told = explained(any_guide, **answers)
        (brief,) = told["summary"]
        said = {
            reason["because"]: reason["strength"]
            for standing in (*told["standings"], *told["parts"])
            for reason in (*standing["reasons"], *standing.get("excluded_by", ()))  # type: ignore[misc]
        }
        moves = {each["because"] for each in told["moves"]}
        for line in (*brief["reasons"], *(each for each in brief["doubt"] if each["model"])):
            because = by_short[line["text"]]
            assert said.get(because) == line["strength"] or because in moves
        assert len(brief["reasons"]) <= MOST
        assert len(brief["acts"]) <= 2
        assert bool(brief["sure"]) == bool(brief["change"]) == (told["outcome"] != "not_enough")
        assert brief["counted"] == told["confidence"] or not told["confidence"]
        assert bool(brief["ask"]) <= bool(told["next"])
