"""What the schema cannot say about numbers: each lies between limits, and the lower of two ends is not the higher."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, NamedTuple

from generator.problems import Finding
from generator.reading.walk import walk
from generator.reading.yaml_lines import Loc
from recommender.advice import Calibration, Decision, Likelihood, Measurement, Move, Rule
from recommender.entries import Entry
from recommender.figures import Conversion, Figure, Threshold
from recommender.given import LARGEST
from recommender.model import SCHEMA_VERSION, Guide
from recommender.money import Amount, AmountCase, ExpenseTerm, Local
from recommender.places import Jurisdiction
from recommender.prose import Due
from recommender.questions import Range
from recommender.quote_lines import QuoteLine
from recommender.renewal import Renewal
from recommender.sources import Freshness


class Limits(NamedTuple):
    """The numbers that make sense, and why no others do."""

    least: float
    most: float
    why: str


ORDER = Limits(0, 9_999, "it says where the item stands among its neighbours")

_POINTS = Limits(1, 9, "points speak for a model, never against one, and can be added by hand")
_TIE = Limits(1, 99, "every tie would have a winner, or nothing ever would")
_CASES = Limits(1, LARGEST, "nothing was measured on so many cases")
_LEAD = Limits(0, 999, "no lead is such a number of points")
_SHARE = Limits(0, 1, "a share is a part of 1")
_COUNT = Limits(1, LARGEST, "nobody could answer with such a number")
_COST = Limits(1, LARGEST, "a cost would vanish")
_SEVEN = Limits(0, LARGEST, "a form and a link hold seven digits")
_TILE = Limits(1, 99, "the map has a tile for each place")
_MONTHS = Limits(1, 1_200, "figures of a kind are due again after so many months")
_WEEKS = Limits(-520, 520, "it is so many weeks before the date, or below 0 after it")
_NOTICE = Limits(0, 365, "no contract asks for notice more than a year ahead")
_MONEY = Limits(0, 999_999_999_999, "no price is such a number")

LIMITS: Mapping[type, Mapping[str, Limits]] = {
    Decision: dict.fromkeys(("least_answers", "least_lead", "least_quality", "most_close"), _TIE)
    | {"least_cases": _CASES},
    Rule: {"points": _POINTS, "argued": _POINTS},
    Move: {"points": _POINTS},
    Range: {"at_least": _COUNT, "at_most": _COUNT},
    Likelihood: {
        "share": Limits(1, 1_000, "it is in parts of 1,000"),
        "beside": Limits(0, 99_999, "it is in percent"),
    },
    Calibration: {
        "at_least": _LEAD,
        "at_most": _LEAD,
        "cases": _CASES,
        "agreed": Limits(0, LARGEST, "it is some of the cases"),
    },
    Measurement: {"cases": _CASES, "first": _SHARE, "two": _SHARE, "named": _SHARE},
    Jurisdiction: {"row": _TILE, "column": _TILE},
    Threshold: {"headcount": _COUNT},
    Freshness: {"months": _MONTHS},
    Due: {"weeks": _WEEKS},
    Renewal: {"longest": _NOTICE, "weeks": Limits(0, 52, "nobody compares for longer than a year")},
    Figure: {"low": _MONEY, "high": _MONEY},
    Conversion: {"over": _COST},
    Amount: dict.fromkeys(("least", "most", "low", "high"), _SEVEN),
    AmountCase: dict.fromkeys(("low", "high"), _SEVEN),
    Local: dict.fromkeys(("lows", "highs"), _SEVEN),
    **dict.fromkeys((Entry, QuoteLine), dict.fromkeys(("least", "most"), _SEVEN)),
    ExpenseTerm: {"by": _COST, "over": _COST},
    Guide: {
        "schema_version": Limits(SCHEMA_VERSION, SCHEMA_VERSION, "this generator reads another (see CHANGELOG.md)")
    },
}
"""The limits of every number of the schema, by the name of its field; `order` has the same everywhere."""

_ENDS = (("least", "most"), ("low", "high"), ("at_least", "at_most"), ("agreed", "cases"))


def check_limits(guide: Guide) -> Iterator[Finding]:
    """Yield numbers beyond their limits, and ranges whose lower end is the higher one."""
    for loc, value in walk(guide):
        if is_dataclass(value):
            yield from _numbers(value, loc)
            yield from _turned(value, loc)


def limits(kind: type) -> Mapping[str, Limits]:
    """Return the limits of the numbers of a type of the schema, by the name of the field."""
    order = {field.name: ORDER for field in fields(kind) if field.name == "order"}
    return {**order, **LIMITS.get(kind, {})}


def _numbers(value: Any, loc: Loc) -> Iterator[Finding]:  # noqa: ANN401 - any value of the schema
    for name, (least, most, why) in limits(type(value)).items():
        for place, number in walk(getattr(value, name), (*loc, name)):
            if isinstance(number, int | float) and not least <= number <= most:
                fix = f"write {least:,}" if least == most else f"write a number from {least:,} to {most:,}"
                yield Finding(place, f"is {number}", why, fix)


def _turned(value: Any, loc: Loc) -> Iterator[Finding]:  # noqa: ANN401
    for low, high in _ENDS:
        least, most = getattr(value, low, None), getattr(value, high, None)
        if least is not None and most is not None and least > most:
            what, why = f"is {least}, above `{high}`", "nothing lies between the two"
            yield Finding((*loc, low), what, why, f"write at most {most}, or correct `{high}:`")
