"""Say what somebody's numbers are: what each lies between, place by place, and which of them are one number."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from recommender.costs import number_of
from recommender.given import Given
from recommender.model import Guide
from recommender.ranges import Ranges, within
from recommender.setting import ALL, Setting, settle
from recommender.spans import Shares, Span

type Known = Mapping[str, Fraction]
"""Numbers by the names of amounts, and of the question for the number of people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What numbers lie between (`setting`, and `ranges` of sums); `known` are those of one, wherever people are."""

    known: Known
    setting: Setting
    ranges: Ranges


def settled(guide: Guide, given: Given) -> Settled:
    """Return what every amount is, as given or as the guide has it, without a guess at how many people there are."""
    heads = given.answered.get(guide.headcount)
    setting = settle(guide, given, heads if isinstance(heads, int) else 1)
    open_heads = {} if isinstance(heads, int) else {guide.headcount: Span(low=ALL, high=None)}
    setting = replace(setting, box={**setting.box, **open_heads}, shares=_shares(setting))
    spans = {name: spans_of(setting, name) for name in (guide.headcount, *(amount.id for amount in guide.amounts))}
    known = {name: span.low for name, (span, *more) in spans.items() if not more and span.low == span.high}
    return Settled(known=known, setting=setting, ranges=within(setting.box, setting.shares))


def spans_of(setting: Setting, name: str) -> list[Span]:
    """Return all that a number lies between in one place or another, each once."""
    # Where the places agree, it does not matter who is where.
    return list(dict.fromkeys(setting.box[number_of(name, setting, place)] for place in setting.places or ("",)))


def _shares(setting: Setting) -> Shares:
    """Return how people are spread; if nobody is said to be in any of the places, they may be in each."""
    told = setting.shares.open or any(setting.shares.known.values())
    return setting.shares if told else Shares(known={}, open=setting.places, rest=ALL)
