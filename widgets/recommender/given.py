"""Sort what a person gave into what counts and what does not."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from recommender.conditions import is_needless
from recommender.entries import Entry, is_day, is_text
from recommender.model import Guide
from recommender.questions import NOT_SURE, Answer, Question, Situation
from recommender.quote_lines import QUOTES, key

type Filled = Fraction | str
"""What was filled in: a number, or the text, day or option that was given."""

LARGEST = 9_999_999
"""No number answered is larger; it is seven digits, so that a form and a link can say so too."""

WHOLE = 7
DECIMALS = 4
"""An amount has so many digits before and after its point, at most."""

WEIGHT = "weight_"
"""Before the name of a concern: how much it counts, as a whole number from 0; 1 is how the guide weighs it."""

SITUATION = "situation"
"""The name of the answer that says where somebody begins: the id of a situation."""

QUOTES_ASKED = "quotes"
"""How a situation names all the fields of quotes at once."""

PEOPLE = "people_"
"""Before the name of a place: how many people are there, as a whole number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a person gave, sorted: sure answers, questions answered "not sure", weights, amounts, entries, and the rest.

    `needless` holds answers that count for nothing, because another one has decided what they are about.

    Every part is in the order of the guide (`ignored`: of the names), whatever order it came in. `weights` has every
    concern, `amounts`, `people` (by place) and `entries` only what was given; a quote's lines go by the names that
    `key` gives them. A `situation` whose own answers are not those that were given is none.
    """

    answered: Mapping[str, Answer]
    unsure: tuple[str, ...]
    needless: Mapping[str, Answer]
    weights: Mapping[str, int]
    amounts: Mapping[str, Fraction]
    people: Mapping[str, int]
    entries: Mapping[str, Filled]
    ignored: Mapping[str, object]
    situation: str | None = None


def sort_given(guide: Guide, given: Mapping[str, object]) -> Given:
    """Split what was given into what the guide knows and what it does not.

    Of a list of places, those that the guide knows count; they are sorted, each once.
    """
    places = {place.id for place in guide.jurisdictions}
    questions = sorted(guide.questions, key=lambda question: (question.order, question.id))
    unsure = tuple(question.id for question in questions if given.get(question.id) == NOT_SURE)
    found = {question.id: _sure(question, given.get(question.id), places) for question in questions}
    sure = {name: answer for name, answer in found.items() if answer is not None}
    needless = {
        question.id: sure[question.id] for question in questions if question.id in sure and is_needless(question, sure)
    }
    answered = {name: answer for name, answer in sure.items() if name not in needless}
    weighed = {concern.id: _weight(guide, given.get(f"{WEIGHT}{concern.id}")) for concern in guide.concerns}
    numbers = [each for each in guide.amounts if each.id in given]
    counted = {each.id: amount(given[each.id], each.least, each.most, whole=each.whole) for each in numbers}
    amounts = {name: number for name, number in counted.items() if number is not None}
    people = {place: _people(given[name]) for place in sorted(places) if (name := f"{PEOPLE}{place}") in given}
    counts = {place: number for place, number in people.items() if number is not None}
    filled = {name: entered(each, given[name]) for name, each in entries(guide).items() if name in given}
    counting = {name: value for name, value in filled.items() if value is not None}
    begun = next((each for each in guide.situations if each.id == given.get(SITUATION)), None)
    known = {
        *sure,
        *([SITUATION] if begun else ()),
        *unsure,
        *amounts,
        *counting,
        *(f"{WEIGHT}{name}" for name, weight in weighed.items() if weight is not None),
        *(f"{PEOPLE}{place}" for place in counts),
    }
    return Given(
        answered=answered,
        unsure=unsure,
        needless=needless,
        weights={name: 1 if weight is None else weight for name, weight in weighed.items()},
        amounts=amounts,
        people=counts,
        entries=counting,
        ignored={name: given[name] for name in sorted(given) if name not in known},
        situation=begun.id if begun and _fits(begun, answered) else None,
    )


@lru_cache(maxsize=1)
def entries(guide: Guide) -> Mapping[str, Entry]:
    """Return every field that can be filled in beside the questions, by the name of its answer, in order."""
    lines = {key(number, line.id): line for number in QUOTES for line in guide.quote_lines}
    return {entry.id: entry for entry in guide.entries} | lines


def entered(entry: Entry, given: object) -> Filled | None:
    """Return what was filled in, in the form that counts, or None if it is nothing of the kind."""
    if entry.kind == "number":
        return amount(given, entry.least, LARGEST if entry.most is None else entry.most)
    if not isinstance(given, str):
        return None
    if entry.kind == "choice":
        return given if given in {option.id for option in entry.options} else None
    if entry.kind == "date":
        return given if is_day(given) else None
    return given.strip() if is_text(given) else None


def amount(given: object, least: int, most: int, *, whole: bool = False) -> Fraction | None:
    """Return a number, or its text, as the exact number that was written, or None if it lies outside or is a part."""
    if isinstance(given, bool) or not isinstance(given, int | float | str):
        return None
    # Digits and one point, no more: a fraction, an exponent or a sign is nothing that a person meant.
    before, _, after = str(given).partition(".")
    digits = before + (after or "0")
    if not (digits.isascii() and digits.isdigit() and 1 <= len(before) <= WHOLE and len(after) <= DECIMALS):
        return None
    units = 10 ** len(after)  # whole numbers are soon compared, and only one that counts becomes a fraction
    number = int(before + after)
    fits = least * units <= number <= most * units and not (whole and number % units)
    return Fraction(number, units) if fits else None


def _fits(situation: Situation, answered: Mapping[str, Answer]) -> bool:
    """Say whether nothing that was answered is something else than where a situation begins."""
    return all(answered.get(name, answer) == answer for name, answer in situation.answers.items())


def _weight(guide: Guide, given: object) -> int | None:
    number = isinstance(given, int) and not isinstance(given, bool) and 0 <= given < len(guide.wording.weights)
    return given if number and isinstance(given, int) else None


def _people(given: object) -> int | None:
    """Return a whole number, or its digits as a form gives them, or None."""
    number = amount(given, 0, LARGEST, whole=True)
    return None if number is None else int(number)


def _sure(question: Question, answer: object, places: set[str]) -> Answer | None:
    """Return the answer in the form that counts, or None if it is none."""
    if answer == NOT_SURE:
        return None
    if question.kind == "number":
        number = isinstance(answer, int) and not isinstance(answer, bool) and 1 <= answer <= LARGEST
        return answer if number and isinstance(answer, int) else None
    if question.kind == "places":
        named = answer if isinstance(answer, list | tuple) else ()
        return tuple(sorted(places.intersection(place for place in named if isinstance(place, str)))) or None
    options = {option.id for option in question.options}
    return answer if isinstance(answer, str) and answer in options else None
