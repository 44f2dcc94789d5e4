"""Every number of the guide has limits, and every text an end."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, get_args

import pytest

from generator.problems import DataError, Finding
from generator.reading.checks.limits import check_limits, limits
from generator.reading.checks.texts import LONGEST, check_texts
from generator.reading.shape import LONGEST as LONGEST_TEXT
from generator.reading.shape import fit
from recommender.model import Guide
from recommender.profiles import Profile
from recommender.questions import Range
from recommender.sources import Claim
from recommender.tables import Task


def inside(kind: Any) -> Iterator[Any]:  # noqa: ANN401 - any type of the schema
    """Yield all types that a type is made of."""
    kind = getattr(kind, "__value__", kind)
    yield kind
    for part in get_args(kind):
        yield from inside(part)


def types_of(kind: type) -> set[type]:
    """Return the types of the schema of which a type is made, itself among them."""
    found, left = set[type](), [kind]
    while left:
        each = left.pop()
        if is_dataclass(each) and each not in found:
            found.add(each)
            left += [part for field in fields(each) for part in inside(field.type)]
    return found


def test_every_number_of_the_schema_has_limits() -> None:
    numbers = {
        (kind, field.name) for kind in types_of(Guide) for field in fields(kind) if {int, float} & {*inside(field.type)}
    }
    limited = {(kind, name) for kind in types_of(Guide) for name in limits(kind)}
    # An answer of a worked example is held against its question.
    assert limited == numbers - {(Profile, "answers"), (Profile, "beside")}


def test_no_limit_is_that_of_an_unknown_type(small: Guide) -> None:
    from generator.reading.checks.limits import LIMITS

    assert {*LIMITS} <= types_of(Guide)
    assert not list(check_limits(small))


@pytest.mark.parametrize(("order", "told"), [(-1, True), (0, False), (9_999, False), (10_000, True)])
def test_a_number_lies_within_its_limits(small: Guide, order: int, told: bool) -> None:
    found = list(check_limits(replace(small, tasks=(Task(id="a", order=order, name="A"),))))
    assert [at.loc for at in found] == [("tasks", 0, "order")] * told


@pytest.mark.parametrize(("low", "high", "told"), [(3, 2, True), (2, 2, False), (None, 2, False), (3, None, False)])
def test_a_range_does_not_end_below_its_start(small: Guide, low: int | None, high: int | None, told: bool) -> None:
    rule = replace(small.rules[0], within={"riders": Range(at_least=low, at_most=high)})
    found = list(check_limits(replace(small, rules=(rule,))))
    assert [at.loc for at in found] == [("rules", 0, "within", "riders", "at_least")] * told


@pytest.mark.parametrize(("length", "told"), [(LONGEST_TEXT, False), (LONGEST_TEXT + 1, True), (5_000, True)])
def test_a_text_ends(length: int, told: bool) -> None:
    _, found = fit(Claim, {"text": "x" * length, "cites": []})
    assert [at.loc for at in found] == [("text",)] * told
    assert not told or found[0].what == "has more than 600 characters"


@pytest.mark.parametrize("name", ["id", "label"])
def test_an_id_and_a_name_fit_into_a_line(small: Guide, name: str) -> None:
    def found(length: int) -> list[Finding]:
        concern = replace(small.concerns[0], **{name: "x" * length})
        return list(check_texts(replace(small, concerns=(concern,))))

    assert not found(LONGEST[name])
    (at,) = found(LONGEST[name] + 1)
    assert (at.loc, at.what) == (("concerns", 0, name), f"has {LONGEST[name] + 1} characters")


def test_problems_are_told_once_and_in_order() -> None:
    assert DataError([]).problems == []
