"""Count with days, without a clock: an ISO day as a whole number, and back."""

_CYCLE = 146_097
"""Days of 400 years, after which the calendar is the same again."""


def number_of(day: str) -> int:
    """Return how many days lie between the first of March of the year 0 and an ISO day such as `2026-01-31`."""
    year, month, date = (int(part) for part in day.split("-"))
    # A year that begins in March has its leap day at the end, so that no other day moves for it.
    year -= month < 3
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * ((month + 9) % 12) + 2) // 5 + date - 1


def day_of(number: int) -> str:
    """Return the ISO day of a number that `number_of` gives."""
    cycles, days = divmod(number, _CYCLE)
    year = (days - days // 1460 + days // 36_524 - days // (_CYCLE - 1)) // 365
    days -= 365 * year + year // 4 - year // 100
    month = (5 * days + 2) // 153
    date = days - (153 * month + 2) // 5 + 1
    return f"{400 * cycles + year + (month > 9):04}-{(month + 2) % 12 + 1:02}-{date:02}"
