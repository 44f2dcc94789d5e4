"""Where things are, and answers drawn with a fixed seed."""

import random
from pathlib import Path

from recommender.model import NOT_SURE, Guide

ROOT = Path(__file__).parent.parent
SECOND_GUIDE = ROOT / "tests" / "second_guide"


def draw_answers(guide: Guide, count: int, seed: int) -> list[dict[str, str]]:
    """Return answer sets drawn with a fixed seed: some questions left out, some answered "not sure"."""
    drawn = random.Random(seed)
    choices = {question.id: [NOT_SURE, *(option.id for option in question.options)] for question in guide.questions}
    return [
        {question: drawn.choice(options) for question, options in choices.items() if drawn.random() < 0.8}
        for _ in range(count)
    ]
