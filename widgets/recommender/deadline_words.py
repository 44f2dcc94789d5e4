"""Put dates into words: by when to decide, what is due when, what is past, and what one day has over another."""

from collections.abc import Iterator, Sequence

from recommender.change_day import renews_on
from recommender.citing import Citations
from recommender.days import day_of, number_of
from recommender.deadline import Plan, fits, plan, spots
from recommender.entries import is_day
from recommender.model import Guide
from recommender.renewal import DayNote, Spot
from recommender.result_deadline import DayWords, DeadlineWords, NoteWords, StepWords
from recommender.scoring import Recommendation
from recommender.sources import Claim


def deadline(guide: Guide, result: Recommendation, sources: Citations, on: str) -> list[DeadlineWords]:
    """Return the dates in words, or none without a day to count from; `on` is the ISO day of asking, if it is known."""
    made = plan(guide, result)
    if made is None:
        return []
    telling = _Telling(guide, result, sources, made, number_of(on) if is_day(on) else None)
    return [telling.ended() if telling.is_past(made.renewal) else telling.ahead()]


class _Telling:
    """What one plan is told with."""

    def __init__(self, guide: Guide, result: Recommendation, sources: Citations, made: Plan, on: int | None) -> None:
        self._guide, self._result, self._sources, self._plan, self._on = guide, result, sources, made, on

    def ended(self) -> DeadlineWords:
        """Return the dates of a contract that has ended: nothing can be done by them."""
        made = self._plan
        return {
            "renewal": day_of(made.renewal),
            "change": day_of(made.change),
            "notice_by": day_of(made.notice_by),
            "decide_by": day_of(made.decide_by),
            "notice_days": made.notice,
            "notice_given": made.given,
            "headline": self._say(self._guide.wording.renewal_past),
            "detail": "",
            "late": "",
            "advice": [],
            "assumed": "",
            "usual": [],
            "checklist": "",
            "checklist_title": "",
            "steps": [],
            "days": [],
        }

    def ahead(self) -> DeadlineWords:
        """Return the dates of a contract that runs on."""
        made, wording, asked = self._plan, self._guide.wording, self._guide.renewal
        return {
            **self.ended(),
            "headline": self._say(wording.decide_by),
            "detail": f"{self._say(wording.decide_detail)} {self._changing()}",
            "late": self._late(),
            "advice": self._notes(("late",)) if self.is_past(made.notice_by) else [],
            "assumed": self._assumed(),
            "usual": [self._cited(claim) for claim in asked.claims] if asked and not made.given else [],
            "checklist": made.checklist.id if made.checklist else "",
            "checklist_title": made.checklist.title if made.checklist else "",
            "steps": [self._step(*step) for step in sorted(self._steps(), key=lambda step: step[0])],
            "days": self._days(),
        }

    def is_past(self, number: int) -> bool:
        """Say whether a day is over, as far as that can be known."""
        return self._on is not None and number < self._on

    def _late(self) -> str:
        """Return what is to be said where it is late already, or nothing."""
        made, wording = self._plan, self._guide.wording
        if self.is_past(made.notice_by):
            return self._say(wording.notice_past if made.given else wording.usual_notice_past)
        return self._say(wording.decide_past) if self.is_past(made.decide_by) else ""

    def _changing(self) -> str:
        """Return on which day a change would be, and how the day that was given is taken."""
        wording = self._guide.wording
        return self._say(wording.change_on if renews_on(day_of(self._plan.renewal)) else wording.change_after)

    def _assumed(self) -> str:
        return "" if self._plan.given else self._say(self._guide.wording.notice_assumed)

    def _steps(self) -> Iterator[tuple[int, str, str, str]]:
        made, wording = self._plan, self._guide.wording
        why = [self._say(wording.decide_by), self._assumed(), self._say(wording.decide_detail)]
        yield made.decide_by, "decide", wording.decide_title, " ".join(text for text in why if text)
        if not any(due.notice for _, due in made.steps):
            yield made.notice_by, "notice", wording.notice_title, f"{wording.notice_title}."
        yield made.change - 1, "renewal", wording.renewal_title, self._say(wording.change_after)
        for number, due in made.steps:
            place = made.checklist.checklist.index(due) if made.checklist else 0
            yield number, f"step-{place}", due.title, due.text

    def _step(self, number: int, name: str, title: str, text: str) -> StepWords:
        day, past = day_of(number), self.is_past(number)
        return {"id": name, "date": day, "day": self._spelt(day), "title": title, "text": text, "past": past}

    def _days(self) -> list[DayWords]:
        """Return what to know of the day of a change, and what a first of January has over it."""
        day, wording = day_of(self._plan.change), self._guide.wording
        next_year = self._spelt(f"{int(day.split('-')[0]) + 1:04}-01-01")
        compared: list[tuple[str, tuple[Spot, ...]]] = [
            (wording.on_day.format(day=self._spelt(day)), spots(day)),
            (wording.on_other_days, ("within",))
            if "new_year" in spots(day)
            else (wording.on_day.format(day=next_year), ("new_year",)),
        ]
        return [{"heading": heading, "notes": notes} for heading, here in compared if (notes := self._notes(here))]

    def _notes(self, here: Sequence[Spot]) -> list[NoteWords]:
        """Return what holds of any of these, as far as the answers go."""
        answered = self._result.given.answered
        notes = (each for each in self._guide.day_notes if {*here} & {*each.spots} and fits(each.when, answered))
        return [self._cited(note) for note in notes]

    def _cited(self, claim: Claim | DayNote) -> NoteWords:
        return {"text": claim.text, "citations": self._sources.describe(claim.cites)}

    def _say(self, sentence: str) -> str:
        made, asked = self._plan, self._guide.renewal
        return sentence.format(
            renewal=self._spelt(day_of(made.renewal)),
            change=self._spelt(day_of(made.change)),
            last=self._spelt(day_of(made.change - 1)),
            notice=self._spelt(day_of(made.notice_by)),
            day=self._spelt(day_of(made.decide_by)),
            days=self._count(made.notice),
            left=self._count(made.notice_by - (self._on or made.notice_by)),
            weeks=asked.weeks if asked else 0,
        )

    def _count(self, days: int) -> str:
        wording = self._guide.wording
        return (wording.one_day if days == 1 else wording.many_days).format(days=days)

    def _spelt(self, day: str) -> str:
        """Return an ISO day as people write it."""
        year, month, date = (int(part) for part in day.split("-"))
        wording = self._guide.wording
        return wording.day.format(month=wording.months[month - 1], day=date, year=year)
