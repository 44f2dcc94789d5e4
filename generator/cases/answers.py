"""Read one case's answers from a file; what is wrong with an answer, `reading.checks.answers` says."""

from pathlib import Path

from generator.problems import DataError, Finding, Problem
from generator.reading.checks.answers import usable
from generator.reading.yaml_lines import load_document
from recommender.model import Guide


def read_answers(guide: Guide, file: Path) -> tuple[dict[str, object], list[Problem]]:
    """Return what counts of a YAML file, as `recommender.scoring.recommend` takes it, and what is wrong with the rest.

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
