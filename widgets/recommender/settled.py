"""Say what is settled of somebody's numbers: the amounts of which there is one number and no range, place by place."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from recommender.given import Given
from recommender.model import Guide
from recommender.setting import ALL, Setting, at, settle

type Known = Mapping[str, Fraction]
"""Numbers by the names of amounts, and of the question for the number of people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What is `known` wherever people are, and in each of the `places` with the share of the people who are there."""

    known: Known
    places: tuple[tuple[Fraction, Known], ...]


def settled(guide: Guide, given: Given) -> Settled:
    """Return every amount of which there is one number, as given or as the guide has it."""
    heads = given.answered.get(guide.headcount)
    setting = settle(guide, given, heads if isinstance(heads, int) else 1)
    names = [guide.headcount, *(amount.id for amount in guide.amounts)]
    leads = {name: setting.leads.get(name, name) for name in names}
    if not isinstance(heads, int):  # then what follows it is as unknown as it is
        leads = {name: lead for name, lead in leads.items() if lead != guide.headcount}
    each = {place: _there(setting, leads, place) for place in setting.places}
    known = {name: value for name, value in _there(setting, leads, "").items() if leads[name] not in setting.local}
    # Where the places agree, it does not matter who is where.
    first, *others = each.values() or [known]
    known |= {name: value for name, value in first.items() if all(other.get(name) == value for other in others)}
    spread = () if setting.shares.open else tuple(setting.shares.known.items())
    return Settled(known=known, places=tuple((share, each[place]) for place, share in spread) or ((ALL, known),))


def _there(setting: Setting, leads: Mapping[str, str], place: str) -> dict[str, Fraction]:
    """Return what is known in a place, or, without one, where no place is named."""
    spans = {
        name: setting.box[at(lead, place) if place and lead in setting.local else lead] for name, lead in leads.items()
    }
    return {name: span.low for name, span in spans.items() if span.low == span.high}
