"""A link may hold anything: what is valid is kept, the rest is left out and said, and none of it becomes markup."""

import pytest
from playwright.sync_api import Page, expect

import faults
from recommender.explain import explain
from recommender.model import Guide
from recommender.questions import Answer
from recommender.scoring import recommend
from recommender_page import RecommenderPage, hash_of

HOSTILE = "<img src=x onerror=window.hit=1>"


@pytest.mark.parametrize(
    "fragment",
    [
        "#hr_staff=none&colour=red",
        "#hr_staff=none&control_priority=perhaps",
        "#hr_staff=none&hr_staff=team",
        "#hr_staff=none&__proto__=none&constructor=none",
        f"#hr_staff=none&states={HOSTILE}",
        f"#hr_staff=none&{HOSTILE}=1",
        "#hr_staff=none&states=%E0%A4%A&size=%",
        "#hr_staff=none&states='];alert(1)//",
        "#hr_staff=none&employees=0",
        "#hr_staff=none&employees=99999999",
        "#hr_staff=none&employees=1e3",
        "#hr_staff=none&states=atlantis",
        "#hr_staff=none&start_month=13",
        "#hr_staff=none&start_month=0",
        "#hr_staff=none&fee_peo=9999999",
        "#hr_staff=none&compare=no",
        '#hr_staff=none&compare={"mood":"good"}',
        '#hr_staff=none&compare={"hr_staff":"perhaps"}',
        '#hr_staff=none&compare={"hr_staff":["team","none"]}',
        '#hr_staff=none&compare={"hr_staff":[]}',
        '#hr_staff=none&compare={"hr_staff":null}',
        '#hr_staff=none&compare={"states":[["texas"]]}',
        '#hr_staff=none&compare={"employees":4e9}',
        '#hr_staff=none&compare={"start_month":"13"}',
        r'#hr_staff=none&compare={"hr_staff":"\ud800"}',
        '#hr_staff=none&compare={"__proto__":{"hr_staff":"team"}}',
        '#hr_staff=none&compare={"a":' + "[" * 3_600 + "]" * 3_600 + "}",
        '#hr_staff=none&compare={"states":' + "[" * 3_600 + "]" * 3_600 + "}",
        "#hr_staff=none&" + "x" * 10_000,
        "#hr_staff=none&" + "&".join(f"q{n}=1" for n in range(2_000)),
    ],
    ids=[
        "question",
        "option",
        "repeated",
        "prototype",
        "markup",
        "name",
        "escapes",
        "quotes",
        "zero",
        "large",
        "float",
        "place",
        "month beyond",
        "month before",
        "fee beyond",
        "no JSON",
        "kept question",
        "kept option",
        "kept options",
        "kept nothing",
        "kept null",
        "kept nested",
        "kept number beyond",
        "kept month beyond",
        "kept surrogate",
        "kept prototype",
        "deep",
        "deep places",
        "long",
        "many",
    ],
)
def test_what_is_valid_is_kept_and_the_rest_is_said(page: Page, home: str, fragment: str) -> None:
    recommender = RecommenderPage(page, home).open(fragment)
    recommender.expect_answers(hr_staff="none").expect_state("ready")
    expect(recommender.note).to_have_text("Part of this link was not understood and was left out.")
    assert page.locator("guide-recommender img").count() == 0
    assert page.evaluate("window.hit") is None
    expect(recommender.headline).to_be_visible()
    expect(page.get_by_role("region", name="Comparison")).to_be_hidden()
    recommender.answer(benefits_priority="high").expect_answers(hr_staff="none", benefits_priority="high")
    expect(recommender.note).to_be_empty()


@pytest.mark.parametrize(
    ("absent", "mode"), [((), "snapshot"), (("snapshot",), "compiled"), (("snapshot", "compiled"), "plain")]
)
def test_what_is_too_deep_to_be_answers_stops_no_mode(
    reader: Page, home: str, absent: tuple[str, ...], mode: str
) -> None:
    deep = "[" * 3_600 + "]" * 3_600
    reader.route("**/choose/", faults.without(*absent))
    recommender = RecommenderPage(reader, home)
    recommender.open(f'#hr_staff=none&benefits_priority=high&compare={{"states":{deep},"hr_staff":"team"}}')
    recommender.expect_path(mode).expect_answers(hr_staff="none", benefits_priority="high")
    expect(reader.get_by_role("region", name="Comparison").get_by_role("table")).to_be_visible()
    expect(recommender.note).to_have_text("Part of this link was not understood and was left out.")


def test_a_link_with_nothing_valid_leaves_the_form_empty(page: Page, home: str) -> None:
    recommender = RecommenderPage(page, home).open("#a=b&c=d")
    recommender.expect_answers().expect_state("idle")
    expect(recommender.note).to_have_text("Part of this link was not understood and was left out.")


def test_the_note_goes_with_the_next_answer_and_the_address_is_clean(page: Page, home: str, guide: Guide) -> None:
    recommender = RecommenderPage(page, home).open("#hr_staff=none&colour=red")
    recommender.answer(benefits_priority="high")
    expect(recommender.note).to_be_empty()
    answers: dict[str, Answer] = {"hr_staff": "none", "benefits_priority": "high"}
    expect(page).to_have_url(recommender.address + hash_of(guide, answers))


def test_a_new_link_on_the_open_page_replaces_the_answers(page: Page, home: str) -> None:
    recommender = RecommenderPage(page, home).open("#hr_staff=none").expect_answers(hr_staff="none")
    page.evaluate("location.hash = '#benefits_priority=high&hr_staff=team'")
    recommender.expect_answers(hr_staff="team", benefits_priority="high")


OLD: dict[str, Answer] = {"hr_staff": "none", "share_liability_priority": "high", "benefits_priority": "high"}
"""What links carried before the page asked what there is today."""


@pytest.mark.parametrize(
    ("more", "understood"),
    [
        ("", True),
        ("&weight_risk=2", True),
        ("&weight_risk=2&growth=huge", False),
        ("&growth=huge&weight_risk=2", False),
        ("&mood=good&weight_risk=2", False),
        ("&weight_risk=9", False),
        ("&weight_whim=2", False),
    ],
)
def test_a_link_of_an_older_page_counts_as_far_as_it_is_understood(
    page: Page, home: str, guide: Guide, more: str, understood: bool
) -> None:
    recommender = RecommenderPage(page, home).open(
        f"#{'&'.join(f'{name}={given}' for name, given in OLD.items())}{more}"
    )
    weighed: dict[str, Answer] = {"weight_risk": 2} if "weight_risk=2" in more else {}
    recommender.expect_answers(**OLD)
    expect(recommender.choice("weight_risk", "2" if weighed else "1")).to_be_checked()
    told = explain(guide, recommend(guide, {**OLD, **weighed}))
    recommender.expect_headline(told["headline"]).open_working()
    for standing in told["standings"]:
        name = f"{standing['abbreviation']}: {standing['total']}"
        expect(recommender.result.get_by_role("heading", name=name)).to_be_visible()
    said = "" if understood else "Part of this link was not understood and was left out."
    expect(recommender.note).to_have_text(said)
