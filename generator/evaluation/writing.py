"""Write what the study finds as data files, and points into the rules without touching anything else there."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

_HEADINGS = {
    "likelihoods": "# How common answers are among described cases, and beside which. Written by `make study`.",
    "calibration": "# How often left-out cases agreed, by outcome and lead in points. Written by `make study`.",
}


def collection(name: str, items: list[dict[str, Any]]) -> str:
    """Return a data file of these items."""
    text = yaml.safe_dump(items, sort_keys=False, allow_unicode=True, width=1_000)
    return f"{_HEADINGS[name]}\n{text}"


def rules_with(data: Path, points: Mapping[str, Mapping[str, int]]) -> dict[str, str]:
    """Return the files of rules, by their path below `data`, with these points in them."""
    files = sorted((data / "rules").glob("*.yaml"))
    return {file.relative_to(data).as_posix(): _pointed(file.read_text(), points) for file in files}


def _pointed(text: str, points: Mapping[str, Mapping[str, int]]) -> str:
    head, *rules = re.split(r"(?m)^(?=- id: )", text)
    return head + "".join(_rule(rule, points) for rule in rules)


def _rule(text: str, points: Mapping[str, Mapping[str, int]]) -> str:
    """Return one rule's lines with its points behind what it argues; a rule that argues nothing stays as it is."""
    name = text.partition("\n")[0].removeprefix("- id: ")
    if name not in points:
        return text
    bare = re.sub(r"(?m)^  points:(?: \{\})?\n(?:    .*\n)*", "", text)
    lines = "".join(f"    {model}: {worth}\n" for model, worth in points[name].items())
    block = f"  points:\n{lines}" if lines else "  points: {}\n"
    return re.sub(r"(?m)^(  argued:\n(?:    .*\n)*)", lambda found: found[1] + block, bare)
