"""Measure one recommendation with its explanations in Pyodide, beside reading and writing its own result as JSON."""

import json
import subprocess
from pathlib import Path
from typing import Any

from bench.contestants import HERE
from generator.reading.validate import read_guide
from shared import ROOT, draw_given

CASES = 100


def measure_evaluation(build: Path) -> dict[str, Any]:
    """Return milliseconds for each, medians of five rounds in one run, and their ratio."""
    (adviser,) = (ROOT / "docs" / "assets" / "adviser").iterdir()
    answers = build / "bench-answers.json"
    answers.write_text(json.dumps(draw_given(read_guide(ROOT / "generator" / "data"), CASES, seed=3)))
    files = (ROOT / "widgets" / "engine", adviser / "recommender.whl", adviser / "guide.json", answers)
    command = ["node", str(HERE / "evaluation.mjs"), *map(str, files)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {"cases": CASES, **json.loads(told)}
