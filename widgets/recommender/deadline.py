"""Work out from the last day of a contract, and its notice, by when to decide and what is due when."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from recommender.change_day import change_of
from recommender.days import number_of
from recommender.model import Guide
from recommender.prose import Due, Walkthrough
from recommender.questions import Answer
from recommender.renewal import Renewal, Spot
from recommender.scoring import Recommendation

_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Days as `days.number_of` counts them: when the contract ends, when notice is due, by when to decide.

    `renewal` is the day that was given, from which `notice` counts back, in days, `given` or the longest usual one. A
    `change` is the day after, or that day itself if the contract renews on it. `steps` are those of the `checklist`
    that fits the answers, if one does, each with its day, the earliest first; their weeks count from the `change`.
    """

    renewal: int
    change: int
    notice: int
    given: bool
    notice_by: int
    decide_by: int
    checklist: Walkthrough | None
    steps: tuple[tuple[int, Due], ...]


def plan(guide: Guide, result: Recommendation) -> Plan | None:
    """Return what follows from the day that was given; nothing follows from none."""
    asked = guide.renewal
    day = result.given.entries.get(asked.day) if asked else None
    if asked is None or not isinstance(day, str):
        return None
    renewal, change, days = number_of(day), number_of(change_of(day)), _notice(asked, result)
    notice = asked.longest if days is None else days
    checklist = _checklist(guide, result.given.answered)
    return Plan(
        renewal=renewal,
        change=change,
        notice=notice,
        given=days is not None,
        notice_by=renewal - notice,
        decide_by=renewal - notice - asked.weeks * _WEEK,
        checklist=checklist,
        steps=_steps(checklist, change, renewal - notice) if checklist else (),
    )


def spots(day: str) -> tuple[Spot, ...]:
    """Return what an ISO day is in its year."""
    month, date = day.split("-")[1:]
    if (month, date) == ("01", "01"):
        return ("new_year",)
    return ("quarter", "within") if date == "01" and month in ("04", "07", "10") else ("within",)


def fits(when: Mapping[str, tuple[str, ...]], answered: Mapping[str, Answer]) -> bool:
    """Say whether no answer speaks against it: each question that has one has an answer that is named."""
    return all(answered[question] in named for question, named in when.items() if question in answered)


def _notice(asked: Renewal, result: Recommendation) -> int | None:
    """Return the days of notice that were given; a part of a day counts as one."""
    days = result.given.entries.get(asked.notice)
    return None if days is None or isinstance(days, str) else ceil(days)


def _checklist(guide: Guide, answered: Mapping[str, Answer]) -> Walkthrough | None:
    return next((each for each in guide.walkthroughs if each.checklist and fits(each.when, answered)), None)


def _steps(checklist: Walkthrough, change: int, notice_by: int) -> tuple[tuple[int, Due], ...]:
    """Return the steps with their days: notice on its last day, and what comes before it no later than that."""
    weeks = next((due.weeks for due in checklist.checklist if due.notice), None)
    sooner = 0 if weeks is None else max(0, change - weeks * _WEEK - notice_by)
    dated = [
        (notice_by if due.notice else change - due.weeks * _WEEK - (sooner if _first(due, weeks) else 0), due)
        for due in checklist.checklist
    ]
    return tuple(sorted(dated, key=lambda step: step[0]))


def _first(due: Due, weeks: int | None) -> bool:
    """Say whether a step comes before notice where that is given so many weeks ahead."""
    return weeks is not None and due.weeks >= weeks
