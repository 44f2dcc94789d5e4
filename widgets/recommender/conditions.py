"""Sort answers into what counts and what does not, and decide whether a rule holds for them."""

from collections.abc import Mapping

from recommender.model import NOT_SURE, Answer, Guide, Question, Range, Rule

LARGEST = 9_999_999
"""No number answered is larger; it is seven digits, so that a form and a link can say so too."""


def sort_answers(
    guide: Guide, given: Mapping[str, object]
) -> tuple[dict[str, Answer], tuple[str, ...], dict[str, object]]:
    """Split what was given into sure answers, questions answered "not sure", and entries the guide does not know.

    Every part is in the order of the questions (unknown entries: of their names), whatever order they came in. Of a
    list of places, those that the guide knows count; they are sorted, each once.
    """
    places = {place.id for place in guide.jurisdictions}
    sure: dict[str, Answer] = {}
    unsure: list[str] = []
    for question in sorted(guide.questions, key=lambda question: (question.order, question.id)):
        if given.get(question.id) == NOT_SURE:
            unsure.append(question.id)
        elif (answer := _sure(question, given.get(question.id), places)) is not None:
            sure[question.id] = answer
    known = {*sure, *unsure}
    ignored = {name: given[name] for name in sorted(given) if name not in known}
    return sure, tuple(unsure), ignored


def holds(rule: Rule, sure: Mapping[str, Answer]) -> bool:
    """Say whether every question that the rule names has an answer that it accepts."""
    return all(sure.get(question) in accepted for question, accepted in rule.when.items()) and all(
        question in sure and inside(sure[question], accepted) for question, accepted in rule.within.items()
    )


def inside(answer: Answer, accepted: Range) -> bool:
    """Say whether a number, or the number of places named, lies in a range."""
    number = answer if isinstance(answer, int) else len(answer)
    return (accepted.at_least is None or number >= accepted.at_least) and (
        accepted.at_most is None or number <= accepted.at_most
    )


def _sure(question: Question, answer: object, places: set[str]) -> Answer | None:
    """Return the answer in the form that counts, or None if it is none."""
    if question.kind == "number":
        number = isinstance(answer, int) and not isinstance(answer, bool) and 1 <= answer <= LARGEST
        return answer if number and isinstance(answer, int) else None
    if question.kind == "places":
        named = answer if isinstance(answer, list | tuple) else ()
        return tuple(sorted(places.intersection(place for place in named if isinstance(place, str)))) or None
    options = {option.id for option in question.options}
    return answer if isinstance(answer, str) and answer in options else None
