"""Give the lines of costs over an axis: what bills come to at any headcount, and at any rise of what is paid now."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from recommender.costs import Bill, bills
from recommender.estimate import compared, names_of
from recommender.lines import lines
from recommender.model import Guide
from recommender.priced import Priced, equal_in, price
from recommender.products import NOTHING, Sum, plus
from recommender.ranges import Ranges, blocks, within
from recommender.result_lines import Drawing, LinesWords
from recommender.scoring import Recommendation
from recommender.setting import Setting, exactly, reached
from recommender.spans import Gap, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Straight:
    """What a sum lies between at any place of an axis along which it grows evenly.

    `start` is what it is at 0, `slope` how it grows by 1, and `bent` are the parts that have numbers of both in common.
    """

    start: Gap
    slope: Gap
    bent: tuple[tuple[Sum, Sum], ...]
    ranges: Ranges

    def at(self, place: Fraction) -> Gap:
        """Return the least and the most there; `place` is not below 0."""
        found = self.start + _times(self.slope, place)
        for fixed, growing in self.bent:
            found += self.ranges.extent(plus((fixed, 1), (_scaled(growing, place), 1)))
        return found


def straight(at_one: Sum, at_two: Sum, ranges: Ranges) -> Straight:
    """Return how a sum runs that is one at place 1 and another at place 2."""
    growing = plus((at_two, 1), (at_one, -1))
    fixed = plus((at_one, 1), (growing, -1))
    start, slope, bent = ranges.extent(_none(fixed)), ranges.extent(_none(growing)), list[tuple[Sum, Sum]]()
    for block in blocks({**fixed, **growing}):
        one, other = ({key: part[key] for key in block if key in part} for part in (fixed, growing))
        if one and other:
            bent.append((one, other))
        start, slope = start + _alone(one, other, ranges), slope + _alone(other, one, ranges)
    return Straight(start=start, slope=slope, bent=tuple(bent), ranges=ranges)


def drawing(guide: Guide, result: Recommendation) -> Drawing:
    """Return the lines over each axis; none where there are no bills to set side by side."""
    priced = price(guide, result)
    if priced is None or not priced.bills:
        return {"lines": []}
    _, beside = compared(guide, result, priced)
    return {"lines": [over_headcount(guide, result, priced, beside), *over_increase(guide, result, priced)]}


def over_headcount(guide: Guide, result: Recommendation, priced: Priced, reference: Bill) -> LinesWords:
    """Return how the bills stand from one person on, held against one of them."""
    setting, known = priced.setting, _Known(guide, result, reference.model)
    spans = [setting.box[name] for name in setting.steps]
    breaks = tuple(sorted({end for span in spans for end in (span.low, span.high) if end is not None}))

    def there(place: Fraction) -> Lines:
        steps = reached(setting.box, setting.steps, place)
        return known.between(
            str(steps), lambda number: _with(setting, {**_people(guide, setting, Fraction(number)), **steps})
        )

    own = setting.box[guide.headcount].low
    names, today = names_of(guide, result, priced), priced.today.model if priced.today else None
    return lines(guide, *_readers(there), breaks, own, "headcount", names, reference.model, today)


def _people(guide: Guide, setting: Setting, headcount: Fraction) -> dict[str, Span]:
    """Return a headcount, and what is counted of it in the parts in which it is now."""
    own = setting.box[guide.headcount].low
    parts = [each.id for each in guide.amounts if each.same_as == guide.headcount and setting.leads[each.id] == each.id]
    return {
        guide.headcount: exactly(headcount),
        **{name: exactly(setting.box[name].low * headcount / own) for name in parts},
    }


def over_increase(guide: Guide, result: Recommendation, priced: Priced) -> list[LinesWords]:
    """Return how they stand if what is paid today rises; nothing where today's bill does not depend on that."""
    rise, today, setting = guide.rise, priced.today, priced.setting
    if rise is None or today is None:
        return []
    flat, risen = (_with(setting, {rise: exactly(Fraction(percent))}) for percent in (1, 2))
    one, two = ({bill.model: bill for bill in bills(guide, each, result.given.answered)} for each in (flat, risen))
    if one[today.model].later == two[today.model].later:
        return []
    known = _Known(guide, result, today.model)

    def there(_: Fraction) -> Lines:
        return known.between("", lambda number: flat if number == 1 else risen)

    own, names = result.given.amounts.get(rise), names_of(guide, result, priced)
    return [lines(guide, *_readers(there), (), own, "increase", names, today.model, today.model)]


type Lines = Mapping[str, tuple[Straight, Straight]]
"""How the cost of each model runs, and its difference from what it is held against."""


class _Known:
    """The straight lines of costs and differences, worked out once between any two steps."""

    def __init__(self, guide: Guide, result: Recommendation, reference: str) -> None:
        self._guide, self._sure, self._reference = guide, result.given.answered, reference
        self._found: dict[str, Lines] = {}

    def between(self, steps: str, at: Callable[[int], Setting]) -> Lines:
        if steps not in self._found:
            self._found[steps] = self._lines(at(1), at(2))
        return self._found[steps]

    def _lines(self, at_one: Setting, at_two: Setting) -> Lines:
        ranges = within(at_one.box, at_one.shares)
        found = [bills(self._guide, each, self._sure) for each in (at_one, at_two)]
        equal = set.intersection(*(set(equal_in(each)) for each in found))
        made = [{bill.model: _differing(bill, equal) for bill in each} for each in found]
        gaps = [{model: plus((each[model], 1), (each[self._reference], -1)) for model in each} for each in made]
        return {
            model: (
                straight(made[0][model], made[1][model], ranges),
                straight(gaps[0][model], gaps[1][model], ranges),
            )
            for model in made[0]
        }


type Readers = tuple[Callable[[Fraction], Mapping[str, Span]], Callable[[Fraction], Mapping[str, Gap]]]


def _readers(there: Callable[[Fraction], Lines]) -> Readers:
    def cost(place: Fraction) -> dict[str, Span]:
        return {model: _span(line.at(place)) for model, (line, _) in there(place).items()}

    def gap(place: Fraction) -> dict[str, Gap]:
        return {model: line.at(place) for model, (_, line) in there(place).items()}

    return cost, gap


def _differing(bill: Bill, equal: set[str]) -> Sum:
    """Return what a later year costs but for what is the same in every bill, beside which it could not be seen."""
    return plus(*((total, 1) for name, total in bill.every_year.items() if name not in equal))


def _with(setting: Setting, numbers: Mapping[str, Span]) -> Setting:
    return replace(setting, box={**setting.box, **numbers})


def _span(gap: Gap) -> Span:
    assert gap.low is not None
    return Span(low=gap.low, high=gap.high)


def _none(total: Sum) -> Sum:
    return {(): total[()]} if () in total else {}


def _alone(part: Sum, other: Sum, ranges: Ranges) -> Gap:
    """Return the range of a part that has no number in common with the other."""
    return ranges.extent({} if other else part)


def _scaled(total: Sum, by: Fraction) -> Sum:
    return {factors: count * by for factors, count in total.items()}


def _times(gap: Gap, by: Fraction) -> Gap:
    if not by:
        return Gap(low=NOTHING, high=NOTHING)
    return Gap(low=None if gap.low is None else gap.low * by, high=None if gap.high is None else gap.high * by)
