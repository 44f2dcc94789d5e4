"""The one door by which a page reaches the recommender: JSON text in, JSON text out."""

from dataclasses import asdict, dataclass

from recommender.axes import drawing
from recommender.calendar_text import calendar_text
from recommender.code import answers_of
from recommender.code_signs import UnreadableError
from recommender.contrast import contrast
from recommender.decode import decode
from recommender.entries import is_day
from recommender.errors import RecommenderError
from recommender.explain import explain
from recommender.given import sort_given
from recommender.json_text import parse_json, parse_request, to_json
from recommender.model import SCHEMA_VERSION, Guide
from recommender.phrases import everything, fragment
from recommender.report import report
from recommender.result import Explained
from recommender.scoring import recommend

DATE = "date"
"""The name by which a request holds the day of asking; nothing that is answered has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adviser:
    """A guide that is ready to answer."""

    guide: Guide

    def recommend(self, answers: str) -> str:
        """Return the explained recommendation for a JSON object of answers (question to option, number or places).

        Beside them may stand a `date`, the ISO day of asking. Equal answers give byte-equal text in every runtime.

        Raises:
            RecommenderError: if `answers` is not a JSON object, or its `date` no text.
        """
        asked = parse_request(answers)
        on = _text(asked, DATE)
        return to_json(self._explained({name: asked[name] for name in asked if name != DATE}, on))

    def report(self, request: str) -> str:
        """Return the same as Markdown, for a JSON object with `answers` and, to be printed, a `date` and a `link`.

        Raises:
            RecommenderError: if `request` is not such an object.
        """
        asked = parse_request(request)
        date, link = (_text(asked, name) for name in (DATE, "link"))
        result = self._explained(_part(asked, "answers"), date)
        return report(self.guide.wording, result, date=date, link=link)

    def lines(self, answers: str) -> str:
        """Return where the lines of cost cross, for a JSON object of answers: an object with a list `lines`.

        Raises:
            RecommenderError: if `answers` is not a JSON object.
        """
        return to_json(drawing(self.guide, recommend(self.guide, parse_request(answers))))

    def calendar(self, request: str) -> str:
        """Return the dates that lie ahead as a calendar file, for a JSON object with `answers` and an ISO `date`.

        Raises:
            RecommenderError: if `request` is not such an object, or no dates follow from the answers.
        """
        asked = parse_request(request)
        on, answers = _text(asked, DATE), _part(asked, "answers")
        if not is_day(on):
            raise RecommenderError(f"{DATE}: must be a day such as 2026-01-31; send the one of asking")
        told = next((each for each in self._explained(answers, on)["deadline"] if each["steps"]), None)
        if told is None:
            raise RecommenderError("answers: have no day from which dates could be counted; give one that lies ahead")
        return calendar_text(self.guide.title, told, on)

    def contrast(self, request: str) -> str:
        """Return what differs between two sets of answers, for a JSON object with `before` and `after`.

        Raises:
            RecommenderError: if `request` is not such an object.
        """
        asked = parse_request(request)
        before, after = (recommend(self.guide, _part(asked, name)) for name in ("before", "after"))
        return to_json(contrast(self.guide, before, after))

    def answers_of(self, request: str) -> str:
        """Return what a short code stands for, for a JSON object with a `code`: an object with `answers`.

        Beside them stand the `fragment` that opens them and the `trouble`, empty if the code could be read.

        Raises:
            RecommenderError: if `request` is not such an object.
        """
        code = _text(parse_request(request), "code")
        try:
            answers = everything(sort_given(self.guide, answers_of(self.guide, code)))
        except UnreadableError as unreadable:
            return to_json({"answers": {}, "fragment": "", "trouble": unreadable.trouble})
        return to_json({"answers": answers, "fragment": fragment(answers), "trouble": ""})

    def _explained(self, answers: dict[str, object], on: str) -> Explained:
        return explain(self.guide, recommend(self.guide, answers), on)


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
