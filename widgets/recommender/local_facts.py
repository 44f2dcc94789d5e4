"""Say what holds where people work and at the size they have: values of the named places, laws that have started."""

from recommender.model import Guide
from recommender.places import UNKNOWN, Aspect, Jurisdiction
from recommender.result_facts import PlaceWords, Reached, Value
from recommender.scoring import Recommendation


def places(guide: Guide, result: Recommendation) -> list[PlaceWords]:
    """Return what was found for each place that was named."""
    named = {place for answer in result.given.answered.values() if isinstance(answer, tuple) for place in answer}
    return [_place(guide, place) for place in guide.jurisdictions if place.id in named]


def reached(guide: Guide, result: Recommendation) -> list[Reached]:
    """Return the thresholds that the headcount has reached."""
    count = result.given.answered.get(guide.headcount)
    return [
        {"id": threshold.id, "headcount": threshold.headcount, "law": threshold.law}
        for threshold in sorted(guide.thresholds, key=lambda each: (each.headcount, each.order, each.id))
        if isinstance(count, int) and count >= threshold.headcount
    ]


def _place(guide: Guide, place: Jurisdiction) -> PlaceWords:
    told = [aspect for aspect in guide.aspects if aspect.in_result]
    return {"id": place.id, "name": place.name, "values": [_value(aspect, place) for aspect in told]}


def _value(aspect: Aspect, place: Jurisdiction) -> Value:
    """Return what was found and how sure it is; unknown stays unknown."""
    finding = place.facts[aspect.id]
    label = next((value.label for value in aspect.values if value.id == finding.value), UNKNOWN)
    return {"aspect": aspect.name, "label": label, "confidence": finding.confidence or ""}
