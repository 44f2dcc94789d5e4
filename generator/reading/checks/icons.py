"""What the schema cannot say about icons: all models have one or none, each with a shape and colours of its own."""

import re
from collections.abc import Iterator

from generator.problems import Finding
from recommender.model import Guide

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_PARTS = {
    "path": (re.compile(r"M[MLHVACQZmlhvacqz0-9 .-]+"), "no path of SVG"),
    "light": (_COLOUR, "no colour"),
    "dark": (_COLOUR, "no colour"),
}
"""How each part of an icon is written, and what it is otherwise; it goes into the style sheet as it is."""


def check_icons(guide: Guide) -> Iterator[Finding]:
    """Yield models without an icon beside others that have one, and icons that cannot be drawn or told apart."""
    if not any(model.icon for model in guide.models):
        return
    seen: set[str] = set()
    for index, model in enumerate(guide.models):
        if model.icon is None:
            why = "readers tell the others by theirs"
            yield Finding(("models", index), "has no `icon`", why, "add `icon:`, or remove it everywhere")
            continue
        for name, (form, otherwise) in _PARTS.items():
            value, loc = getattr(model.icon, name), ("models", index, "icon", name)
            if not form.fullmatch(value):
                yield Finding(loc, f"is {otherwise}", "nothing could be drawn with it", "write it as other models do")
            elif value in seen:
                yield Finding(loc, "is that of another model", "the two could not be told apart", "choose another")
            seen.add(value)
