"""The part of the schema that is about money: the amounts a person can put in, and the expenses made of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from recommender.sources import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Local:
    """Where an amount differs from place to place: an `aspect` of places says what it is there.

    A measured aspect gives its own numbers; of another, `lows` and `highs` give the ends by value. Where a place says
    nothing, the amount is what it is elsewhere. What a place says gives way to what a person gives, unless it `stands`.
    """

    aspect: str
    lows: Mapping[str, float] = field(default_factory=dict)
    highs: Mapping[str, float] = field(default_factory=dict)
    stands: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountCase:
    """What an amount is if each question of `when` has an answer that is named there; its parts are the amount's."""

    when: Mapping[str, tuple[str, ...]]
    low: float | None = None
    high: float | None = None
    same_as: str | None = None
    assumed: str | None = None
    as_of: str | None = None
    ages: str | None = None
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number that expenses are made of, which a person can replace by their own.

    Until then it lies between `low` and `high` (equal for one number), or is what `same_as` is (an amount, or the
    headcount), or is unknown. `claims` carry a range that somebody states; `assumed` says what is only our assumption.
    Numbers from `least` to `most` are accepted, and no fraction where it is `whole`. `as_of` is the year, or an ISO
    month or day, that a stated range is of, and `ages` the kind of figure that says when it is due again. The first of
    the `cases` that the answers meet speaks in its stead, and places do where it is `local`. `find` says where a person
    finds their own.
    """

    id: str
    order: int
    group: str
    label: str
    unit: str
    most: int
    least: int = 0
    whole: bool = False
    low: float | None = None
    high: float | None = None
    same_as: str | None = None
    assumed: str | None = None
    as_of: str | None = None
    ages: str | None = None
    claims: tuple[Claim, ...] = ()
    cases: tuple[AmountCase, ...] = ()
    local: Local | None = None
    find: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cap:
    """What counts of the year's `pay` of one person when only the first `base` of it does.

    With `month`, it is what counts twice because the cap starts anew in that month (1 to 12).
    """

    base: str
    pay: str
    month: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpenseTerm:
    """A product of amounts, times `by`, divided by `over`, and times what is below the cap; it holds for `models`.

    It counts only if each question of `when` has an answer that is named there, and not if each one of an `unless` has;
    with a `reach`, only from a headcount of that amount on.
    """

    models: tuple[str, ...]
    times: tuple[str, ...]
    by: int = 1
    over: int = 1
    cap: Cap | None = None
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unless: tuple[Mapping[str, tuple[str, ...]], ...] = ()
    reach: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expense:
    """One kind of yearly cost: the sum of its terms under each model; a model without a term does not have it.

    One that is paid `once` belongs to the first year alone.
    """

    id: str
    order: int
    label: str
    terms: tuple[ExpenseTerm, ...]
    once: bool = False
    claims: tuple[Claim, ...] = ()
