"""Propose whole points for every rule: multinomial logistic regression that starts from how strongly each is argued.

A model that is not argued for gets no points, and none is below zero. Rounded points are what the recommender adds up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from scipy.optimize import minimize

from generator.evaluation.verdicts import PublishedVerdict
from recommender.advice import Rule
from recommender.conditions import holds
from recommender.model import Guide
from recommender.scoring import standing

POINT = 0.4
"""How much one point more raises the odds of a rival: by a factor of e to this power."""

ARGUED = 1.5
"""Points that an argument of strength 1 has before any case is seen."""

HOLD = 0.24
"""How firmly points are held to their argument: what a squared point of distance costs, in log-likelihood."""

MOST = 6
"""No rule gives more, so that no single answer decides alone."""

type Points = dict[str, dict[str, int]]
"""Rule to model to whole points."""


def fitted(guide: Guide, verdicts: Sequence[PublishedVerdict]) -> Guide:
    """Return the guide with the points that these verdicts propose."""
    points = propose(guide, verdicts)
    rules = tuple(replace(rule, points=points[rule.id]) if rule.argued else rule for rule in guide.rules)
    return replace(guide, rules=rules)


def propose(guide: Guide, verdicts: Sequence[PublishedVerdict]) -> Points:
    """Return points for every rule with an argument; verdicts for others than rivals tell nothing of them."""
    rivals = standing(guide, "rival")
    rules = [rule for rule in guide.rules if rule.argued]
    told = [each for each in verdicts if set(each.models) & set(rivals) and not _apart(guide, each)]
    held = np.array([[float(holds(rule, each.answers)) for rule in rules] for each in told])
    said = np.array([[each.models.count(model) / len(each.models) for model in rivals] for each in told])
    prior = np.array([[ARGUED * rule.argued.get(model, 0) for model in rivals] for rule in rules])
    found = _in_order(guide, rules, _most_likely(held, said, prior))
    # Six digits first, so that what processors compute differently beyond them decides no half.
    found = found.round(6)
    return {
        rule.id: {model: round(worth) for model, worth in zip(rivals, row, strict=True) if round(worth)}
        for rule, row in zip(rules, found, strict=True)
    }


def _apart(guide: Guide, verdict: PublishedVerdict) -> bool:
    """Say whether a case has people for whom another model answers: its verdict may be about them."""
    return any(rule.parts and holds(rule, verdict.answers) for rule in guide.rules)


def _most_likely(held: np.ndarray, said: np.ndarray, prior: np.ndarray) -> np.ndarray:
    """Return the points (rules by rivals) under which the verdicts are likeliest, held to the prior."""
    free = np.flatnonzero(prior.ravel() > 0)

    def loss(values: np.ndarray) -> tuple[float, np.ndarray]:
        points = _spread(values, free, prior)
        scores = POINT * held @ points
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        lost = -(said * np.log(shares)).sum() + HOLD * ((points - prior) ** 2).sum()
        slope = POINT * held.T @ (said.sum(axis=1, keepdims=True) * shares - said) + 2 * HOLD * (points - prior)
        return lost, slope.ravel()[free]

    bounds = [(0.0, float(MOST))] * len(free)
    options = {"maxiter": 2_000, "ftol": 1e-13, "gtol": 1e-9}
    result = minimize(loss, prior.ravel()[free], jac=True, method="L-BFGS-B", bounds=bounds, options=options)
    return _spread(result.x, free, prior)


def _spread(values: np.ndarray, free: np.ndarray, prior: np.ndarray) -> np.ndarray:
    points = np.zeros(prior.size)
    points[free] = values
    return points.reshape(prior.shape)


def _in_order(guide: Guide, rules: Sequence[Rule], points: np.ndarray) -> np.ndarray:
    """Return points that run one way along the options of every ordered question, as little changed as can be."""
    for question in guide.questions:
        options = [option.id for option in question.options] if question.ordered else []
        rows = [_row(rules, question.id, option) for option in options]
        for model in range(points.shape[1]):
            worths = [float(points[row, model].sum()) for row in rows]
            ways = [_rising(worths), [-worth for worth in _rising([-worth for worth in worths])]]
            best = min(ways, key=lambda way: sum((one - other) ** 2 for one, other in zip(way, worths, strict=True)))
            for row, worth in zip(rows, best, strict=True):
                points[row, model] = worth
    return points


def _row(rules: Sequence[Rule], question: str, option: str) -> list[int]:
    """Return the place of the one rule that speaks of this option alone; none where several do or none does."""
    found = [n for n, rule in enumerate(rules) if option in rule.when.get(question, ()) and len(rule.when) == 1]
    return found if len(found) == 1 else []


def _rising(worths: list[float]) -> list[float]:
    """Return the closest numbers that never fall: neighbours that do get their mean (pool adjacent violators)."""
    pools: list[tuple[float, int]] = []
    for worth in worths:
        mean, count = worth, 1
        while pools and pools[-1][0] > mean:
            before, size = pools.pop()
            mean, count = (before * size + mean * count) / (size + count), size + count
        pools.append((mean, count))
    return [mean for mean, count in pools for _ in range(count)]


def changed(guide: Guide, points: Points) -> Mapping[str, tuple[Mapping[str, int], Mapping[str, int]]]:
    """Return, by rule, the points of the data and those proposed, where they differ."""
    found = ((rule.id, rule.points, points[rule.id]) for rule in guide.rules if rule.argued)
    return {name: (now, proposed) for name, now, proposed in found if dict(now) != proposed}
