"""The part of the schema that holds the sentences of a result."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Sentences of the result; which placeholders each one has stands in `generator.wording`."""

    winner: str
    winner_detail: str
    only_one_left_detail: str
    keep: str
    keep_detail: str
    keep_best_detail: str
    sellers_only: str
    sellers_only_detail: str
    close_call: str
    close_call_detail: str
    open: str
    open_detail: str
    open_end_detail: str
    not_enough: str
    not_enough_detail: str
    all_excluded: str
    all_excluded_detail: str
    weightless_detail: str
    with_part: str
    share_role: str
    share_role_yes: str
    share_role_no: str
    who_works: str
    who_works_best: str
    insist: str
    prefer: str
    not_sure: str
    weighed: str
    one_point: str
    many_points: str
    weights: tuple[str, ...]
    next_settles: str
    next_tells_apart: str
    final: str
    doubts: str
    needless: str
    confidence: str
    confidence_two: str
    holds_always: str
    holds_unless: str
    cost_between: str
    cost_exactly: str
    cost_at_least: str
    cost_unknown: str
    cost_versus: str
    cost_versus_first: str
    cost_overlaps: str
    gap_more: str
    gap_less: str
    gap_either: str
    gap_some_more: str
    gap_some_less: str
    cost_another: str
    gap_same: str
    gap_unknown: str
    amount_between: str
    amount_at_least: str
    where_you_are: str
    reached: str
    to_ask: str
    quote_unnamed: str
    quote_price: str
    quote_on_top: str
    quote_inside: str
    quote_plan: str
    quote_first: str
    quote_later: str
    quote_over: str
    quote_after_rise: str
    quote_opened: str
    quote_misfit: str
    quote_rest: str
    quote_unknown_inside: str
    quote_not_counted: str
    quote_over_holds: str
    quote_without_plan: str
    quote_floored: str
    quote_lacking: str
    quote_rate: str
    quote_rate_below: str
    quotes: str
    quote_each: str
    quote_to_send: str
    months: tuple[str, ...]
    day: str
    one_day: str
    many_days: str
    decide_by: str
    decide_detail: str
    decide_past: str
    notice_past: str
    usual_notice_past: str
    renewal_past: str
    notice_assumed: str
    decide_title: str
    notice_title: str
    renewal_title: str
    on_day: str
    on_other_days: str
