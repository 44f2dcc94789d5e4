"""Dates are counted back from the last day of a contract, as one does by hand with a calendar."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from recommender.api import Adviser
from recommender.days import day_of, number_of
from recommender.errors import RecommenderError
from recommender.explain import explain
from recommender.model import Guide
from recommender.prose import Due
from recommender.result_deadline import DeadlineWords
from recommender.scoring import recommend

type Answers = dict[str, object]

PEO: Answers = {"today": "peo", "employees": 60}


def told(guide: Guide, answers: Answers, on: str = "") -> DeadlineWords:
    """Return the one deadline of a result."""
    (found,) = explain(guide, recommend(guide, answers), on)["deadline"]
    return found


def dates(found: DeadlineWords) -> dict[str, str]:
    return {step["title"]: step["date"] for step in found["steps"]}


def test_a_day_is_the_one_of_the_calendar() -> None:
    first, last = date(1896, 1, 1), date(2104, 12, 31)
    for days in range((last - first).days + 1):
        day = (first + timedelta(days=days)).isoformat()
        assert number_of(day) == number_of("1896-01-01") + days
        assert day_of(number_of(day)) == day


def test_the_first_of_january_with_sixty_days(guide: Guide) -> None:
    found = told(guide, {**PEO, "renewal_date": "2027-01-01", "notice_days": 60}, "2026-07-01")
    # December has 31 days and November 29 more from the 2nd on: 31 + 29 = 60. Four weeks before November 2: October 5.
    assert (found["notice_by"], found["decide_by"]) == ("2026-11-02", "2026-10-05")
    assert found["headline"] == "Decide by October 5, 2026."
    assert "November 2, 2026, which is 60 days before January 1, 2027" in found["detail"]
    assert "4 weeks" in found["detail"]
    assert (found["notice_given"], found["assumed"], found["usual"], found["late"]) == (True, "", [], "")
    assert [step["past"] for step in found["steps"]] == [False] * len(found["steps"])


def test_the_steps_are_those_of_leaving_on_their_days(guide: Guide) -> None:
    found = told(guide, {**PEO, "renewal_date": "2027-01-01", "notice_days": 60})
    assert found["checklist"] == "leave"
    at = dates(found)
    # 26 weeks are 182 days; 13 weeks, 91; 6 weeks, 42; 10 weeks after, 70.
    assert at["Read the exit clause"] == "2026-07-03"
    assert at["Reopen your state accounts"] == "2026-10-02"
    assert at["Sign the new health plan"] == "2026-11-20"
    assert at["Your own number pays from today"] == "2027-01-01"
    assert at["Check your new state rates"] == "2027-03-12"
    # Notice stands where the contract wants it, not where contracts usually do.
    assert at["Give notice in writing"] == "2026-11-02"
    assert at["Decide"] == "2026-10-05"
    assert [*at.values()] == sorted(at.values())


def test_a_long_notice_takes_what_comes_before_it_along(guide: Guide) -> None:
    at = dates(told(guide, {**PEO, "renewal_date": "2027-01-01", "notice_days": 180}))
    # 180 days are 89 more than 13 weeks: what comes before notice comes 89 days sooner, and nothing else does.
    assert at["Give notice in writing"] == "2026-07-05"
    assert at["Read the exit clause"] == "2026-04-05"
    assert at["Name who does each job, and get quotes"] == "2026-05-31"
    assert at["Sign the new health plan"] == "2026-11-20"


def test_a_leap_year_has_one_day_more(guide: Guide) -> None:
    answers = {**PEO, "notice_days": 30}
    assert told(guide, {**answers, "renewal_date": "2028-03-30"})["notice_by"] == "2028-02-29"
    assert told(guide, {**answers, "renewal_date": "2027-03-30"})["notice_by"] == "2027-02-28"
    assert told(guide, {**answers, "renewal_date": "2028-02-29"})["notice_by"] == "2028-01-30"


def test_without_a_notice_the_longest_usual_one_counts_and_is_cited(guide: Guide) -> None:
    found = told(guide, {**PEO, "renewal_date": "2027-01-01"})
    # 31 days of December, 30 of November and 29 of October are 90.
    assert (found["notice_days"], found["notice_by"], found["notice_given"]) == (90, "2026-10-03", False)
    assert "90 days" in found["assumed"]
    (usual,) = found["usual"]
    assert usual["citations"]


def test_the_first_of_july_is_a_quarter_within_the_year(guide: Guide) -> None:
    found = told(guide, {**PEO, "renewal_date": "2027-07-01", "notice_days": 60})
    # June has 30 days and May 30 more from the 2nd on.
    assert (found["notice_by"], found["decide_by"]) == ("2027-05-02", "2027-04-04")
    here, there = found["days"]
    assert (here["heading"], there["heading"]) == ("On July 1, 2027", "On January 1, 2028")
    said = " ".join(note["text"] for note in here["notes"])
    assert all(word in said for word in ("start of a quarter", "two W-2s", "ACA forms", "caps", "out-of-pocket"))
    assert "spares your staff a second W-2" in " ".join(note["text"] for note in there["notes"])
    assert all(note["citations"] for day in found["days"] for note in day["notes"])


def test_the_first_of_january_is_compared_with_any_other_day(guide: Guide) -> None:
    here, there = told(guide, {**PEO, "renewal_date": "2027-01-01"})["days"]
    assert (here["heading"], there["heading"]) == ("On January 1, 2027", "On any other day")
    assert not any("quarter" in note["text"] for note in there["notes"])


def test_a_day_within_a_quarter_is_no_start_of_one(guide: Guide) -> None:
    here, _ = told(guide, {**PEO, "renewal_date": "2027-07-02"})["days"]
    assert not any("start of a quarter" in note["text"] for note in here["notes"])


def test_who_has_something_else_gets_the_steps_of_a_start(guide: Guide) -> None:
    for today in ("aso", "payroll_service", "none"):
        found = told(guide, {"today": today, "renewal_date": "2027-01-01", "notice_days": 30})
        assert found["checklist"] == "switch"
        assert not any("ACA forms" in note["text"] for day in found["days"] for note in day["notes"])
    assert told(guide, {"renewal_date": "2027-01-01"})["checklist"] == "switch"  # the first that nothing speaks against


def test_a_day_to_decide_that_is_past_is_said(guide: Guide) -> None:
    found = told(guide, {**PEO, "renewal_date": "2027-01-01", "notice_days": 60}, "2026-10-06")
    # From October 6 to November 2: 25 days of October and 2 of November.
    assert "October 5, 2026 is past" in found["late"]
    assert "27 days" in found["late"]
    assert found["advice"] == []
    assert {step["title"] for step in found["steps"] if step["past"]} >= {"Decide", "Reopen your state accounts"}
    assert not next(step for step in found["steps"] if step["title"] == "Give notice in writing")["past"]


def test_on_the_very_day_there_is_time(guide: Guide) -> None:
    answers = {**PEO, "renewal_date": "2027-01-01", "notice_days": 60}
    assert told(guide, answers, "2026-10-05")["late"] == ""
    assert "0 days" in told(guide, answers, "2026-11-02")["late"]


def test_a_notice_that_is_past_is_said_with_what_to_do_now(guide: Guide) -> None:
    found = told(guide, {**PEO, "renewal_date": "2027-01-01", "notice_days": 60}, "2026-11-03")
    assert "November 2, 2026" in found["late"]
    said = " ".join(note["text"] for note in found["advice"])
    assert all(word in said for word in ("roll over", "month-to-month", "leave early"))
    assert all(note["citations"] for note in found["advice"])
    assert found["steps"]


def test_a_notice_that_is_only_assumed_is_not_said_to_be_past(guide: Guide) -> None:
    found = told(guide, {**PEO, "renewal_date": "2027-01-01"}, "2026-10-04")
    assert "Look up your own notice period first" in found["late"]
    assert "The last day for notice was" not in found["late"]
    assert found["advice"]
    decide = next(step for step in found["steps"] if step["id"] == "decide")
    assert found["assumed"] in decide["text"]


def test_a_contract_that_has_ended_is_said_and_no_more(guide: Guide) -> None:
    found = told(guide, {**PEO, "renewal_date": "2026-01-01"}, "2026-11-27")
    assert found["headline"].startswith("January 1, 2026 is past.")
    assert (found["steps"], found["days"], found["advice"], found["checklist"]) == ([], [], [], "")


def test_without_a_day_there_are_no_dates(guide: Guide) -> None:
    for answers in (PEO, {**PEO, "notice_days": 60}, {**PEO, "renewal_date": "2027-02-30"}, {**PEO, "renewal_date": 1}):
        assert explain(guide, recommend(guide, answers))["deadline"] == []


def test_a_notice_beyond_reason_does_not_count(guide: Guide) -> None:
    found = told(guide, {**PEO, "renewal_date": "2027-01-01", "notice_days": 4000})
    assert (found["notice_days"], found["notice_given"]) == (90, False)


def test_a_part_of_a_day_counts_as_one(guide: Guide) -> None:
    assert told(guide, {**PEO, "renewal_date": "2027-01-01", "notice_days": "59.5"})["notice_days"] == 60


def test_one_day_is_said_as_one(guide: Guide) -> None:
    found = told(guide, {**PEO, "renewal_date": "2027-01-01", "notice_days": 1})
    assert "1 day before" in found["detail"]


def test_a_checklist_without_notice_gets_its_last_day(small: Guide) -> None:
    found = told(small, {"now": "walk", "leaving": "2027-01-15", "notice": 8})
    # Two weeks before January 16, the day after the last one, and a week after it.
    assert dates(found) == {
        "Choose": "2026-12-31",
        "Look": "2027-01-02",
        "Say so": "2027-01-07",
        "The end": "2027-01-15",
        "Oil": "2027-01-23",
    }
    assert found["headline"] == "Choose by 31 M12 2026."


def test_a_guide_without_a_fitting_checklist_has_three_dates(small: Guide) -> None:
    found = told(small, {"now": "bike", "leaving": "2027-01-15"})
    assert [step["id"] for step in found["steps"]] == ["decide", "notice", "renewal"]
    assert (found["checklist"], found["checklist_title"]) == ("", "")
    bare = replace(small, walkthroughs=(), day_notes=(), renewal=None)
    assert explain(bare, recommend(bare, {"leaving": "2027-01-15"}))["deadline"] == []


def test_the_day_of_a_change_follows_the_last_day(small: Guide) -> None:
    due = Due(weeks=0, title="Go", text="Go.", cites=())
    walkthroughs = (replace(small.walkthroughs[0], checklist=(due,), when={}),)
    found = told(replace(small, walkthroughs=walkthroughs), {"leaving": "2027-01-15"})
    last, first = found["steps"][-2:]
    assert (last["title"], last["date"], last["text"]) == (
        "The end",
        "2027-01-15",
        "Off by 15 M1 2027, on again on 16 M1 2027.",
    )
    assert (first["title"], first["date"]) == ("Go", "2027-01-16")


def test_the_day_of_asking_comes_with_the_request(guide: Guide) -> None:
    adviser = Adviser(guide=guide)
    answers = {**PEO, "renewal_date": "2027-01-01", "notice_days": 60}
    result = json.loads(adviser.recommend(json.dumps({**answers, "date": "2026-12-31"})))
    assert result["deadline"][0]["late"]
    assert result["ignored"] == []
    for other in ({}, {"date": ""}, {"date": "today"}, {"date": "2026-02-30"}):
        assert json.loads(adviser.recommend(json.dumps({**answers, **other})))["deadline"][0]["late"] == ""
    with pytest.raises(RecommenderError, match=r"^date: "):
        adviser.recommend('{"date": 20261231}')


def test_the_report_has_the_dates(guide: Guide) -> None:
    answers = {**PEO, "renewal_date": "2027-01-01", "notice_days": 60}
    text = Adviser(guide=guide).report(json.dumps({"answers": answers, "date": "2026-11-03"}))
    found = told(guide, answers, "2026-11-03")
    assert f"## {found['headline']}" in text
    assert found["late"] in text
    for step in found["steps"]:
        past = " (already past)" if step["past"] else ""
        assert f"- {step['day']}{past}: {step['text']}\n" in text
    for note in (*found["advice"], *(note for day in found["days"] for note in day["notes"])):
        assert f"- {note['text']} [" in text
