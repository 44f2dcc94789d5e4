"""Measure what a build costs, and what MkDocs alone would cost, with the guide's own data and with many times more."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from bench.multiply import multiply
from shared import ROOT

SIZES = (1, 10, 100)
_RUNS = {1: 3, 10: 3}
"""Builds that are soon over say little alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a process took: seconds of a clock, megabytes at its peak, and the processor's seconds by who used them."""

    seconds: float
    megabytes: float
    mkdocs: float
    generator: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A whole build, and MkDocs alone on the same Markdown."""

    whole: Cost
    alone: Cost
    pages: int


def measure_growth(sizes: Sequence[int], work: Path, say: Callable[[str], None]) -> dict[str, Any]:
    """Return by size what the whole build and MkDocs alone cost, and the generator's share on top of MkDocs."""
    found = {}
    for size in sizes:
        say(f"build of {size} times the criteria and jurisdictions: runs {_RUNS.get(size, 1)}")
        data = multiply(ROOT / "generator" / "data", work / f"data-{size}", size)
        pairs = [_pair(data, work / f"project-{size}") for _ in range(_RUNS.get(size, 1))]
        found[f"{size}x"] = _figures(pairs)
        say(f"    {found[f'{size}x']}")
    shutil.rmtree(work)
    return found


def _pair(data: Path, project: Path) -> Pair:
    shutil.rmtree(project, ignore_errors=True)
    whole = _cost("whole", data, project)
    alone = _cost("mkdocs", data, project)
    return Pair(whole=whole, alone=alone, pages=sum(1 for _ in (project / "docs").rglob("*.md")))


def _cost(what: str, data: Path, project: Path) -> Cost:
    """Run one build in a process of its own.

    Raises:
        RuntimeError: if it fails.
    """
    begun = time.monotonic()
    command = [sys.executable, "-m", "bench.one_build", what, str(data), str(project)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        said = process.stdout.read() if process.stdout else b""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"the build ({what}) of {data} failed")
    # Linux counts kilobytes, macOS bytes.
    megabytes = used.ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024)
    return Cost(seconds=time.monotonic() - begun, megabytes=megabytes, **json.loads(said.splitlines()[-1]))


def _figures(pairs: list[Pair]) -> dict[str, Any]:
    """Return medians; the shares compare what one process did, so that a disturbance hits both sides alike."""
    return {
        "pages": pairs[0].pages,
        "generator_s": round(median(pair.whole.generator for pair in pairs), 2),
        "mkdocs_s": round(median(pair.whole.mkdocs for pair in pairs), 2),
        "generator_share": round(median(pair.whole.generator / pair.whole.mkdocs for pair in pairs), 3),
        "mkdocs_alone_s": round(median(pair.alone.mkdocs for pair in pairs), 2),
        "whole_clock_s": round(median(pair.whole.seconds for pair in pairs), 2),
        "mkdocs_alone_clock_s": round(median(pair.alone.seconds for pair in pairs), 2),
        "whole_peak_mb": round(max(pair.whole.megabytes for pair in pairs)),
        "mkdocs_alone_peak_mb": round(max(pair.alone.megabytes for pair in pairs)),
    }
