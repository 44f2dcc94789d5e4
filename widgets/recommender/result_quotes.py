"""The shape of quotes in a result: each brought to the same thing, its one percentage opened, and what to ask."""

from typing import TypedDict


class QuoteFigure(TypedDict):
    """What something costs for one person, in words, and its ends as digits for a month; without `value` there is none.

    `value` is the least and `most` the most; they are equal where it is one number.
    """

    id: str
    label: str
    month: str
    year: str
    value: str
    most: str


class Piece(TypedDict):
    """A part of one percentage: how much of it, what that is in a month and a year, and how it was worked out."""

    label: str
    percent: str
    month: str
    year: str
    how: str


class QuoteTerm(TypedDict):
    """A line of a quote that is no price of a year, as it was told."""

    label: str
    words: str


class ToSend(TypedDict):
    """A question that the quote leaves open; `id` where it is one of the guide's."""

    id: str
    question: str


class QuoteNote(TypedDict):
    """Something to know of a quote's figures."""

    note: str


class QuoteWords(TypedDict):
    """A quote; `opened` says what is inside or on top of it, part by part, and `notes` what to know of it."""

    number: int
    name: str
    model: str
    figures: list[QuoteFigure]
    opened: str
    pieces: list[Piece]
    notes: list[QuoteNote]
    terms: list[QuoteTerm]
    to_send: list[ToSend]


class QuoteCell(TypedDict):
    """A figure of the quote of this name in the row of all of them."""

    name: str
    month: str
    year: str


class QuoteRow(TypedDict):
    """One figure of every quote, side by side."""

    label: str
    cells: list[QuoteCell]
