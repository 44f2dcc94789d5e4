"""The shape of what the study measures: how often the recommender agrees with others."""

from typing import TypedDict


class Rates(TypedDict):
    """Of how many cases what share agreed, at first and among the first two."""

    n: int
    top1: float
    top2: float


class Share(TypedDict):
    """In what share of cases a model was said, and in what share published."""

    said: float
    published: float


class Miss(TypedDict):
    """A verdict by its id, the models that it advises, the one that was said, and whether theirs came second."""

    id: str
    models: tuple[str, ...]
    said: str
    top2: bool


class Study(Rates):
    """What `make study` finds on cases that were left out."""

    publishers: int
    named: Rates
    by_verdict: dict[str, Rates]
    by_bias: dict[str, Rates]
    shares: dict[str, Share]
    misses: tuple[Miss, ...]
