"""Read one case's answers from a file, and write the figures of an evaluation for a reader at a terminal."""

from pathlib import Path
from typing import Any

from generator.advice_checks import check_answers
from generator.problems import DataError, Problem
from generator.yaml_lines import load_document, spell
from recommender.model import Guide


def read_answers(guide: Guide, file: Path) -> dict[str, object]:
    """Return the answers of a YAML file: what `recommender.engine.recommend` takes.

    Raises:
        DataError: with every entry that the guide does not know or cannot use.
    """
    document = load_document(file)
    if not isinstance(document.value, dict):
        why, fix = "each answer belongs to a question", "write it as `question: option` lines"
        raise DataError([Problem(file=file, line=1, path="", what="is not a mapping", why=why, fix=fix)])
    problems = [
        Problem(file=file, line=document.lines[at.loc], path=spell(at.loc), what=at.what, why=at.why, fix=at.fix)
        for at in check_answers(guide, document.value)
    ]
    if problems:
        raise DataError(problems)
    return document.value


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
