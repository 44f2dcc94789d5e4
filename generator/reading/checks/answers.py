"""Hold given answers against the guide: what is wrong with them, and what of them counts."""

from collections.abc import Iterator, Mapping
from datetime import date

from generator.problems import Finding, brief, nearest, one_of, quote
from generator.reading.checks.counts import check_parts, check_people
from generator.reading.checks.units import LEFT_OUT, check_unit
from generator.reading.yaml_lines import Loc
from recommender.entries import LONGEST_TEXT, Entry
from recommender.given import LARGEST, PEOPLE, SITUATION, WEIGHT, amount, entered, entries, sort_given
from recommender.model import Guide
from recommender.money import Amount
from recommender.questions import NOT_SURE, Question


def usable(guide: Guide, given: Mapping[str, object]) -> tuple[dict[str, object], list[Finding]]:
    """Return the answers that count, places by their ids, and what is wrong with the rest or does not add up."""
    asked = {question.id for question in guide.questions if question.kind == "places"}
    read, found = dict(given), list[Finding]()
    for name, answer in given.items():
        if name in asked and isinstance(answer, list) and answer:
            read[name], misfits = _places(guide, answer, (name,))
            found += misfits
            if not read[name]:
                del read[name]
    wrong = list(check_answers(guide, read))
    counting = _without(read, wrong)
    wrong += check_parts(guide, counting)
    return _without(read, wrong), [*found, *wrong, *check_people(guide, counting)]


def _without(answers: Mapping[str, object], wrong: list[Finding]) -> dict[str, object]:
    unusable = {at.loc[0] for at in wrong}
    return {name: answer for name, answer in answers.items() if name not in unusable}


def check_answers(guide: Guide, answers: Mapping[str, object], loc: Loc = ()) -> Iterator[Finding]:
    """Yield what is wrong with a set of answers: entries that the guide does not know or cannot use."""
    questions = {question.id: question for question in guide.questions}
    amounts = {each.id: each for each in guide.amounts}
    fields = entries(guide)
    for name, answer in answers.items():
        yield from check_name(guide, name, (*loc, name))
        if name in amounts:
            yield from _amount(amounts[name], answer, (*loc, name))
        elif name in questions:
            yield from check_answer(guide, questions[name], answer, (*loc, name))
        elif name in fields:
            yield from check_entry(fields[name], answer, (*loc, name), _units(fields, name))
        elif name == SITUATION:
            yield from _situation(guide, answer, (*loc, name))
        elif name.startswith(WEIGHT):
            yield from _weight(guide, name, answer, (*loc, name))
        elif name.startswith(PEOPLE):
            yield from _people(guide, name, answer, (*loc, name))


def check_name(guide: Guide, name: str, loc: Loc) -> Iterator[Finding]:
    """Yield that nothing goes by a name: no question, amount or entry, no concern's weight, and no place's people."""
    known = {each.id for group in (guide.questions, guide.amounts) for each in group} | entries(guide).keys()
    known |= {f"{WEIGHT}{concern.id}" for concern in guide.concerns} | {SITUATION}
    people = {f"{PEOPLE}{place.id}" for place in guide.jurisdictions}
    if name not in known | people:
        fix = nearest(name, sorted(known | people)) or one_of(known)
        yield Finding(loc, f"{quote(name)} is no question", "nothing would read it", fix)


def check_answer(guide: Guide, question: Question, answer: object, loc: Loc) -> Iterator[Finding]:
    """Yield that a question cannot be answered so."""
    sure = sort_given(guide, {question.id: answer}).answered
    whole = not isinstance(answer, list | tuple) or len(sure.get(question.id, ())) == len(answer)  # type: ignore[arg-type]
    if answer == NOT_SURE or (question.id in sure and whole):
        return
    advice = {
        "number": f"write a whole number from 1 to {LARGEST:,}",
        "places": "list the ids of places, each once and on a line that starts with `- `",
        "choice": one_of([*(option.id for option in question.options), NOT_SURE]),
    }
    what = _what(answer, f"is no answer to {quote(question.id)}")
    yield Finding(loc, what, "no rule could use it", advice[question.kind])


def _amount(asked: Amount, given: object, loc: Loc) -> Iterator[Finding]:
    if amount(given, asked.least, asked.most, whole=asked.whole) is not None:
        return
    if more := check_unit(asked.unit, {}, given, loc):
        yield more
        return
    kind, decimals = ("a whole number", "") if asked.whole else ("a number", ", with a point before decimals")
    split = amount(given, asked.least, asked.most) is not None
    what = _what(given, "is no whole number" if split else "is no amount")
    fix = f"write {kind} from {asked.least} to {asked.most:,}{decimals}"
    yield Finding(loc, what, "no cost could be worked out with it", fix)


def _units(fields: Mapping[str, Entry], name: str) -> dict[str, str]:
    """Return the units of the lines of the same quote, by the names of their answers; none beside another entry."""
    quoted = name.removesuffix(fields[name].id)
    return {each: field.unit or "" for each, field in fields.items() if quoted and each.startswith(quoted)}


def check_entry(entry: Entry, given: object, loc: Loc, units: Mapping[str, str]) -> Iterator[Finding]:
    """Yield that this cannot be filled in there, or that a day which should lie ahead has gone by.

    `units` are those of the fields beside it, by name.
    """
    value = entered(entry, given)
    more = check_unit(entry.unit or "", units, given, loc) if value is None and entry.kind == "number" else None
    if more:
        yield more
    elif value is None:
        advice = {
            "number": f"write a number from {entry.least} to {entry.most:,}, without a sign" if entry.most else "",
            "choice": one_of(option.id for option in entry.options),
            "text": f"write at most {LONGEST_TEXT} characters on one line",
            "date": "write it as 2027-01-31",
        }
        yield Finding(loc, _what(given, f"cannot be {quote(entry.label)}"), LEFT_OUT, advice[entry.kind])
    elif entry.future and isinstance(value, str) and value < date.today().isoformat():  # noqa: DTZ011 - where they are
        yield Finding(loc, f"{quote(given)} has gone by", f"it should lie ahead, {LEFT_OUT}", "write a later day")


def _situation(guide: Guide, given: object, loc: Loc) -> Iterator[Finding]:
    known = [situation.id for situation in guide.situations]
    if given not in known:
        fix = one_of(known) if known else "remove it"
        yield Finding(loc, _what(given, "is no situation"), "nobody begins there", fix)


def _weight(guide: Guide, name: str, given: object, loc: Loc) -> Iterator[Finding]:
    known = name.removeprefix(WEIGHT) in {concern.id for concern in guide.concerns}
    if known and name in sort_given(guide, {name: given}).ignored:
        fix = f"write a whole number, 0 to {len(guide.wording.weights) - 1}"
        yield Finding(loc, _what(given, "is no weight"), "no points could be weighed", fix)


def _people(guide: Guide, name: str, given: object, loc: Loc) -> Iterator[Finding]:
    known = name.removeprefix(PEOPLE) in {place.id for place in guide.jurisdictions}
    if known and name in sort_given(guide, {name: given}).ignored:
        fix = f"write a whole number from 0 to {LARGEST:,}"
        yield Finding(loc, _what(given, "is no number of people"), "nobody could be counted there", fix)


def _places(guide: Guide, answer: list[object], loc: Loc) -> tuple[list[str], list[Finding]]:
    """Return the ids of the places that are meant, each once, and which entries mean none."""
    known = _by_name(guide)
    ids, found = list[str](), list[Finding]()
    for index, entry in enumerate(answer):
        place = known.get(entry.casefold()) if isinstance(entry, str) else None
        if place is None:
            fix = nearest(brief(entry), known) or "write its name, its code or its id, or remove it"
            found.append(Finding((*loc, index), _what(entry, "is no place"), "no rule could count it", fix))
        elif place in ids:
            what, why = f"{quote(entry)} is named twice", "a place counts once"
            found.append(Finding((*loc, index), what, why, "remove one of the two"))
        else:
            ids.append(place)
    return ids, found


def _by_name(guide: Guide) -> dict[str, str]:
    """Return the id of each place by its name, code and id in small letters; an id goes before the rest."""
    places = guide.jurisdictions
    named = {place.name.casefold(): place.id for place in places} | {
        place.code.casefold(): place.id for place in places
    }
    return named | {place.id.casefold(): place.id for place in places}


def _what(given: object, trouble: str) -> str:
    """Return what is wrong with a value, or that there is none, which is the commonest slip in a file."""
    return "is empty" if given is None or given in ("", [], ()) else f"{quote(given)} {trouble}"
