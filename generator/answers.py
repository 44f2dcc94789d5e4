"""Read one case's answers from a file, and write a recommendation for a reader at a terminal."""

from pathlib import Path
from typing import Any

from generator.advice_checks import check_answers
from generator.problems import DataError, Problem
from generator.yaml_lines import load_document, spell
from recommender.model import Guide


def read_answers(guide: Guide, file: Path) -> dict[str, object]:
    """Return the answers of a YAML file that maps a question to an option or to `not_sure`.

    Raises:
        DataError: with every question or option that the guide does not have.
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


def as_text(result: dict[str, Any]) -> str:
    """Return an explained recommendation as plain lines: outcome, then each model with its sum and reasons."""
    lines = [result["headline"], result["detail"]]
    for standing in result["standings"]:
        total = f"{standing['sum']} = {standing['points']}" if standing["sum"] else "0"
        lines += ["", f"{standing['abbreviation']}: {total} points"]
        lines += [f"  ruled out: {_reason(reason)}" for reason in standing["excluded_by"]]
        lines += [f"  +{reason['points']} {_reason(reason)}" for reason in standing["reasons"]]
    if result["unanswered"]:
        lines += ["", f"Not answered: {', '.join(result['unanswered'])}"]
    return "\n".join(lines)


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


def _reason(reason: dict[str, Any]) -> str:
    sources = (
        f"{citation['label']}: {'; '.join(statement['where'] for statement in citation['statements'])}"
        for citation in reason["citations"]
    )
    return f"{reason['because']} [{' | '.join(sources)}]"
