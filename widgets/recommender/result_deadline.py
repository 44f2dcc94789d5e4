"""The shape of dates in a result: by when to decide, what is due when, and what speaks for one day or another."""

from typing import TypedDict

from recommender.result_reasons import Citation


class StepWords(TypedDict):
    """Something to do by an ISO `date`, in full as `text`, in a few words as `title`.

    Its `id` stays when its day moves, and it is `past` as far as that is known.
    """

    id: str
    date: str
    day: str
    title: str
    text: str
    past: bool


class NoteWords(TypedDict):
    """A sentence, and what carries it."""

    text: str
    citations: list[Citation]


class DayWords(TypedDict):
    """What to know of one day."""

    heading: str
    notes: list[NoteWords]


class DeadlineWords(TypedDict):
    """By when to decide; `late` and `advice` are empty where there is time, `steps` where the contract has ended.

    `renewal` (the day that was given), `change`, `notice_by` and `decide_by` are ISO days. `usual` says what notice is
    usual where none was given. `checklist` is the walkthrough of the steps, with a `checklist_title`; both are empty
    without one.
    """

    renewal: str
    change: str
    notice_by: str
    decide_by: str
    notice_days: int
    notice_given: bool
    headline: str
    detail: str
    late: str
    advice: list[NoteWords]
    assumed: str
    usual: list[NoteWords]
    checklist: str
    checklist_title: str
    steps: list[StepWords]
    days: list[DayWords]
