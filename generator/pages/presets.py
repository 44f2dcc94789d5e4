"""Put numbers of the guide into words: what stands in for an amount until somebody gives it, and what a figure says."""

from recommender.figures import Figure
from recommender.model import Guide
from recommender.setting import span_of
from recommender.sums import signs, value_words


def presets(guide: Guide) -> dict[str, str]:
    """Return, for every amount, its range in words, or the label of what it follows."""
    labels = {each.id: each.label for each in guide.amounts} | {each.id: each.label for each in guide.questions}
    return {
        amount.id: f"as “{labels[amount.same_as]}”"
        if amount.same_as
        else value_words(guide, span_of(amount), amount.unit)
        for amount in guide.amounts
    }


def stated(guide: Guide, figure: Figure) -> str:
    """Return a figure with its unit, as people read it."""
    return f"{value_words(guide, span_of(figure), figure.unit)} {signs(figure.unit)[2]}".strip()
