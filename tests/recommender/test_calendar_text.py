"""A calendar file is read by a calendar as it is meant: whole days, whole texts, nothing that lies behind."""

import json
from datetime import date, timedelta

import pytest
from icalendar import Calendar, Event

from recommender.api import Adviser
from recommender.calendar_text import calendar_text
from recommender.errors import RecommenderError
from recommender.explain import explain
from recommender.model import Guide
from recommender.result_deadline import DeadlineWords
from recommender.scoring import recommend

type Answers = dict[str, object]

ANSWERS: Answers = {"today": "peo", "renewal_date": "2027-01-01", "notice_days": 60}


def text_of(guide: Guide, answers: Answers, on: str) -> str:
    return Adviser(guide=guide).calendar(json.dumps({"answers": answers, "date": on}))


def told(guide: Guide, answers: Answers, on: str) -> DeadlineWords:
    return explain(guide, recommend(guide, answers), on)["deadline"][0]


def events(text: str) -> list[Event]:
    """Return the events as a calendar reads them, without a complaint."""
    calendar = Calendar.from_ical(text)
    assert calendar.errors == []
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    assert not [each.errors for each in calendar.events if each.errors]
    return list(calendar.events)


def test_each_step_is_a_day_of_a_calendar(guide: Guide) -> None:
    found = events(text_of(guide, ANSWERS, "2026-06-01"))
    steps = told(guide, ANSWERS, "2026-06-01")["steps"]
    assert [(each.start.isoformat(), str(each["SUMMARY"]), str(each["DESCRIPTION"])) for each in found] == [
        (step["date"], step["title"], step["text"]) for step in steps
    ]
    decide = next(each for each in found if each["SUMMARY"] == "Decide")
    assert decide.start == date(2026, 10, 5)
    for each in found:
        assert type(each.start) is date  # a whole day has no hour
        assert each.end - each.start == timedelta(days=1)
        assert each["DTSTAMP"].dt.isoformat() == "2026-06-01T00:00:00+00:00"


def test_what_lies_behind_is_left_out_and_today_is_not(guide: Guide) -> None:
    found = events(text_of(guide, ANSWERS, "2026-10-05"))
    assert found[0]["SUMMARY"] == "Decide"
    assert all(each.start >= date(2026, 10, 5) for each in found)
    (first, *_) = events(text_of(guide, ANSWERS, "2026-10-06"))
    assert first.start > date(2026, 10, 6)


def test_a_file_taken_again_moves_its_events(guide: Guide) -> None:
    before, after = (
        {str(each["UID"]): each.start for each in events(text_of(guide, {**ANSWERS, "notice_days": days}, on))}
        for days, on in ((60, "2026-01-01"), (90, "2026-02-02"))
    )
    assert before.keys() == after.keys()
    assert len(before) == len(told(guide, ANSWERS, "")["steps"])
    moved = {before[uid] - after[uid] for uid in before}
    assert moved == {timedelta(0), timedelta(30)}
    later = events(text_of(guide, {**ANSWERS, "renewal_date": "2028-01-01"}, "2026-01-01"))
    assert not before.keys() & {str(each["UID"]) for each in later}  # another year's dates stand beside these


def test_lines_end_and_fold_as_the_standard_has_it(guide: Guide) -> None:
    text = text_of(guide, ANSWERS, "2026-06-01")
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    lines = text.encode().split(b"\r\n")
    assert max(map(len, lines)) == 75
    assert all(line.decode() for line in lines[:-1])  # no character is cut in two


@pytest.mark.parametrize(
    "text",
    [
        "a, b; c \\ d",
        "\\n is no new line, \\, no comma",
        "é" * 200,
        "ab🐝" * 60,
        "one\ntwo\r\nthree",
        "BEGIN:VEVENT",
        "x" * 500 + " y",
    ],
)
def test_any_text_comes_back_as_it_was(small: Guide, text: str) -> None:
    base = told(small, {"leaving": "2027-01-15"}, "")
    step = base["steps"][0] | {"title": text, "text": text}
    written = calendar_text("Bike, or; bus?", {**base, "steps": [step]}, "2026-01-01")
    (event,) = events(written)
    assert str(event["SUMMARY"]) == str(event["DESCRIPTION"]) == text.replace("\r\n", "\n")
    assert all(len(line) <= 75 for line in written.encode().split(b"\r\n"))


def test_equal_requests_give_equal_bytes(guide: Guide) -> None:
    assert text_of(guide, ANSWERS, "2026-06-01") == text_of(guide, dict(reversed(ANSWERS.items())), "2026-06-01")


def test_without_dates_there_is_no_file(guide: Guide) -> None:
    for answers, on in (({"today": "peo"}, "2026-06-01"), (ANSWERS, "2027-01-02")):
        with pytest.raises(RecommenderError, match=r"^answers: "):
            text_of(guide, answers, on)
    for on in ("", "tomorrow", "2026-02-29"):
        with pytest.raises(RecommenderError, match=r"^date: "):
            text_of(guide, ANSWERS, on)
