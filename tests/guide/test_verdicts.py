"""The recommender agrees with published advice as often as the guide says, whoever sells what."""

from generator.evaluate import score, tally
from generator.verdicts import read_verdicts
from recommender.model import Guide
from shared import ROOT

VERDICTS = ROOT / "generator" / "data" / "verdicts.yaml"


def test_agreement_with_published_verdicts(guide: Guide) -> None:
    figures = tally(guide, score(guide, read_verdicts(guide, VERDICTS)))
    assert figures["n"] == 67
    assert figures["top1"] >= 0.80
    assert figures["top2"] >= 0.93
    assert figures["named"]["top1"] >= 0.85


def test_no_seller_is_favoured(guide: Guide) -> None:
    scored = score(guide, read_verdicts(guide, VERDICTS))
    first = guide.compare_first[0]
    sellers = [each.top1 for each in scored if each.verdict.bias == first]
    others = [each.top1 for each in scored if each.verdict.bias not in (first, "other")]
    assert abs(sum(sellers) / len(sellers) - sum(others) / len(others)) <= 0.15
