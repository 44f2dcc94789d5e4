"""The shape of an explained recommendation, key by key: what pages, command line and browser are handed."""

from typing import TypedDict

from recommender.result_answers import Answered, Asked, FlipWords, Open, SensitivityWords, Weighed
from recommender.result_deadline import DeadlineWords
from recommender.result_facts import MoneyWords, PlaceWords, Question, Reached
from recommender.result_paper import PaperWords
from recommender.result_quotes import QuoteRow, QuoteWords
from recommender.result_reasons import MoveWords, PartWords, Publication, QualityWords, StandingWords
from recommender.result_summary import Summary


class Named(TypedDict):
    """A model by its id and short name."""

    model: str
    abbreviation: str


class DecisionWords(TypedDict):
    """One of the decisions that the points come down to, and how it goes."""

    question: str
    answer: str


class Explained(TypedDict):
    """Everything about a recommendation, in words and numbers.

    `fragment` and `code` hold the answers; `uncoded` says that there is more in the first than in the second.
    """

    schema_version: int
    guide: str
    version: str
    reviewed_on: str
    disclaimer: str
    outcome: str
    models: list[str]
    headline: str
    detail: str
    confidence: str
    summary: list[Summary]
    chosen: list[Named]
    parts: list[PartWords]
    decisions: list[DecisionWords]
    moves: list[MoveWords]
    qualities: list[QualityWords]
    standings: list[StandingWords]
    paper: list[PaperWords]
    sources: list[Publication]
    answered: list[Answered]
    needless: str
    weights: list[Weighed]
    unanswered: list[Open]
    fragment: str
    code: str
    uncoded: bool
    flips: list[FlipWords]
    next: list[Asked]
    final: str
    doubts: str
    places: list[PlaceWords]
    reached: list[Reached]
    sensitivity: list[SensitivityWords]
    money: list[MoneyWords]
    quotes: list[QuoteWords]
    quote_rows: list[QuoteRow]
    provider_questions: list[Question]
    deadline: list[DeadlineWords]
    ignored: list[str]
