"""Put what was filled in into words: a number with its unit, an option by its label, a text as it is."""

from fractions import Fraction

from recommender.entries import Entry
from recommender.given import Filled
from recommender.model import Guide
from recommender.quote_lines import QUOTES, key
from recommender.setting import exactly
from recommender.sums import signs, value_words


def filled_words(guide: Guide, entry: Entry, value: Filled) -> str:
    """Return what was filled in as a person would say it."""
    if isinstance(value, Fraction):
        unit = entry.unit or ""
        return f"{value_words(guide, exactly(value), unit)} {signs(unit)[2]}".rstrip()
    return next((option.label for option in entry.options if option.id == value), value)


def filled_labels(guide: Guide) -> dict[str, str]:
    """Return what each field is called, by the name of its answer; a quote's line with the number of the quote."""
    lines = {
        key(number, line.id): f"{guide.wording.quote_unnamed.format(number=number)}: {line.label}"
        for number in QUOTES
        for line in guide.quote_lines
    }
    return {entry.id: entry.label for entry in guide.entries} | lines
