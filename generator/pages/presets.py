"""Put into words what stands in for an amount until somebody gives it."""

from recommender.costs import span_of
from recommender.estimate import value_words
from recommender.model import Guide


def presets(guide: Guide) -> dict[str, str]:
    """Return, for every amount, its range in words, or the label of what it follows."""
    labels = {each.id: each.label for each in guide.amounts} | {each.id: each.label for each in guide.questions}
    return {
        amount.id: f"as “{labels[amount.same_as]}”"
        if amount.same_as
        else value_words(guide, span_of(amount), amount.unit)
        for amount in guide.amounts
    }
