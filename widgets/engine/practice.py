"""Asks the recommender what people may ask, so that Python has fitted its bytecode to that when its memory is taken."""

import json

ROUNDS = 3


def _practise() -> None:
    for _ in range(ROUNDS):
        answers: dict[str, object] = {}
        for question in adviser.guide.questions:  # noqa: F821 - there when this is run
            choices: list[object] = [option.id for option in question.options]
            if question.kind == "number":
                choices = [9, 60]
            if question.kind == "places":
                choices = [[place.id for place in adviser.guide.jurisdictions[:count]] for count in (1, 3)]  # noqa: F821
            for choice in choices:
                answers[question.id] = choice
                adviser.recommend(json.dumps(answers))  # noqa: F821


_practise()
del _practise, ROUNDS, json
