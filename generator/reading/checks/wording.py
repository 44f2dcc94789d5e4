"""What the schema cannot say about sentences: each has only the placeholders that are filled in for it."""

import string
from collections.abc import Iterator
from dataclasses import fields

from generator.problems import Finding, one_of, quote
from recommender.model import Guide
from recommender.wording import Wording

_LEAD = frozenset({"points", "ahead", "answered", "needed", "lead"})
_DATES = frozenset({"day", "notice", "renewal", "days", "left", "weeks", "change", "last"})
PLACEHOLDERS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("winner", "close_call", "open", "sellers_only"), frozenset({"models"})),
    "keep": frozenset({"models", "set_up"}),
    **dict.fromkeys(("not_enough", "all_excluded"), frozenset()),
    **dict.fromkeys(("winner_detail", "keep_best_detail", "sellers_only_detail", "close_call_detail"), _LEAD),
    **dict.fromkeys(("open_detail", "only_one_left_detail", "not_enough_detail"), _LEAD),
    **dict.fromkeys(("all_excluded_detail", "weightless_detail"), _LEAD),
    "keep_detail": _LEAD | {"best"},
    "with_part": frozenset({"part", "rest"}),
    **dict.fromkeys(("share_role_yes", "share_role_no"), frozenset({"yes", "no"})),
    "who_works_best": frozenset({"models"}),
    **dict.fromkeys(("insist", "prefer"), frozenset({"of", "model"})),
    "weighed": frozenset({"weight", "points"}),
    **dict.fromkeys(("one_point", "many_points"), frozenset({"points"})),
    **dict.fromkeys(("doubts", "needless", "doubt_unsure"), frozenset({"questions"})),
    **dict.fromkeys(("confidence", "confidence_two"), frozenset({"cases", "tenths"})),
    **dict.fromkeys(("lines_against", "lines_at_least"), frozenset({"model"})),
    **dict.fromkeys(("own_headcount", "own_increase"), frozenset({"at"})),
    **dict.fromkeys(("stands_always_headcount", "stands_always_increase"), frozenset({"stands"})),
    **dict.fromkeys(("stands_up_to_headcount", "stands_up_to_increase"), frozenset({"stands", "last"})),
    **dict.fromkeys(("stands_from", "stands_at"), frozenset({"stands", "first"})),
    "ruler_own": frozenset({"label"}),
    "sure_two": frozenset({"sure"}),
    "doubt_close": frozenset({"lead"}),
    **dict.fromkeys(("change_one", "change_many"), frozenset({"changes", "outcome"})),
    **dict.fromkeys(("leads_winner", "leads_sellers_only", "leads_close_call"), frozenset({"models"})),
    **dict.fromkeys(("leads_keep", "keep_way"), frozenset({"set_up"})),
    "leads_with_part": frozenset({"rest", "part"}),
    "ways": frozenset({"ways"}),
    "why_now": frozenset({"outcome", "reasons"}),
    "why_otherwise": frozenset({"outcome"}),
    **dict.fromkeys(("why_came", "why_went", "why_out", "why_back"), frozenset({"model", "reason"})),
    "stands_between": frozenset({"stands", "first", "last"}),
    "holds_always": frozenset({"concern"}),
    "holds_unless": frozenset({"concern", "weights"}),
    **dict.fromkeys(("cost_between", "amount_between"), frozenset({"low", "high"})),
    **dict.fromkeys(("cost_versus", "cost_versus_first"), frozenset({"model", "gap", "other"})),
    **dict.fromkeys(("gap_more", "gap_less"), frozenset({"cost"})),
    "cost_another": frozenset({"model"}),
    "gap_either": frozenset({"less", "more"}),
    "quote_unnamed": frozenset({"number"}),
    **dict.fromkeys(("quote_opened", "quote_misfit"), frozenset({"percent", "parts", "rest"})),
    **dict.fromkeys(("quote_unknown_inside", "quote_not_counted", "quote_over_holds"), frozenset({"parts"})),
    **dict.fromkeys(("quote_assumed", "quote_lacking", "quote_narrow"), frozenset({"amounts"})),
    "quote_at_most": frozenset({"value"}),
    **dict.fromkeys(("quote_least", "quote_most"), frozenset({"name"})),
    **dict.fromkeys(("quote_rate", "quote_rate_below"), frozenset({"rate", "pay", "base"})),
    **dict.fromkeys(("cost_exactly", "cost_at_least", "amount_at_least"), frozenset({"low"})),
    "day": frozenset({"month", "day", "year"}),
    **dict.fromkeys(("one_day", "many_days"), frozenset({"days"})),
    **dict.fromkeys(("decide_by", "decide_detail", "decide_past", "notice_past", "renewal_past"), _DATES),
    **dict.fromkeys(("notice_assumed", "usual_notice_past", "change_after", "change_on"), _DATES),
    "on_day": frozenset({"day"}),
}
"""What the recommender fills into each sentence that it fills in; the others are shown as they stand."""

_WEIGHTS = range(2, 10)


def check_wording(guide: Guide) -> Iterator[Finding]:
    """Yield placeholders in the wording that nothing fills in, what is no placeholder, and weights without a choice."""
    for name in (field.name for field in fields(Wording) if field.type is str):
        text: str = getattr(guide.wording, name)
        found = check_sentence(text, PLACEHOLDERS[name]) if name in PLACEHOLDERS else _plain(text)
        yield from (each._replace(loc=("wording", name)) for each in found)
    for name in ("weights", "months"):
        for index, text in enumerate(getattr(guide.wording, name)):
            yield from (each._replace(loc=("wording", name, index)) for each in _plain(text))
    if len(guide.wording.weights) not in _WEIGHTS:
        what, why = (
            f"has {len(guide.wording.weights)} entries",
            "people choose one, and the second is how the guide weighs",
        )
        fix = f"name {_WEIGHTS[0]} to {_WEIGHTS[-1]}, from none"
        yield Finding(("wording", "weights"), what, why, fix)


def _plain(text: str) -> Iterator[Finding]:
    if "{" in text or "}" in text:
        yield Finding((), "has a brace", "this sentence is shown as it stands, without placeholders", "remove it")


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
            what = f"styles the placeholder {quote(name)}"
            yield Finding((), what, "values come as they are to be shown", "write its name alone between the braces")
        elif name not in allowed:
            fix = one_of(allowed) if allowed else "this sentence has none: remove it"
            yield Finding((), f"has the placeholder {quote(name)}", "nothing fills it in here", fix)
