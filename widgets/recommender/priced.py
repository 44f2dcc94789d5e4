"""Hold what each model may cost one person beside what there is today: ranges, differences, what is equal in all."""

from collections.abc import Mapping
from dataclasses import dataclass

from recommender.costs import Bill, bills
from recommender.model import Guide
from recommender.products import Sum, all_names, plus
from recommender.ranges import Ranges, within
from recommender.scoring import Recommendation
from recommender.setting import Setting, amount_of, settle
from recommender.spans import Gap, Span


@dataclass(frozen=True, kw_only=True)
class Priced:
    """The bills of a person with a headcount, which of them is today's, and the expenses that are `equal` in all."""

    bills: tuple[Bill, ...]
    setting: Setting
    today: Bill | None
    equal: Mapping[str, Sum]
    ranges: Ranges

    def span(self, total: Sum) -> Span:
        """Return what a cost lies between; nothing in it is below 0."""
        found = self.ranges.extent(total)
        assert found.low is not None
        return Span(low=found.low, high=found.high)

    def gap(self, total: Sum, other: Sum) -> Gap:
        """Return how much more one cost may be than another, each amount being the same in both."""
        return self.ranges.extent(plus((total, 1), (other, -1)))

    def free(self, total: Sum) -> set[str]:
        """Return the amounts of which a sum is made that nobody has settled."""
        return {amount_of(name) for name in all_names(total)} & self.setting.leads.keys()


def price(guide: Guide, result: Recommendation) -> Priced | None:
    """Return what each model may cost whoever gave these answers; nothing without a headcount or expenses."""
    headcount = result.given.answered.get(guide.headcount)
    if not isinstance(headcount, int) or not guide.expenses:
        return None
    setting = settle(guide, result.given, headcount)
    made = bills(guide, setting, result.given.answered)
    keeping = {model.id for model in guide.models if model.stands == "keep"}
    return Priced(
        bills=made,
        setting=setting,
        today=next((bill for bill in made if bill.model in keeping), None),
        equal=equal_in(made),
        ranges=within(setting.box, setting.shares),
    )


def equal_in(made: tuple[Bill, ...]) -> dict[str, Sum]:
    """Return the expenses that are the same sum in every bill; with one bill there is nothing to be equal to."""
    first, *others = [{**bill.every_year, **bill.once} for bill in made] or [{}]
    return {name: total for name, total in first.items() if others and all(each.get(name) == total for each in others)}
