"""How many questions are usually still to come: told from the worked examples, before the recommender is there."""

from collections.abc import Iterator, Mapping
from statistics import median_low

from recommender.model import Guide
from recommender.questions import NOT_SURE, Answer
from recommender.scoring import recommend
from recommender.whatif import what_if


def left(guide: Guide) -> list[int]:
    """Return how many more questions are asked, in the middle of those that are asked any, after 0, 1, 2 … answers."""
    asked = [sum(1 for _ in _asked(guide, profile.answers)) for profile in guide.profiles]
    return [median_low([each - after for each in asked if each > after]) for after in range(max(asked, default=0))]


def _asked(guide: Guide, answers: Mapping[str, Answer]) -> Iterator[str]:
    """Yield what is asked of somebody with these answers, one question after the other, until no more is needed."""
    given: dict[str, Answer] = {}
    while True:
        following = what_if(guide, recommend(guide, given)).next
        if following is None:
            return
        given[following] = answers.get(following, NOT_SURE)
        yield following
