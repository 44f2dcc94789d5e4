"""Work out on which day a change would happen, from the last day of a contract."""

from fractions import Fraction

from recommender.days import day_of, number_of
from recommender.given import Given
from recommender.model import Guide

_FIRST = "01"


def renews_on(day: str) -> bool:
    """Say whether an ISO day is taken as the one on which a contract renews, and not as its last one.

    Terms end with a month, and hardly any on the first day of one: who puts that in has the next term in mind.
    """
    return day.endswith(f"-{_FIRST}")


def change_of(day: str) -> str:
    """Return the ISO day of a change: the one after the last day of a contract, or the one on which it renews."""
    return day if renews_on(day) else day_of(number_of(day) + 1)


def month_of_change(guide: Guide, given: Given) -> Fraction | None:
    """Return the month, from 1 to 12, in which a change would happen, or None where no day was given."""
    day = given.entries.get(guide.renewal.day) if guide.renewal else None
    return Fraction(change_of(day).split("-")[1]) if isinstance(day, str) else None
