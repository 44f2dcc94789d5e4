"""Read one case's answers from a file, and write the figures of an evaluation for a reader at a terminal."""

from pathlib import Path
from typing import Any

from generator.given import usable
from generator.problems import DataError, Finding, Problem
from generator.yaml_lines import load_document
from recommender.model import Guide


def read_answers(guide: Guide, file: Path) -> tuple[dict[str, object], list[Problem]]:
    """Return what counts of a YAML file, as `recommender.engine.recommend` takes it, and what is wrong with the rest.

    Answers outlive the form that they were given in: what it no longer asks hides nothing that it still does.

    Raises:
        DataError: if nothing counts.
    """
    document = load_document(file)
    if not isinstance(document.value, dict):
        why, fix = "each answer belongs to a question", "write it as `question: option` lines"
        raise DataError([document.problem(Finding((), "is not a mapping", why, fix))])
    answers, found = usable(guide, document.value)
    if not answers:
        nothing = Finding((), "has no answer", "there is nothing to judge", "write `question: option` lines")
        raise DataError([document.problem(at) for at in found or [nothing]])
    return answers, sorted(document.problem(at) for at in found)


def figures_as_text(figures: dict[str, Any]) -> str:
    """Return the figures of an evaluation as plain lines, misses last, each with the reasons for what was said."""
    lines = [_rate("all", figures), _rate("named", figures["named"])]
    for heading, groups in (("by verdict", figures["by_verdict"]), ("by what the publisher sells", figures["by_bias"])):
        lines += ["", heading, *(_rate(f"  {name}", rates) for name, rates in groups.items())]
    lines += ["", f"misses: {len(figures['misses'])}"]
    for miss in figures["misses"]:
        points = ", ".join(f"{model} {points}" for model, points in miss["points"].items())
        lines.append(f"  {miss['id']}: published {' / '.join(miss['models'])}, said {miss['said']} ({points})")
        lines += [f"    {reason}" for reason in miss["reasons"]]
    return "\n".join(lines)


def _rate(name: str, rates: dict[str, Any]) -> str:
    return f"{name:<12} n {rates['n']:>4}  top-1 {rates['top1']}  top-2 {rates['top2']}"
