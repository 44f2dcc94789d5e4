"""Turn what a publication says of a case into answers, and say what of it cannot be one."""

from collections.abc import Iterator, Mapping

from generator.problems import Finding, nearest, one_of, quote
from generator.reading.yaml_lines import Loc
from recommender.given import LARGEST
from recommender.model import Guide
from recommender.questions import Answer, Question


def answers_of(guide: Guide, profile: Mapping[str, object]) -> dict[str, Answer]:
    """Return what a profile says as answers; what it leaves open, or says in words that no option has, is left out."""
    given = ((question, profile.get(question.id)) for question in guide.questions)
    found = {question.id: _answer(guide, question, value) for question, value in given}
    return {name: answer for name, answer in found.items() if answer is not None}


def check_profile(guide: Guide, profile: Mapping[str, object], loc: Loc) -> Iterator[Finding]:
    """Yield what no question asks."""
    questions = {question.id for question in guide.questions}
    for name in profile.keys() - questions:
        fix = nearest(name, questions) or one_of(questions)
        yield Finding((*loc, name), f"{quote(name)} is no question", "nothing would read it", fix)


def check_values(guide: Guide, profile: Mapping[str, object], loc: Loc) -> Iterator[Finding]:
    """Yield values that cannot be read as an answer; null is what nobody said."""
    for question in guide.questions:
        if profile.get(question.id) is not None:
            yield from _check(question, profile[question.id], (*loc, question.id))


def _check(question: Question, value: object, loc: Loc) -> Iterator[Finding]:
    what, why = f"{quote(value)} is no answer to {quote(question.id)}", "it could not count"
    if question.kind != "choice":
        if _ends(value) is None:
            fix = f"write a whole number up to {LARGEST:,}, or [low, high] with null for an open end"
            yield Finding(loc, what, why, fix)
    elif not (_in_prose(question) and isinstance(value, str)) and _option(question, value) is None:
        yield Finding(
            loc, what, why, f"write null if it is not said, or {one_of(option.id for option in question.options)}"
        )


def _answer(guide: Guide, question: Question, value: object) -> Answer | None:
    if question.kind == "choice":
        return _option(question, value)
    count = _count(value)
    if count is None or count < 1:
        return None
    return count if question.kind == "number" else tuple(place.id for place in guide.jurisdictions[:count])


def _in_prose(question: Question) -> bool:
    """Say whether a question is answered in free text, from which words tell the option."""
    return any(option.words for option in question.options)


def _option(question: Question, value: object) -> str | None:
    """Return the option of that id, else the one with the longest word in the text, which says most about it."""
    text = ("yes" if value else "no") if isinstance(value, bool) else value.lower() if isinstance(value, str) else ""
    if any(option.id == text for option in question.options):
        return text
    marks = [(len(word), option.id) for option in question.options for word in option.words if word in text]
    return max(marks, key=lambda mark: mark[0])[1] if marks else None


def _count(value: object) -> int | None:
    """Return a number; of a range the middle, or the end that is known."""
    low, high = _ends(value) or (None, None)
    if low is None or high is None:
        return high if low is None else low
    return (low + high) // 2


def _ends(value: object) -> tuple[int | None, int | None] | None:
    """Return both ends of a number or a range, None for an open one, or None if it is neither."""
    ends = value if isinstance(value, list | tuple) and len(value) == 2 else (value, value)
    low, high = (end if isinstance(end, int) and not isinstance(end, bool) else None for end in ends)
    if (low, high) != tuple(ends) or not all(0 <= end <= LARGEST for end in (low, high) if end is not None):
        return None
    return None if low is not None and high is not None and low > high else (low, high)
