"""Put the rules behind a recommendation into words: for and against each rival, for parts, qualities and staying."""

from collections.abc import Iterable

from recommender.advice import Rule
from recommender.citing import Citations
from recommender.model import Guide
from recommender.phrases import join, total
from recommender.result_reasons import MoveWords, PartWords, QualityWords, Reason, StandingWords
from recommender.scoring import Part, Quality, Recommendation, Standing


class Reasons:
    """The rules of one recommendation, in words; what they cite is noted in `sources`."""

    def __init__(self, guide: Guide, result: Recommendation, sources: Citations) -> None:
        self._guide, self._result, self._sources = guide, result, sources
        self._models = {model.id: model for model in guide.models}
        self._most = max((each.points for each in result.standings), default=0)

    def standing(self, standing: Standing) -> StandingWords:
        """Return a rival's sum and reasons; what speaks for others is told of a chosen one only."""
        model, chosen = self._models[standing.model], standing.model in self._result.models
        return {
            "model": model.id,
            "abbreviation": model.abbreviation,
            "name": model.name,
            "points": standing.points,
            "most": self._most,
            "total": self._total(standing),
            "chosen": chosen,
            "excluded_by": [self._reason(rule) for rule in standing.excluded_by],
            "reasons": self._pointed(standing.model, standing.reasons),
            "against": self._against(standing) if chosen else [],
        }

    def parts(self) -> list[PartWords]:
        """Return the models that answer for some of the people."""
        return [self._part(part) for part in self._result.parts]

    def qualities(self) -> list[QualityWords]:
        """Return what to insist on or to prefer in the rivals that are chosen."""
        return [self._quality(each) for each in self._result.qualities if each.of in self._result.models]

    def moves(self) -> list[MoveWords]:
        """Return what it costs to leave what there is today."""
        return [
            {
                "because": move.because,
                "to": self._names(to for to in move.to if self._result.current and to != self._result.current.model),
                "points": move.points,
                "citations": self._sources.describe(move.cites),
            }
            for move in (self._result.current.moves if self._result.current else ())
        ]

    def _part(self, part: Part) -> PartWords:
        model = self._models[part.model]
        reasons = [self._reason(rule) for rule in part.reasons]
        return {"model": model.id, "abbreviation": model.abbreviation, "name": model.name, "reasons": reasons}

    def _quality(self, quality: Quality) -> QualityWords:
        model, wording = self._models[quality.model], self._guide.wording
        pattern = wording.insist if quality.insist else wording.prefer
        return {
            "model": model.id,
            "abbreviation": model.abbreviation,
            "words": pattern.format(of=self._models[quality.of].phrase, model=model.phrase),
            "insist": quality.insist,
            "total": self._total(quality),
            "reasons": self._pointed(quality.model, quality.reasons),
        }

    def _total(self, summed: Standing | Quality) -> str:
        weights = self._result.given.weights
        return total(self._guide, [weights[rule.concern] * rule.points[summed.model] for rule in summed.reasons])

    def _pointed(self, model: str, rules: Iterable[Rule]) -> list[Reason]:
        return [self._pointing(rule, rule.points[model]) for rule in rules]

    def _against(self, standing: Standing) -> list[Reason]:
        """Return the reasons that speak for rivals that are left, and not for this one."""
        rivals = [each for each in self._result.standings if not each.excluded_by and each.model != standing.model]
        rules = {rule.id: rule for rival in rivals for rule in rival.reasons if standing.model not in rule.points}
        return [
            {
                **self._reason(rule),
                "speaks_for": self._names(each.model for each in rivals if each.model in rule.points),
            }
            for rule in rules.values()
            if self._result.given.weights[rule.concern]
        ]

    def _names(self, models: Iterable[str]) -> str:
        return join(self._models[model].abbreviation for model in models)

    def _pointing(self, rule: Rule, points: int) -> Reason:
        weight = self._result.given.weights[rule.concern]
        weighed = self._guide.wording.weighed.format(weight=weight, points=points) if weight != 1 else ""
        return {**self._reason(rule), "points": weight * points, "weighed": weighed}

    def _reason(self, rule: Rule) -> Reason:
        strength = self._result.strengths.get(rule.id)
        return {
            "rule": rule.id,
            "because": rule.because,
            "strength": strength.label if strength else "",
            "citations": self._sources.describe(rule.cites),
        }
