"""Write dates as a calendar file (RFC 5545), for whatever calendar a person keeps."""

from collections.abc import Iterator

from recommender.days import day_of, number_of
from recommender.result_deadline import DeadlineWords, StepWords

_LONGEST = 75
"""No line has more bytes, without its end; the rest goes on in the next, behind a space."""


def calendar_text(guide: str, told: DeadlineWords, on: str) -> str:
    """Return an event of a whole day for each step that still lies ahead on the ISO day `on`; `guide` is its title."""
    ahead = [step for step in told["steps"] if step["date"] >= on]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{_escaped(guide)}//EN"]
    lines += [line for step in ahead for line in _event(step, told, guide, on)]
    return "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def _event(step: StepWords, told: DeadlineWords, guide: str, on: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    # The same for the same contract, so that a file taken again moves its events and makes no new ones.
    yield f"UID:{told['renewal']}-{told['checklist']}-{step['id']}@{'-'.join(_words(guide))}"
    yield f"DTSTAMP:{_plain(on)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_plain(step['date'])}"
    yield f"DTEND;VALUE=DATE:{_plain(day_of(number_of(step['date']) + 1))}"
    yield f"SUMMARY:{_escaped(step['title'])}"
    yield f"DESCRIPTION:{_escaped(step['text'])}"
    # A day on which something is due is no day on which one is busy.
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _words(text: str) -> list[str]:
    return "".join(sign.lower() if sign.isascii() and sign.isalnum() else " " for sign in text).split()


def _plain(day: str) -> str:
    return day.replace("-", "")


def _escaped(text: str) -> str:
    """Return a text with what would end it, or part it, marked as its own."""
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def _folded(line: str) -> str:
    """Return a line in pieces that are short enough, none of which ends within a character."""
    pieces, piece = [], ""
    for sign in line:
        if len(f"{piece}{sign}".encode()) > _LONGEST:
            pieces.append(piece)
            piece = " "
        piece += sign
    return "\r\n".join((*pieces, piece))
