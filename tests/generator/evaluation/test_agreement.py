"""Published verdicts are scored as the figures say."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from generator.evaluation.agreement import ranking, score, shares, tally
from generator.evaluation.verdicts import read_verdicts
from recommender.model import Guide
from recommender.scoring import recommend
from shared import ROOT, SECOND_GUIDE

VERDICTS = """
- id: dry-and-poor
  profile: {rain: "no", money: short, distance: null}
  verdict: bike
  verdict_basis: named
  bias: bike shop
- id: wet
  profile: {rain: "yes"}
  verdict: bus
  verdict_basis: mapped
  bias: none
- id: wet-and-poor
  profile: {rain: "yes", money: short}
  verdict: tie
  tie_between: [bike, bus]
  verdict_basis: named
  bias: none
- id: crowd
  profile: {riders: [3, null]}
  verdict: bike
  verdict_basis: named
  bias: "bus (runs one)"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "verdicts.yaml").write_text(VERDICTS)
    return tmp_path / "verdicts.yaml"


def test_the_figures(small: Guide, file: Path) -> None:
    figures = tally(small, score(small, read_verdicts(small, file)))
    assert (figures["n"], figures["top1"], figures["top2"]) == (4, 0.75, 1.0)
    assert figures["named"] == {"n": 3, "top1": 0.6667, "top2": 1.0}
    assert figures["by_verdict"]["tie"] == {"n": 1, "top1": 1.0, "top2": 1.0}
    assert figures["by_bias"].keys() == {"bike", "bus", "none"}
    assert [(miss["id"], miss["said"]) for miss in figures["misses"]] == [("crowd", "bus")]


def test_the_command_prints_figures(file: Path) -> None:
    command = [sys.executable, "-m", "generator", "evaluate", "--data", str(SECOND_GUIDE), str(file)]
    done = subprocess.run([*command, "--json"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout).keys() == {"n", "top1", "top2", "named", "by_verdict", "by_bias", "shares", "misses"}
    words = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "crowd: published bike, said bus" in words


@pytest.mark.parametrize(
    ("answers", "ranked"),
    [
        ({"money": "short", "rain": "no"}, ("bike", "bus")),
        ({"money": "short", "rain": "no", "distance": "far"}, ("bus", "bike")),  # ruled out comes last
        ({"now": "bike", "rain": "yes", "money": "plenty"}, ("bike", "bus")),  # what is kept comes first
        ({"water": "some", "rain": "yes"}, ("ferry", "bus", "bike")),  # the case tells little of the others
        ({"water": "some", "money": "short", "rain": "no"}, ("bike", "ferry", "bus")),  # it speaks of others too
        ({"water": "all", "money": "short"}, ("ferry", "bike", "bus")),
    ],
)
def test_in_which_order_models_are_said(small: Guide, answers: dict[str, str], ranked: tuple[str, ...]) -> None:
    eager = replace(small, decision=replace(small.decision, least_answers=2, least_lead=3))
    assert ranking(recommend(eager, answers)) == ranked


def test_shares_said_and_published(small: Guide, file: Path) -> None:
    told = shares(score(small, read_verdicts(small, file)))
    assert told["bike"] == {"said": 0.5, "published": 0.625}
    assert sum(share["published"] for share in told.values()) == 1
