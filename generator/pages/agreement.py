"""What the page on how it works says of agreement with published advice: figures of left-out cases only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.evaluation.verdicts import PublishedVerdict
from generator.pages.page import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What the study found (study.json), if it is there, and the verdicts it was made with."""

    study: dict[str, Any] | None
    verdicts: Sequence[PublishedVerdict] = ()


def agreement_values(edition: Edition, agreement: Agreement) -> dict[str, Any]:
    """Return the values that the template shows; `figures` is None where no study was made."""
    guide, names, study = edition.guide, edition.abbreviations, agreement.study
    interests = {interest.id: interest.label for interest in guide.interests}
    known = {verdict.id: verdict for verdict in agreement.verdicts}
    return {
        "figures": study,
        "shares": [(names[model], share) for model, share in study["shares"].items()] if study else [],
        "interests": [(interests.get(each, each), rates) for each, rates in study["by_bias"].items()] if study else [],
        "misses": [_missed(names, known, miss) for miss in study["misses"] if miss["id"] in known] if study else [],
        "calibration": [each for each in guide.calibration if each.cases >= guide.decision.least_cases],
    }


def _missed(names: Mapping[str, str], known: Mapping[str, PublishedVerdict], miss: dict[str, Any]) -> dict[str, Any]:
    """Return a verdict with which the recommender did not agree, in words."""
    return {
        "verdict": known[miss["id"]],
        "published": " or ".join(names[model] for model in miss["models"]),
        "said": names[miss["said"]],
        "second": miss["top2"],
    }
