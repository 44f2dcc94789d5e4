"""Decide whether a condition holds for some answers, and whether they leave a question nothing to tell."""

from collections.abc import Mapping
from typing import Protocol

from recommender.questions import Answer, Question, Range


class Condition(Protocol):
    """What a rule, or a question for providers, asks of the answers."""

    @property
    def when(self) -> Mapping[str, tuple[str, ...]]:
        """Question to accepted options."""

    @property
    def within(self) -> Mapping[str, Range]:
        """Question to accepted numbers, or how many places."""


def is_needless(question: Question, answers: Mapping[str, Answer]) -> bool:
    """Say whether these answers leave the question nothing to tell."""
    return any(answers.get(name) in options for name, options in question.unless.items())


def holds(condition: Condition, sure: Mapping[str, Answer]) -> bool:
    """Say whether every question that the condition names has an answer that it accepts."""
    if not answered(condition.when, sure):
        return False
    return all(question in sure and inside(sure[question], accepted) for question, accepted in condition.within.items())


def answered(options: Mapping[str, tuple[str, ...]], sure: Mapping[str, Answer]) -> bool:
    """Say whether each of these questions has an answer that is named for it."""
    return all(sure.get(question) in named for question, named in options.items())


def accepts(condition: Condition, question: str, answer: Answer) -> bool:
    """Say whether an answer satisfies what the condition asks of this one question."""
    if question in condition.when and answer not in condition.when[question]:
        return False
    return question not in condition.within or inside(answer, condition.within[question])


def size(answer: Answer) -> int:
    """Return a number, or the number of places named."""
    return answer if isinstance(answer, int) else len(answer)


def inside(answer: Answer, accepted: Range) -> bool:
    """Say whether a number, or the number of places named, lies in a range."""
    number = size(answer)
    return (accepted.at_least is None or number >= accepted.at_least) and (
        accepted.at_most is None or number <= accepted.at_most
    )
