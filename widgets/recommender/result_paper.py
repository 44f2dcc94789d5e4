"""The shape of what a sheet of paper has room for."""

from typing import TypedDict


class PaperReason(TypedDict):
    """A reason, `of` which rivals it speaks where that needs saying, and whose word it is."""

    of: str
    because: str
    whose: str


class PaperSource(TypedDict):
    """A publication by its short name; no `publisher` where that is the same."""

    label: str
    publisher: str


class PaperWords(TypedDict):
    """The weightiest reasons, how many are left out, and the publications that carry those that are not."""

    speaks_for: list[PaperReason]
    speaks_against: list[PaperReason]
    ruled_out: list[PaperReason]
    left_out: int
    sources: list[PaperSource]
