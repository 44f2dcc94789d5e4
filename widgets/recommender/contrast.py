"""Set two results of the same guide side by side: which answers differ, and what that does to models and costs."""

from typing import Any


def contrast(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """Return what differs between two results of `explain`, as plain values."""
    return {
        "before": before["headline"],
        "after": after["headline"],
        "before_fragment": before["fragment"],
        "changes": _changes(before, after),
        "models": _models(before, after),
        "bills": _bills(before, after),
    }


def _changes(before: dict[str, Any], after: dict[str, Any]) -> list[dict[str, str]]:
    """Return answers and weights that differ; a missing one is empty text."""
    one, other = _said(before), _said(after)
    return [
        {"label": label, "before": one.get(key, (label, ""))[1], "after": other.get(key, (label, ""))[1]}
        for key, (label, _) in {**one, **other}.items()
        if one.get(key) != other.get(key)
    ]


def _said(result: dict[str, Any]) -> dict[str, tuple[str, str]]:
    answers = {each["question"]: (each["label"], each["answer"]) for each in result["answered"]}
    weights = {each["concern"]: (each["label"], each["words"]) for each in result["weights"]}
    amounts = {each["id"]: (each["label"], each["value"]) for each in result["assumptions"] if each["given"]}
    return answers | weights | amounts


def _models(before: dict[str, Any], after: dict[str, Any]) -> list[dict[str, Any]]:
    old = {standing["model"]: standing for standing in before["standings"]}
    return [
        {
            "abbreviation": new["abbreviation"],
            "before": old[new["model"]]["points"],
            "after": new["points"],
            "ruled_out_before": bool(old[new["model"]]["excluded_by"]),
            "ruled_out_after": bool(new["excluded_by"]),
        }
        for new in after["standings"]
    ]


def _bills(before: dict[str, Any], after: dict[str, Any]) -> list[dict[str, str]]:
    old = {bill["model"]: bill["total"] for bill in before["bills"]}
    return [
        {"abbreviation": bill["abbreviation"], "before": old[bill["model"]], "after": bill["total"]}
        for bill in after["bills"]
        if bill["model"] in old and bill["total"] != old[bill["model"]]
    ]
