"""What the schema cannot say about headings: what stands below one stands together."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from generator.problems import Finding, quote
from recommender.model import Guide

_HEADINGS = {
    "questions": "group",
    "amounts": "group",
    "entries": "group",
    "quote_lines": "group",
    "figures": "group",
    "criteria": "theme",
    "provider_questions": "theme",
    "disputes": "topic",
}
"""The collections that a page shows below headings, in the order of their items, and the field that is the heading."""


def check_groups(guide: Guide) -> Iterator[Finding]:
    """Yield items whose `order` puts them apart from the others of their heading, which would then stand twice."""
    for name, heading in _HEADINGS.items():
        items = sorted(enumerate(getattr(guide, name)), key=lambda each: (each[1].order, each[1].id))
        runs = [list(run) for _, run in groupby(items, key=lambda each: getattr(each[1], heading))]
        for run in runs:
            title = getattr(run[0][1], heading)
            home = max((each for each in runs if getattr(each[0][1], heading) == title), key=len)
            if run is not home:
                yield _apart(name, run, home, title)


def _apart(name: str, run: list[tuple[int, Any]], home: list[tuple[int, Any]], title: str) -> Finding:
    (index, item), (_, first), (_, last) = run[0], home[0], home[-1]
    what = f"is {item.order}, apart from the others below {quote(title)}"
    span = str(first.order) if first.order == last.order else f"{first.order} to {last.order}"
    return Finding((name, index, "order"), what, "that heading would stand twice", f"write one beside {span}")
