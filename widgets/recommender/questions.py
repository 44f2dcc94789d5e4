"""The part of the schema that is asked: where one stands, questions, the answers they can have, and what matters."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

NOT_SURE = "not_sure"

type QuestionKind = Literal["choice", "number", "places"]
type Answer = str | int | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """Whole numbers from `at_least` to `at_most`; a missing end is open."""

    at_least: int | None = None
    at_most: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer a person can give; "not sure" is added to every question and never listed here.

    `words` are lower-case words by which the option is recognised in a description in prose. Where the question is
    about what there is today, `model` names the model that it is, and `phrase` that very set-up, as one owns it.
    A `usual` one is meant where a description says nothing of it.
    """

    id: str
    label: str
    words: tuple[str, ...] = ()
    model: str | None = None
    phrase: str | None = None
    usual: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing the recommender asks; `label` is the few words that stand for it in lists and results.

    A choice is answered by one of its options, a number by a whole number from 1, places by a list of jurisdictions.
    Neighbours with the same `group` are asked together. Where an answer named in `unless` is given, this question has
    nothing more to tell: it is not asked, and an answer to it does not count. Options of an `ordered` question run from
    one end to the other, and so do the points for them. `why` says what the answer is used for.
    """

    id: str
    order: int
    group: str
    label: str
    text: str
    help: str
    kind: QuestionKind = "choice"
    options: tuple[Option, ...] = ()
    ordered: bool = False
    unless: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Where a person stands who begins: `label` is what they choose, and `help` a line on it.

    Choosing it gives its `answers` (question to option), and `opening` says what follows. After the questions come
    those that it `asks`: entries by their ids, or `quotes`, all the fields of one.
    """

    id: str
    order: int
    label: str
    help: str
    opening: str
    answers: Mapping[str, str] = field(default_factory=dict)
    asks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """One of the things that matter to a person more or less; every rule serves one."""

    id: str
    order: int
    label: str
