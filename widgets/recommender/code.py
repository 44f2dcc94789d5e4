"""Put answers into a short code for paper, and take them out again: exact, and bound to one edition of the questions.

A code is one number: the edition, then a digit for the situation and for each question and concern, of as many values
as it has answers. What is not answered is 0, so that few answers make a short code. Amounts and what else is filled in
are not in it.
"""

from collections.abc import Iterator, Mapping
from math import comb

from recommender.code_signs import UnreadableError, number_of, written
from recommender.given import SITUATION, WEIGHT, WHOLE, Given
from recommender.model import Guide
from recommender.phrases import everything
from recommender.questions import NOT_SURE, Answer, Question

EDITIONS = 1_048_573
"""An edition is a remainder of this: the largest prime that four signs hold."""

type Digit = tuple[int, int]
"""A value, and how many values there could be."""


def code_of(guide: Guide, given: Given) -> str:
    """Return the code of what was answered, what is not sure and the weights among it."""
    number = 0
    for digit, values in reversed([(edition(guide), EDITIONS), *_digits(guide, everything(given))]):
        number = number * values + digit
    return written(number)


def answers_of(guide: Guide, code: str) -> dict[str, Answer]:
    """Return what a code stands for, in the form in which it was answered.

    Raises:
        UnreadableError: if it is mistyped, or of another edition of the questions.
    """
    number = _Number(number_of(code))
    if number.take(EDITIONS) != edition(guide):
        raise UnreadableError("edition")
    found = {name: answer for name, answer in _answers(guide, number) if answer is not None}
    if number.left:
        raise UnreadableError("mistyped")
    return found


def edition(guide: Guide) -> int:
    """Return a number that changes with all on which the place of an answer in a code depends."""
    asked = [f"{each.id}:{each.kind}:{','.join(o.id for o in each.options)}" for each in _questions(guide)]
    weighed = [f"{WEIGHT}{each.id}:{len(guide.wording.weights)}" for each in guide.concerns]
    begun = [f"{SITUATION}:{name}" for name in _situations(guide)]
    return int.from_bytes(";".join([*begun, *asked, *_places(guide), *weighed]).encode()) % EDITIONS


class _Number:
    """A number from which digits are taken, the first one first."""

    def __init__(self, number: int) -> None:
        self.left = number

    def take(self, values: int) -> int:
        self.left, digit = divmod(self.left, values)
        return digit


def _digits(guide: Guide, answers: Mapping[str, Answer]) -> Iterator[Digit]:
    situations, places = _situations(guide), _places(guide)
    begun = answers.get(SITUATION)
    yield (1 + situations.index(begun) if isinstance(begun, str) else 0, 1 + len(situations))
    for question in _questions(guide):
        yield from _digits_of(question, answers.get(question.id), places)
    for concern in guide.concerns:
        weight = answers.get(f"{WEIGHT}{concern.id}", 1)
        yield (_turned(weight) if isinstance(weight, int) else 0, len(guide.wording.weights))


def _answers(guide: Guide, number: _Number) -> Iterator[tuple[str, Answer | None]]:
    situations, places = _situations(guide), _places(guide)
    begun = number.take(1 + len(situations))
    yield SITUATION, situations[begun - 1] if begun else None
    for question in _questions(guide):
        yield question.id, _answer(question, number, places)
    for concern in guide.concerns:
        digit = number.take(len(guide.wording.weights))
        yield f"{WEIGHT}{concern.id}", _turned(digit) if digit else None


def _digits_of(question: Question, answer: Answer | None, places: list[str]) -> Iterator[Digit]:
    """Yield 0 for no answer and 1 for not sure, or else which option, or how many digits or places and then which."""
    kinds = _kinds(question, places)
    if answer is None or answer == NOT_SURE:
        yield (int(answer is not None), kinds)
    elif isinstance(answer, int):
        least = 10 ** (len(str(answer)) - 1)
        yield (1 + len(str(answer)), kinds)
        yield (answer - least, 9 * least)
    elif isinstance(answer, tuple):
        yield (1 + len(answer), kinds)
        chosen = sorted(places.index(place) for place in answer)
        yield (sum(comb(place, n) for n, place in enumerate(chosen, 1)), comb(len(places), len(answer)))
    else:
        yield (2 + [option.id for option in question.options].index(answer), kinds)


def _answer(question: Question, number: _Number, places: list[str]) -> Answer | None:
    kind = number.take(_kinds(question, places))
    if kind < 2:
        return NOT_SURE if kind else None
    if question.kind == "number":
        least: int = 10 ** (kind - 2)
        return least + number.take(9 * least)
    if question.kind == "places":
        return _chosen(places, kind - 1, number.take(comb(len(places), kind - 1)))
    return question.options[kind - 2].id


def _chosen(places: list[str], count: int, rank: int) -> tuple[str, ...]:
    """Return so many places, by where they stand in the row of all choices of so many."""
    found = []
    for n in range(count, 0, -1):
        place = max(each for each in range(len(places)) if comb(each, n) <= rank)
        rank -= comb(place, n)
        found.append(places[place])
    return tuple(reversed(found))


def _kinds(question: Question, places: list[str]) -> int:
    return 2 + {"choice": len(question.options), "number": WHOLE, "places": len(places)}[question.kind]


def _questions(guide: Guide) -> list[Question]:
    return sorted(guide.questions, key=lambda question: (question.order, question.id))


def _situations(guide: Guide) -> list[str]:
    return [each.id for each in sorted(guide.situations, key=lambda each: (each.order, each.id))]


def _places(guide: Guide) -> list[str]:
    return sorted(place.id for place in guide.jurisdictions)


def _turned(weight: int) -> int:
    """Change 0 and 1, both ways: the weight that the guide gives is the one that takes no room."""
    return 1 - weight if weight < 2 else weight
