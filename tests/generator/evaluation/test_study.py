"""The study proposes points from arguments and verdicts, leaves publishers out, and the data hold what it finds."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from generator.evaluation.fit import MOST, changed, fitted, propose
from generator.evaluation.left_out import calibrate, left_out
from generator.evaluation.likelihoods import likelihoods
from generator.evaluation.verdicts import PublishedVerdict, read_verdicts
from generator.evaluation.writing import rules_with
from recommender.model import Guide
from recommender.questions import Answer
from shared import ROOT

DATA = ROOT / "generator" / "data"


def verdict(name: str, answers: dict[str, Answer], model: str, publisher: str = "press.example") -> PublishedVerdict:
    return PublishedVerdict(
        id=name,
        answers=answers,
        verdict=model,
        models=(model,),
        named=True,
        bias="none",
        publisher=publisher,
        title=name,
        url="",
    )


@pytest.fixture
def argued(small: Guide) -> Guide:
    """Return the tiny guide, with every rule argued for as strongly as it gives points."""
    return replace(small, rules=tuple(replace(rule, argued=rule.points) for rule in small.rules))


def test_the_data_hold_exactly_what_the_study_finds() -> None:
    """It fits 154 times and scores 185 cases; numbers that are printed are those on the page."""
    done = subprocess.run(
        [sys.executable, "-m", "generator", "study"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert "The data hold exactly what the study finds." in done.stdout, done.stdout + done.stderr
    assert done.returncode == 0
    figures = json.loads((DATA / "study.json").read_text())
    assert f'"top1": {figures["top1"]}' in done.stdout


def test_without_cases_points_are_the_arguments(argued: Guide) -> None:
    told = propose(argued, [verdict("a", {"riders": 1}, "bike")])
    assert told["poor"] == {"bike": 4}  # 3 times 1.5, rounded to the even neighbour
    assert told["wet"] == {"bus": 3}


def test_cases_raise_and_lower_points_and_never_make_them(argued: Guide) -> None:
    cases = [verdict(f"c{n}", {"rain": "no"}, "bus") for n in range(30)]
    told = propose(argued, cases)
    assert told["dry"] == {}  # it is argued for the bike alone, and the cases speak for the bus
    more = propose(argued, [verdict(f"c{n}", {"rain": "no"}, "bike") for n in range(60)])
    assert 2 < more["dry"]["bike"] <= MOST


def test_cases_with_people_apart_tell_nothing(argued: Guide) -> None:
    plain = [verdict("a", {"riders": 1}, "bike")]
    apart = [verdict(f"c{n}", {"rain": "no", "water": "some"}, "bus") for n in range(30)]
    assert propose(argued, plain) == propose(argued, plain + apart)


def test_a_publisher_has_no_part_in_the_points_that_judge_it(argued: Guide) -> None:
    crowd = [verdict(f"c{n}", {"rain": "no"}, "bus", "crowd.example") for n in range(30)]
    alone = verdict("alone", {"rain": "no"}, "bus")
    done: list[tuple[int, int]] = []
    scored = left_out(argued, [*crowd, alone], lambda *step: done.append(step))
    assert [each.verdict.id for each in scored] == [*(each.id for each in crowd), "alone"]
    assert done == [(1, 2), (2, 2)]
    points = {each.verdict.id: {s.model: s.points for s in each.result.standings} for each in scored}
    assert points["alone"]["bike"] == 0  # the crowd has taught it so
    assert points["c0"]["bike"] > 0  # one case has not


def test_points_along_an_ordered_question_run_one_way(guide: Guide) -> None:
    verdicts = read_verdicts(guide, DATA / "verdicts.yaml")
    found = {rule.id: rule.points for rule in fitted(guide, verdicts[::2]).rules}
    steps = [[found[name].get("hro", 0) for name in ("no-hr-staff", "part-time-hr", "one-hr-person", "hr-team")]]
    assert all(row == sorted(row) or row == sorted(row, reverse=True) for row in steps), steps


def test_calibration_counts_each_case_once(guide: Guide) -> None:
    verdicts = read_verdicts(guide, DATA / "verdicts.yaml")[:20]
    scored = left_out(guide, verdicts, lambda *_: None)
    rows = list(calibrate(scored))
    assert sum(row.cases for row in rows) <= len(scored)
    assert [(row.outcome, row.at_least, row.at_most) for row in rows][1:3] == [("winner", 2, 3), ("winner", 4, 5)]


def test_likelihoods_are_shares_of_every_answer(small: Guide) -> None:
    cases = [verdict(f"c{n}", {"rain": "no", "money": "short"}, "bike") for n in range(6)]
    cases += [verdict(f"d{n}", {"rain": "yes", "money": "plenty", "riders": 5}, "bus") for n in range(3)]
    found = {each.id: each for each in likelihoods(small, cases)}
    assert found["rain-no"].share + found["rain-yes"].share == 1000
    assert found["rain-no"].share > found["rain-yes"].share
    assert found["money-short"].beside["rain-no"] == found["rain-no"].beside["money-short"] > 100
    assert [each.answer for each in found.values() if each.question == "riders"] == ["1", "3"]
    assert found["water-no"].share > 700  # nobody mentions water, and that is usual


def test_points_are_written_and_nothing_else_is_touched(tmp_path: Path, guide: Guide) -> None:
    (tmp_path / "rules").mkdir()
    text = (DATA / "rules" / "risk.yaml").read_text()
    (tmp_path / "rules" / "risk.yaml").write_text(text)
    now = {rule.id: dict(rule.points) for rule in guide.rules if rule.argued}
    same = rules_with(tmp_path, now)
    assert same == {"rules/risk.yaml": text}
    other = rules_with(tmp_path, {**now, "claims-poor": {"peo": 9}, "claims-good": {}})["rules/risk.yaml"]
    assert (other.count("\n    peo: 9\n"), other.count("  points: {}\n")) == (1, 1)
    assert changed(guide, {**now, "claims-poor": {"peo": 9}}) == {
        "claims-poor": (next(rule.points for rule in guide.rules if rule.id == "claims-poor"), {"peo": 9})
    }
