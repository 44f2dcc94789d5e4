"""Read a file of published verdicts: described cases, and what a publisher advised each of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.problems import DataError, Finding, Problem, one_of
from generator.yaml_lines import load_document, spell
from recommender.model import Answer, Guide, Question

TIE = "tie"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedVerdict:
    """One case: its answers, the models advised (two for a tie), and whether the publisher named the model itself."""

    id: str
    answers: Mapping[str, Answer]
    verdict: str
    models: tuple[str, ...]
    named: bool
    bias: str
    title: str
    url: str


def read_verdicts(guide: Guide, file: Path) -> list[PublishedVerdict]:
    """Return every verdict of a YAML list.

    Raises:
        DataError: with every entry that has no id, no profile, or advises what the guide does not know.
    """
    document = load_document(file)
    entries = document.value if isinstance(document.value, list) else [document.value]
    found = [finding for index, entry in enumerate(entries) for finding in _faults(guide, entry, index)]
    if found:
        raise DataError(
            [
                Problem(
                    file=file,
                    line=document.lines.get(at.loc, document.lines.get(at.loc[:1], 1)),
                    path=spell(at.loc),
                    what=at.what,
                    why=at.why,
                    fix=at.fix,
                )
                for at in found
            ]
        )
    return [_verdict(guide, entry) for entry in entries]


def answers_of(guide: Guide, profile: Mapping[str, Any]) -> dict[str, Answer]:
    """Return what a profile says as answers; what it leaves open, or no question asks, is left out."""
    given = ((question.id, _answer(guide, question, profile.get(question.id))) for question in guide.questions)
    return {name: answer for name, answer in given if answer is not None}


def _faults(guide: Guide, entry: object, index: int) -> Iterator[Finding]:
    if not isinstance(entry, dict) or not isinstance(entry.get("id"), str):
        yield Finding(
            (index,),
            "is no verdict",
            "a verdict is a mapping with an id",
            "write `- id: …` with `profile:` and `verdict:`",
        )
        return
    if not isinstance(entry.get("profile"), dict):
        yield Finding((index, "profile"), "is missing", "it holds what is known of the case", "add `profile:`")
    models = {model.id for model in guide.models}
    advised = entry.get("tie_between") if entry.get("verdict") == TIE else [entry.get("verdict")]
    place = "tie_between" if entry.get("verdict") == TIE else "verdict"
    if not isinstance(advised, list) or not advised or not models.issuperset(map(str, advised)):
        what = f"`{advised}` names what the guide does not know"
        yield Finding((index, place), what, "nothing could agree with it", one_of(models | {TIE}))


def _verdict(guide: Guide, entry: Mapping[str, Any]) -> PublishedVerdict:
    tie = entry["verdict"] == TIE
    return PublishedVerdict(
        id=entry["id"],
        answers=answers_of(guide, entry["profile"]),
        verdict=entry["verdict"],
        models=tuple(entry["tie_between"] if tie else [entry["verdict"]]),
        named=entry.get("verdict_basis") == "named",
        bias=_bias(guide, str(entry.get("bias", ""))),
        title=str(entry.get("source_title", entry["id"])),
        url=str(entry.get("source_url", "")),
    )


def _bias(guide: Guide, text: str) -> str:
    """Return the model that the publisher sells, by the first word of its bias, or "other"."""
    first = text.lower().split(" ")[0].strip("(),:;")
    return first if first in {model.id for model in guide.models} else "other"


def _answer(guide: Guide, question: Question, value: object) -> Answer | None:
    if isinstance(value, bool):
        value = "yes" if value else "no"
    if question.kind == "choice":
        return _option(question, value)
    count = _count(value)
    if count is None or count < 1:
        return None
    return count if question.kind == "number" else tuple(place.id for place in guide.jurisdictions[:count])


def _option(question: Question, value: object) -> str | None:
    """Return the option of that id, else the first one of whose words the text has."""
    text = str(value).lower() if isinstance(value, str) else ""
    exact = next((option.id for option in question.options if option.id == text), None)
    return exact or next((o.id for o in question.options if any(word in text for word in o.words)), None)


def _count(value: object) -> int | None:
    """Return a number; of a range the middle, or its lower end where it is open."""
    if isinstance(value, list) and len(value) == 2 and isinstance(value[0], int):
        return value[0] if not isinstance(value[1], int) else (value[0] + value[1]) // 2
    return value if isinstance(value, int) else None
