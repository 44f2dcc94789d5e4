"""Run the study: propose points, leave publishers out, and compare with what the data hold, or write it there."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from generator.__main__ import run
from generator.evaluate import Scored, tally
from generator.load import STUDY_FILE, VERDICTS_FILE
from generator.site import ROOT
from generator.study.fit import changed, propose
from generator.study.left_out import calibrate, left_out
from generator.study.likelihoods import likelihoods
from generator.study.writing import collection, rules_with
from generator.validate import read_guide
from generator.verdicts import read_verdicts
from recommender.model import Guide

DATA = ROOT / "generator" / "data"


@click.command()
@click.option(
    "--write", "writes", is_flag=True, help="Write points, likelihoods, calibration and figures into the data."
)
def study(writes: bool) -> None:
    """Propose points from arguments and published verdicts, and say how often left-out cases agree."""
    guide = read_guide(DATA, examples=False)  # which may have to follow the points
    verdicts = read_verdicts(guide, DATA / VERDICTS_FILE)
    points = propose(guide, verdicts)
    _tell_points(guide, points)
    with click.progressbar(length=len({each.publisher for each in verdicts}), label="Leaving publishers out") as bar:
        scored = left_out(guide, verdicts, lambda done, _: bar.update(done - bar.pos))
    figures = _figures(guide, scored)
    click.echo(json.dumps({name: figures[name] for name in ("n", "top1", "top2", "named", "shares")}, indent=2))
    files = {
        "likelihoods.yaml": collection("likelihoods", [asdict(each) for each in likelihoods(guide, verdicts)]),
        "calibration.yaml": collection("calibration", [asdict(each) for each in calibrate(scored)]),
        STUDY_FILE: json.dumps(figures, indent=1) + "\n",
        **rules_with(DATA, points),
    }
    sys.exit(_write(files) if writes else _compare(files))


def _figures(guide: Guide, scored: list[Scored]) -> dict[str, Any]:
    """Return the figures without sentences: the misses by name only."""
    figures = tally(guide, scored)
    figures["publishers"] = len({each.verdict.publisher for each in scored})
    figures["misses"] = [
        {"id": each.verdict.id, "models": list(each.verdict.models), "said": each.ranked[0], "top2": each.top2}
        for each in scored
        if not each.top1
    ]
    return figures


def _tell_points(guide: Guide, points: dict[str, dict[str, int]]) -> None:
    for name, (now, proposed) in changed(guide, points).items():
        click.echo(f"{name}: the data have {dict(now)}, proposed is {proposed}")


def _write(files: dict[str, str]) -> int:
    for name, text in files.items():
        (DATA / name).write_text(text)
    click.echo(f"Written: {', '.join(sorted(files))}")
    return 0


def _compare(files: dict[str, str]) -> int:
    differing = [name for name, text in sorted(files.items()) if not _same(DATA / name, text)]
    same = "The data hold exactly what the study finds."
    click.echo(f"Other than the study finds it: {', '.join(differing)}" if differing else same)
    return 1 if differing else 0


def _same(file: Path, text: str) -> bool:
    return file.is_file() and file.read_text() == text


if __name__ == "__main__":
    sys.exit(run(study, "python -m generator.study"))
