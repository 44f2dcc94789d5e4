"""Figures that age are told when they are due to be looked up again, counted from the start of what they are of."""

from dataclasses import replace
from datetime import date

import pytest

from generator.reading.checks.ages import due
from recommender.model import Guide


def found(guide: Guide, day: str) -> list[tuple[object, ...]]:
    return [finding.loc for finding in due(guide, date.fromisoformat(day))]


def with_figure_of(guide: Guide, as_of: str) -> Guide:
    (kind,) = guide.freshness
    assert (kind.id, kind.months) == ("price", 24)
    figure = replace(guide.figures[0], as_of=as_of)
    bare = tuple(replace(place, facts={}) for place in guide.jurisdictions)
    return replace(guide, figures=(figure,), amounts=(), jurisdictions=bare)


@pytest.mark.parametrize(
    ("as_of", "fresh", "stale"),
    [
        ("2024", "2025-12-31", "2026-01-01"),
        ("2024-03", "2026-02-28", "2026-03-01"),
        ("2024-03-15", "2026-03-14", "2026-03-15"),
    ],
)
def test_a_figure_is_due_after_its_months(small: Guide, as_of: str, fresh: str, stale: str) -> None:
    guide = with_figure_of(small, as_of)
    assert found(guide, fresh) == []
    assert found(guide, stale) == [("figures", 0)]


def test_all_that_ages_is_looked_at(small: Guide) -> None:
    assert {loc[0] for loc in found(small, "2099-01-01")} == {"figures", "amounts", "jurisdictions"}
    assert len(found(small, "2099-01-01")) == len(small.figures) + 1 + 2


def test_what_it_says(small: Guide) -> None:
    (finding,) = due(with_figure_of(small, "2024"), date(2026, 1, 1))
    assert (finding.what, finding.why, finding.fix) == (
        "is of 2024",
        "prices are due after 24 months",
        "look it up again",
    )
