"""Read what was measured and stands beside the guide: how often the recommender agrees, and how fast the site was."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from generator.problems import DataError, Finding, Problem, quote
from generator.reading.benchmark_shape import Benchmark
from generator.reading.load import BENCHMARK_FILE, STUDY_FILE
from generator.reading.measured_shape import Study
from generator.reading.shape import fit
from generator.reading.yaml_lines import Loc, load_document
from recommender.model import Guide

type Figures = dict[str, Any] | None


class Measured(NamedTuple):
    """What the study and the benchmark found, as it is written; None for what is not there."""

    study: Figures
    benchmark: Figures


def read_measured(guide: Guide, data: Path) -> Measured:
    """Return what stands beside the guide in the folder `data`.

    Raises:
        DataError: if a file is no JSON, has another shape, or speaks of models that the guide does not have.
    """
    study, wrong = _read(data / STUDY_FILE, lambda value: _check_study(guide, value))
    benchmark, broken = _read(data / BENCHMARK_FILE, _check_benchmark)
    if wrong or broken:
        raise DataError([*wrong, *broken])
    return Measured(study, benchmark)


def _read(file: Path, check: Callable[[Any], list[Finding]]) -> tuple[Figures, list[Problem]]:
    if not file.is_file():
        return None, []
    try:
        document = load_document(file)
    except DataError as error:
        return None, error.problems
    return document.value, [document.problem(at) for at in check(document.value)]


def _check_study(guide: Guide, value: Any) -> list[Finding]:  # noqa: ANN401 - whatever the file holds
    _, found = fit(Study, value)
    return found or list(_unknown(guide, value))


def _check_benchmark(value: Any) -> list[Finding]:  # noqa: ANN401
    # A part that was not measured is left empty.
    filled = {name: part for name, part in value.items() if part != {}} if isinstance(value, dict) else value
    return fit(Benchmark, filled)[1]


def _unknown(guide: Guide, study: dict[str, Any]) -> Iterator[Finding]:
    """Yield models that the guide does not have."""
    named: list[tuple[Loc, str]] = [(("shares", model), model) for model in study["shares"]]
    for index, miss in enumerate(study["misses"]):
        named.append((("misses", index, "said"), miss["said"]))
        named += [(("misses", index, "models", n), model) for n, model in enumerate(miss["models"])]
    models = {model.id for model in guide.models}
    for loc, model in named:
        if model not in models:
            yield Finding(loc, f"{quote(model)} is no model", "it was found for another guide", "run the study again")
