"""Which kinds of pages there are, which words each needs of the data, what fills these, and where a page stands."""

import re
from collections.abc import Iterable
from typing import get_args

from recommender.model import Guide, Model
from recommender.pages import PageWords
from recommender.tables import Holder

MODEL_PARTS = ("takes_over", "stays_yours", "pros", "cons", "best_for", "cost", "check_first", "leaving")
"""What is told of every model, part by part, in this order; each has its heading among the words of a model's page."""

HOLDERS: tuple[Holder, ...] = get_args(Holder.__value__)
"""Who may do a task or hold a duty; each has a word for its badge, and words for inside a sentence."""

HOME_TASKS = (
    *("offer", "renewal", "leaving", "places", "topic"),
    *("cost", "duties", "thresholds", "disputes", "faq"),
)
"""What the home page leads to by what a reader wants to do, in this order."""

NEEDED: dict[str, tuple[str, ...]] = {
    "home": ("ways", "others", *HOME_TASKS),
    "choose": ("asking", "other_side", "clauses"),
    "embed": (),
    "compare": (),
    "duties": ("caption", "duty", "legend"),
    "cost": ("ranges", "ruler", "worked"),
    "thresholds": ("starting", "caption", "count", "what", "counting", "picture"),
    "places": ("find",),
    "place": ("check", "no_register", "unknown"),
    "models": ("legend", *HOLDERS, *(f"held_by_{holder}" for holder in HOLDERS)),
    "model": ("legend", *MODEL_PARTS),
    "walkthrough": (),
    "topic": (),
    "clauses": (),
    "provider_questions": (),
    "faq": (),
    "glossary": (),
    "disputes": (),
    "myths": (),
    "how_it_works": (),
    "examples": (),
    "sources": ("neutral", "unknown"),
    "speed": (),
    "data": (),
    "embed_this": (),
    "changes": (),
}
"""Each kind of page with those of its words that are of the subject; words of the tool stand in its template."""

UNOPENED = frozenset({"home", "choose", "embed", "model", "place", "walkthrough", "topic"})
"""The kinds that open with what else the data say: the short answer, a form, or what their item says."""

OF_ONE: dict[str, tuple[str, ...]] = {
    "model": ("name", "abbreviation"),
    "place": ("name",),
    "walkthrough": ("name", "summary"),
    "topic": ("name", "summary"),
}
"""The kinds of which there is a page for each item, with what fills their texts beside what fills all."""

LINK = re.compile(r"\[(?P<words>[^\[\]]+)\]\((?P<address>[^()\s]*)\)")
"""A link in a text: its words, and where it leads from the site's root."""


def filling(guide: Guide) -> dict[str, str]:
    """Return what `{…}` stands for in the texts of any page."""
    return {
        "guide": guide.title,
        "question": guide.question,
        "models": _abbreviations(guide.models),
        "compared": _abbreviations(compared(guide)),
        "aspects": ", ".join(aspect.name for aspect in guide.aspects if aspect.in_result),
    }


def compared(guide: Guide) -> list[Model]:
    """Return the models that have a column in the tables."""
    return [model for model in guide.models if model.compared]


def items(guide: Guide, kind: str) -> list[str]:
    """Return the ids of the items of which each has a page of this kind; a single empty one for a page of no item."""
    match kind:
        case "model":
            return [model.id for model in guide.models]
        case "place":
            return [place.id for place in guide.jurisdictions]
        case "walkthrough":
            return [walkthrough.id for walkthrough in guide.walkthroughs]
        case "topic":
            return [topic.id for topic in guide.topics]
    return [""]


def address(entry: PageWords, item: str = "") -> str:
    """Return where a page stands from the site's root, that of one item if one is named."""
    return "".join(f"{step}/" for step in (entry.path, item) if step)


def addresses(guide: Guide, entry: PageWords) -> list[str]:
    """Return where every page of a kind stands."""
    return [address(entry, item) for item in items(guide, entry.id)]


def page_file(entry: PageWords, item: str = "") -> str:
    """Return the file of a page below `docs/`."""
    return f"{address(entry)}{item or 'index'}.md"


def _abbreviations(models: Iterable[Model]) -> str:
    return ", ".join(model.abbreviation for model in models)
