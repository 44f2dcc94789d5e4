"""What a result tells: how sure it is, what is open, whose word it is, parts, what is kept, and what to insist on."""

from collections.abc import Mapping

import pytest
from playwright.sync_api import Page, expect

from recommender.explain import explain
from recommender.model import Guide
from recommender.questions import NOT_SURE, Answer
from recommender.result import Explained
from recommender.scoring import recommend
from recommender_page import RecommenderPage, as_the_form_has_it, hash_of

PEO: dict[str, Answer] = {"hr_staff": "none", "control_priority": "low", "benefits_priority": "high"}


@pytest.fixture
def recommender(page: Page, home: str) -> RecommenderPage:
    return RecommenderPage(page, home)


def expect_told(recommender: RecommenderPage, guide: Guide, answers: Mapping[str, Answer]) -> Explained:
    """Open answers, and expect what Python says of them in sentences, and nothing where it says nothing."""
    told = explain(guide, recommend(guide, as_the_form_has_it(guide, answers)))
    recommender.open(hash_of(guide, answers)).expect_headline(told["headline"])
    result = recommender.result
    expect(result).to_contain_text(told["detail"])
    for name, words in (
        (".confidence", told["confidence"]),
        ("p.final", told["final"]),
        (".doubts", told["doubts"]),
        (".needless", told["needless"]),
    ):
        expect(result.locator(name)).to_have_text([words] if words else [])
    expect(result.locator(".decisions dt")).to_have_text([each["question"] for each in told["decisions"]])
    expect(result.locator(".decisions dd")).to_have_text([each["answer"] for each in told["decisions"]])
    expect(result.locator(".rest a")).to_have_text([each["label"] for each in told["unanswered"]])
    expect(result.locator(".moves li > strong")).to_have_text(
        [f"{each['to']}, {each['points']} ahead" for each in told["moves"]]
    )
    recommender.open_working()
    return told


def test_each_example_is_told_with_what_is_sure_open_and_left_out(recommender: RecommenderPage, guide: Guide) -> None:
    seen = set()
    for profile in guide.profiles:
        told = expect_told(recommender, guide, profile.answers)
        seen |= {
            key for key in ("confidence", "final", "decisions", "moves", "next", "parts", "qualities") if told[key]
        }
        recommender.page.goto("about:blank")
    assert seen == {"confidence", "final", "decisions", "moves", "next", "parts", "qualities"}


def test_what_was_not_sure_and_could_change_it_is_told(recommender: RecommenderPage, guide: Guide) -> None:
    unsure = next(
        answers
        for profile in guide.profiles
        for question in profile.answers
        if explain(guide, recommend(guide, answers := {**profile.answers, question: NOT_SURE}))["doubts"]
    )
    assert expect_told(recommender, guide, unsure)["doubts"]


def test_an_answer_that_another_one_settles_is_told(recommender: RecommenderPage, guide: Guide) -> None:
    decided: dict[str, Answer] = {**guide.profiles[0].answers, "foreign_hires": "none", "has_us_entity": "no"}
    assert expect_told(recommender, guide, decided)["needless"]


def test_every_reason_says_whose_word_it_is(recommender: RecommenderPage, guide: Guide) -> None:
    told = expect_told(recommender, guide, guide.profiles[0].answers)
    chosen = recommender.result.locator("details.standing[open]")
    reasons = next(each["reasons"] for each in told["standings"] if each["chosen"])
    shown = chosen.locator(".reasons").first.locator("> li")
    expect(shown.locator(".strength")).to_have_text([reason["strength"] for reason in reasons])
    assert {strength.label for strength in guide.strengths} >= {reason["strength"] for reason in reasons} != {""}
    for label in shown.locator(".strength").all():
        expect(label).to_be_visible()


def test_some_people_elsewhere_make_two_answers(recommender: RecommenderPage, guide: Guide) -> None:
    profile = next(profile for profile in guide.profiles if profile.expect.parts)
    told = expect_told(recommender, guide, profile.answers)
    (part,), (chosen,) = told["parts"], [each for each in told["standings"] if each["chosen"]]
    box = recommender.result.locator(".part")
    expect(box.get_by_role("heading")).to_have_text(f"{part['abbreviation']}: {part['name']}")
    for reason in part["reasons"]:
        expect(box.get_by_text(reason["because"])).to_be_visible()
        expect(box.locator(".sources a").first).to_be_visible()
    name = f"{chosen['abbreviation']}: {chosen['total']}"
    expect(recommender.result.get_by_role("heading", name=name)).to_be_visible()
    links = recommender.result.locator(".next li").first.get_by_role("link")
    expect(links).to_have_text([part["abbreviation"], chosen["abbreviation"]])


def test_who_has_something_that_nothing_beats_by_enough_keeps_it(recommender: RecommenderPage, guide: Guide) -> None:
    told = expect_told(recommender, guide, {"today": "peo", **PEO})
    assert told["outcome"] == "keep"
    assert "keep your PEO" in told["headline"]
    expect(recommender.headline).to_contain_text("keep your PEO")
    for move in told["moves"]:
        expect(recommender.result.locator(".moves").get_by_text(move["because"])).to_be_visible()
    recommender.answer(today="none")
    moved = explain(guide, recommend(guide, {"today": "none", **PEO}))
    recommender.expect_headline(moved["headline"])
    expect(recommender.headline).not_to_contain_text("keep")
    expect(recommender.result.locator(".moves")).to_have_count(0)


def test_where_a_peo_is_chosen_its_certification_is_told(recommender: RecommenderPage, guide: Guide) -> None:
    insisting = {**PEO, "share_liability_priority": "high", "compliance_confidence": "low"}
    (quality,) = expect_told(recommender, guide, insisting)["qualities"]
    assert quality["insist"]
    box = recommender.result.locator(".quality")
    expect(box.get_by_role("heading")).to_have_text(quality["words"])
    expect(box).to_contain_text(quality["total"])
    for reason in quality["reasons"]:
        expect(box.get_by_text(reason["because"])).to_be_visible()
    other: dict[str, Answer] = {"hr_staff": "team", "control_priority": "high", "share_liability_priority": "low"}
    recommender.page.goto("about:blank")
    assert expect_told(recommender, guide, other)["qualities"] == []
    expect(box).to_have_count(0)
