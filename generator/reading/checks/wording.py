"""What the schema cannot say about sentences: each has only the placeholders that are filled in for it."""

import string
from collections.abc import Iterator
from dataclasses import fields

from generator.problems import Finding, one_of
from recommender.model import Guide
from recommender.wording import Wording

_LEAD = frozenset({"points", "ahead", "answered", "needed", "lead"})
PLACEHOLDERS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("winner", "close_call", "open", "sellers_only"), frozenset({"models"})),
    "keep": frozenset({"models", "set_up"}),
    **dict.fromkeys(("winner_detail", "keep_best_detail", "sellers_only_detail", "close_call_detail"), _LEAD),
    **dict.fromkeys(("open_detail", "open_end_detail", "only_one_left_detail", "not_enough_detail"), _LEAD),
    **dict.fromkeys(("all_excluded_detail", "weightless_detail"), _LEAD),
    "keep_detail": _LEAD | {"best"},
    "with_part": frozenset({"part", "rest"}),
    **dict.fromkeys(("share_role_yes", "share_role_no"), frozenset({"yes", "no"})),
    "who_works_best": frozenset({"models"}),
    **dict.fromkeys(("insist", "prefer"), frozenset({"of", "model"})),
    "weighed": frozenset({"weight", "points"}),
    **dict.fromkeys(("one_point", "many_points"), frozenset({"points"})),
    **dict.fromkeys(("doubts", "needless"), frozenset({"questions"})),
    **dict.fromkeys(("confidence", "confidence_two"), frozenset({"cases", "tenths"})),
    "holds_always": frozenset({"concern"}),
    "holds_unless": frozenset({"concern", "weights"}),
    **dict.fromkeys(("cost_between", "amount_between"), frozenset({"low", "high"})),
    **dict.fromkeys(("cost_exactly", "cost_at_least", "amount_at_least"), frozenset({"low"})),
}
"""What the recommender fills into each sentence; the others are shown as they stand."""


def check_wording(guide: Guide) -> Iterator[Finding]:
    """Yield placeholders in the wording that nothing fills in, and what is no placeholder."""
    for name in (field.name for field in fields(Wording) if field.type is str):
        allowed = PLACEHOLDERS.get(name, frozenset())
        yield from (
            each._replace(loc=("wording", name)) for each in check_sentence(getattr(guide.wording, name), allowed)
        )


def check_sentence(text: str, allowed: frozenset[str]) -> Iterator[Finding]:
    """Yield placeholders of one text other than the allowed ones, and what is no placeholder; the text is the place."""
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError as error:
        why = "a single brace opens a placeholder"
        yield Finding((), f"cannot be filled in ({error})", why, "double the brace")
        return
    for _, name, style, conversion in parts:
        if name is None:
            continue
        if style or conversion:
            what = f"styles the placeholder {{{name}}}"
            yield Finding((), what, "values come as they are to be shown", f"write {{{name}}} alone")
        elif name not in allowed:
            fix = one_of(allowed) if allowed else "this sentence has none: remove it"
            yield Finding((), f"has the placeholder {{{name}}}", "nothing fills it in here", fix)
