"""Decide whether a rule's condition holds for a set of answers."""

from collections.abc import Mapping

from recommender.model import NOT_SURE, Guide, Rule


def sort_answers(
    guide: Guide, given: Mapping[str, object]
) -> tuple[dict[str, str], tuple[str, ...], dict[str, object]]:
    """Split what was given into sure answers, questions answered "not sure", and entries the guide does not know.

    Every part is in the order of the questions (unknown entries: of their names), whatever order they came in.
    """
    sure: dict[str, str] = {}
    unsure: list[str] = []
    for question in sorted(guide.questions, key=lambda question: (question.order, question.id)):
        answer = given.get(question.id)
        if answer == NOT_SURE:
            unsure.append(question.id)
        elif isinstance(answer, str) and any(answer == option.id for option in question.options):
            sure[question.id] = answer
    known = {*sure, *unsure}
    ignored = {name: given[name] for name in sorted(given) if name not in known}
    return sure, tuple(unsure), ignored


def holds(rule: Rule, sure: Mapping[str, str]) -> bool:
    """Say whether every question that the rule names has one of the answers that it lists."""
    return all(sure.get(question) in accepted for question, accepted in rule.when.items())
