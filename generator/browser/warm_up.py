"""Asks the recommender what people may ask, so that Python has fitted its bytecode to that when its memory is taken."""

import gc
import json

from recommender.api import Adviser


def warm_up(adviser: Adviser) -> None:
    """Ask with more and more answers, each of them in turn."""
    guide = adviser.guide
    places = [[place.id for place in guide.jurisdictions[:count]] for count in (1, 3)]
    choices: dict[str, list[object]] = {"number": [9, 60], "places": [*places]}
    for _ in range(3):
        answers: dict[str, object] = {}
        for question in guide.questions:
            for choice in choices.get(question.kind) or [option.id for option in question.options]:
                answers[question.id] = choice
                adviser.recommend(json.dumps(answers))


warm_up(globals()["adviser"])


def blank() -> None:
    """Fill the memory that is free again with as good as nothing, so that what was worked out in it does not travel."""
    gc.collect()
    held = [bytes(size) for size in range(1, 480, 16) for _ in range(200)]
    held.append(bytes(1_000_000))
    held.clear()


blank()
