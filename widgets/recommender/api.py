"""The one door by which a page reaches the recommender: JSON text in, JSON text out."""

from dataclasses import asdict, dataclass

from recommender.contrast import contrast
from recommender.decode import decode
from recommender.errors import RecommenderError
from recommender.explain import explain
from recommender.json_text import parse_json, parse_request, to_json
from recommender.model import SCHEMA_VERSION, Guide
from recommender.report import report
from recommender.result import Explained
from recommender.scoring import recommend


@dataclass(frozen=True, slots=True, kw_only=True)
class Adviser:
    """A guide that is ready to answer."""

    guide: Guide

    def recommend(self, answers: str) -> str:
        """Return the explained recommendation for a JSON object of answers (question to option, number or places).

        Equal answers give byte-equal text in every runtime.

        Raises:
            RecommenderError: if `answers` is not a JSON object.
        """
        return to_json(self._explained(parse_request(answers)))

    def report(self, request: str) -> str:
        """Return the same as Markdown, for a JSON object with `answers` and, to be printed, a `date` and a `link`.

        Raises:
            RecommenderError: if `request` is not such an object.
        """
        asked = parse_request(request)
        result = self._explained(_part(asked, "answers"))
        date, link = (_text(asked, name) for name in ("date", "link"))
        return report(self.guide.wording, result, date=date, link=link)

    def contrast(self, request: str) -> str:
        """Return what differs between two sets of answers, for a JSON object with `before` and `after`.

        Raises:
            RecommenderError: if `request` is not such an object.
        """
        asked = parse_request(request)
        before, after = (recommend(self.guide, _part(asked, name)) for name in ("before", "after"))
        return to_json(contrast(self.guide, before, after))

    def _explained(self, answers: dict[str, object]) -> Explained:
        return explain(self.guide, recommend(self.guide, answers))


def open_guide(text: str) -> Adviser:
    """Read a guide from its JSON text.

    Raises:
        RecommenderError: if the text is not JSON, is of another schema version or does not fit the schema.
    """
    value = parse_json(text, "guide")
    version = value.get("schema_version") if isinstance(value, dict) else None
    if version != SCHEMA_VERSION:
        raise RecommenderError(
            f"guide.schema_version: is {version!r:.80} and must be {SCHEMA_VERSION}, because page and recommender "
            "were built at different times; reload the page"
        )
    return Adviser(guide=decode(Guide, value))


def guide_json(guide: Guide) -> str:
    """Return the text from which `open_guide` reads the same guide again."""
    return to_json(asdict(guide))


def _part(request: dict[str, object], name: str) -> dict[str, object]:
    answers = request.get(name)
    if not isinstance(answers, dict):
        raise RecommenderError(f"{name}: must be an object of answers; send it inside the request")
    return answers


def _text(request: dict[str, object], name: str) -> str:
    text = request.get(name, "")
    if not isinstance(text, str):
        raise RecommenderError(f"{name}: must be a text; put it into quotes or leave it out")
    return text
