"""Put single values into the guide's words: answers, names, sums, the address that opens answers again."""

import json
from collections.abc import Iterable, Mapping
from fractions import Fraction

from recommender.given import DECIMALS, PEOPLE, SITUATION, WEIGHT, Given
from recommender.model import Guide
from recommender.questions import NOT_SURE, Answer, Question

_PLAIN = b"*-._0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_SPELT = ["+" if byte == ord(" ") else chr(byte) if byte in _PLAIN else f"%{byte:02X}" for byte in range(256)]
"""Each byte as it stands in an address."""


def number(value: Fraction) -> str:
    """Return an exact number as digits, to as many places as an amount has."""
    return f"{float(value):.{DECIMALS}f}".rstrip("0").rstrip(".")


def join(phrases: Iterable[str]) -> str:
    """Return phrases as a list inside a sentence."""
    *most, last = list(phrases) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def abbreviations(guide: Guide) -> dict[str, str]:
    """Return the short name of every model, by its id."""
    return {model.id: model.abbreviation for model in guide.models}


def answer_words(guide: Guide, question: Question, answer: Answer) -> str:
    """Return an answer as a person would say it."""
    if answer == NOT_SURE:
        return guide.wording.not_sure
    if isinstance(answer, int):
        return f"{answer:,}"
    if isinstance(answer, tuple):
        return ", ".join(place.name for place in guide.jurisdictions if place.id in answer)
    return next(option.label for option in question.options if option.id == answer)


def total(guide: Guide, points: list[int]) -> str:
    """Return the points in words, with the sum to add up by hand where there is something to add."""
    added = f"{' + '.join(map(str, points))} = {sum(points)}" if len(points) > 1 else str(sum(points))
    words = guide.wording.one_point if sum(points) == 1 else guide.wording.many_points
    return words.format(points=added)


def everything(given: Given) -> dict[str, Answer]:
    """Return all that was given and is understood, in the form in which it was given."""
    weights = {f"{WEIGHT}{concern}": weight for concern, weight in given.weights.items() if weight != 1}
    numbers = {**given.amounts, **given.entries}
    written = {name: each if isinstance(each, str) else number(each) for name, each in numbers.items()}
    people = {f"{PEOPLE}{place}": number for place, number in given.people.items()}
    told = {**dict.fromkeys(given.unsure, NOT_SURE), **given.answered, **given.needless}
    begun = {SITUATION: given.situation} if given.situation else {}
    return {**begun, **told, **weights, **written, **people}


def kept(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """Return what an address holds beside other answers, to have these compared with them."""
    return {"compare": json.dumps(answers, ensure_ascii=False, separators=(",", ":"))}


def fragment(answers: Mapping[str, Answer]) -> str:
    """Return answers as an address holds them, spelt as browsers do; a list repeats its question."""
    return "&".join(
        f"{name}={_escaped(str(each))}"
        for name, answer in answers.items()
        for each in (answer if isinstance(answer, tuple) else (answer,))
    )


def _escaped(text: str) -> str:
    """Return a text as it stands in an address: a space as `+`, and each byte that could mean something as `%XX`."""
    return "".join(map(_SPELT.__getitem__, text.encode()))
