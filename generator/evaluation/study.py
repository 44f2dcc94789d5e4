"""Run the study: propose points, leave publishers out, and compare with what the data hold, or write it there."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from generator.evaluation.agreement import Scored, tally
from generator.evaluation.fit import changed, propose
from generator.evaluation.left_out import calibrate, left_out
from generator.evaluation.likelihoods import likelihoods
from generator.evaluation.verdicts import read_verdicts
from generator.evaluation.writing import collection, rules_with
from generator.reading.load import STUDY_FILE, VERDICTS_FILE
from generator.reading.validate import read_guide
from recommender.model import Guide


def study(data: Path, writes: bool) -> bool:
    """Propose points for the guide in the folder `data` and say how often left-out cases agree.

    What comes out is written into the data, or held against them; return whether they hold it.
    """
    guide = read_guide(data, examples=False)  # which may have to follow the points
    verdicts = read_verdicts(guide, data / VERDICTS_FILE)
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
        **rules_with(data, points),
    }
    return _write(data, files) if writes else _compare(data, files)


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


def _write(data: Path, files: dict[str, str]) -> bool:
    for name, text in files.items():
        (data / name).write_text(text)
    click.echo(f"Written: {', '.join(sorted(files))}")
    return True


def _compare(data: Path, files: dict[str, str]) -> bool:
    differing = [name for name, text in sorted(files.items()) if not _same(data / name, text)]
    same = "The data hold exactly what the study finds."
    click.echo(f"Other than the study finds it: {', '.join(differing)}" if differing else same)
    return not differing


def _same(file: Path, text: str) -> bool:
    return file.is_file() and file.read_text() == text
