"""What is published of agreement is what left-out cases gave, and it leans to nobody."""

import json

import pytest

from generator.evaluation.agreement import score
from generator.evaluation.verdicts import read_verdicts
from generator.reading.load import STUDY_FILE, VERDICTS_FILE
from recommender.model import Guide
from shared import ROOT

DATA = ROOT / "generator" / "data"


@pytest.fixture(scope="module")
def figures() -> dict[str, object]:
    found: dict[str, object] = json.loads((DATA / STUDY_FILE).read_text())
    return found


def test_left_out_cases_agree(figures: dict[str, float]) -> None:
    assert figures["n"] == 185
    assert figures["top1"] >= 0.70
    assert figures["top2"] >= 0.86


def test_no_model_is_said_much_more_or_less_often_than_it_is_published(
    figures: dict[str, dict[str, dict[str, float]]],
) -> None:
    for model, share in figures["shares"].items():
        assert abs(share["said"] - share["published"]) <= 0.10, model


def test_the_calibration_is_of_the_same_cases(guide: Guide, figures: dict[str, int]) -> None:
    assert sum(each.cases for each in guide.calibration) <= figures["n"]
    for each in guide.calibration:
        assert 0 <= each.agreed <= each.cases
    rates = [each.agreed / each.cases for each in guide.calibration if each.outcome == "winner"]
    assert rates == sorted(rates), "a larger lead is surer"


def test_points_do_not_agree_better_than_left_out_ones_by_much(guide: Guide, figures: dict[str, float]) -> None:
    """In the sample itself rules fitted to single cases would agree far more often."""
    scored = score(guide, read_verdicts(guide, DATA / VERDICTS_FILE))
    assert sum(each.top1 for each in scored) / len(scored) - figures["top1"] <= 0.06
