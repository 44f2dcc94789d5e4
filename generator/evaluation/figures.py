"""Write the figures of an evaluation for a reader at a terminal."""

from typing import Any


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
