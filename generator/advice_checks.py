"""What the schema cannot say about advice: rules ask real questions, wording can be filled in, examples hold."""

import string
from collections.abc import Iterator, Mapping
from dataclasses import fields

from generator.problems import Finding, one_of
from generator.yaml_lines import Loc
from recommender.conditions import LARGEST, WEIGHT, Condition, amount, sort_given
from recommender.engine import recommend
from recommender.model import NOT_SURE, Guide, Profile, Question, Rule, Wording
from recommender.money import Amount

_PLACEHOLDERS = {
    *("models", "points", "answered", "needed", "lead", "changing", "answers"),
    *("concern", "now", "low", "high", "weight"),
}


def check_answers(guide: Guide, answers: Mapping[str, object], loc: Loc = ()) -> Iterator[Finding]:
    """Yield what is wrong with a set of answers: entries that the guide does not know or cannot use."""
    questions = {question.id: question for question in guide.questions}
    amounts = {each.id: each for each in guide.amounts}
    weights = {f"{WEIGHT}{concern.id}" for concern in guide.concerns}
    for name, answer in answers.items():
        if name in amounts:
            yield from _amount(amounts[name], answer, (*loc, name))
        elif name in weights:
            yield from _weight(guide, name, answer, (*loc, name))
        elif name not in questions:
            fix = one_of({*questions, *amounts, *weights})
            yield Finding((*loc, name), f"`{name}` is no question", "nothing would read it", fix)
        elif answer != NOT_SURE:
            yield from _answer(guide, questions[name], answer, (*loc, name))


def _amount(asked: Amount, given: object, loc: Loc) -> Iterator[Finding]:
    if amount(given, asked.least, asked.most) is None:
        what, why = f"`{given}` is no amount", "no cost could be worked out with it"
        yield Finding(
            loc, what, why, f"write a number from {asked.least} to {asked.most:,}, with a point before decimals"
        )


def _weight(guide: Guide, name: str, given: object, loc: Loc) -> Iterator[Finding]:
    if name in sort_given(guide, {name: given}).ignored:
        most = len(guide.wording.weights) - 1
        yield Finding(
            loc, f"`{given}` is no weight", "no points could be weighed", f"write a whole number, 0 to {most}"
        )


def _answer(guide: Guide, question: Question, answer: object, loc: Loc) -> Iterator[Finding]:
    sure = sort_given(guide, {question.id: answer}).answered
    whole = not isinstance(answer, list | tuple) or len(sure.get(question.id, ())) == len(answer)  # type: ignore[arg-type]
    if question.id in sure and whole:
        return
    advice = {
        "number": f"write a whole number from 1 to {LARGEST:,}",
        "places": "list ids of the files of jurisdictions/, each once",
        "choice": one_of([*(option.id for option in question.options), NOT_SURE]),
    }
    yield Finding(loc, f"`{answer}` is no answer to `{question.id}`", "no rule could use it", advice[question.kind])


def check_wording(guide: Guide) -> Iterator[Finding]:
    """Yield placeholders in the wording that nothing fills in."""
    texts = {field.name: getattr(guide.wording, field.name) for field in fields(Wording) if field.type is str}
    for name, text in texts.items():
        try:
            parts = {part[1] for part in string.Formatter().parse(text)} - {None}
        except ValueError as error:
            why = "a single brace opens a placeholder"
            yield Finding(("wording", name), f"cannot be filled in ({error})", why, "double the brace")
            continue
        for part in sorted(parts - _PLACEHOLDERS, key=str):
            yield Finding(
                ("wording", name),
                f"has the placeholder {{{part}}}",
                "nothing fills it in",
                one_of(_PLACEHOLDERS),
            )


def check_thresholds(guide: Guide) -> Iterator[Finding]:
    """Yield thresholds that would make a winner of every tie."""
    for name in ("least_answers", "least_lead"):
        if getattr(guide.decision, name) < 1:
            yield Finding(("decision", name), "is below 1", "every tie would have a winner", "write 1 or more")


def check_questions(guide: Guide) -> Iterator[Finding]:
    """Yield questions that no rule asks, choices without options, and options that take a name of ours."""
    asked = {question for rule in guide.rules for question in (*rule.when, *rule.within)}
    for index, question in enumerate(guide.questions):
        if question.id not in asked:
            what, why = f"no rule asks `{question.id}`", "people would answer it for nothing"
            yield Finding(("questions", index), what, why, "add a rule or remove the question")
        if (question.kind == "choice") != bool(question.options):
            what, why = "has options and is no choice, or the reverse", "people could not answer it"
            yield Finding(("questions", index), what, why, "list `options:` for a choice and for nothing else")
        for n, option in enumerate(question.options):
            if option.id == NOT_SURE:
                what, why = f"`{NOT_SURE}` is taken", "every question has that answer already"
                yield Finding(("questions", index, "options", n, "id"), what, why, "remove the option")


def check_headcount(guide: Guide) -> Iterator[Finding]:
    """Yield a headcount that is no question with a number."""
    numbers = {question.id for question in guide.questions if question.kind == "number"}
    if guide.headcount not in numbers:
        what, why = f"`{guide.headcount}` is no question with a number", "no threshold could be held against it"
        yield Finding(("headcount",), what, why, one_of(numbers))


def check_rules(guide: Guide) -> Iterator[Finding]:
    """Yield rules that never hold, have no effect, or name what the guide does not have."""
    for index, rule in enumerate(guide.rules):
        yield from _rule(guide, rule, ("rules", index))


def check_examples(guide: Guide) -> Iterator[Finding]:
    """Yield worked examples whose answers are unknown or that come out otherwise than they promise."""
    if {rule.concern for rule in guide.rules} - {concern.id for concern in guide.concerns}:
        return  # nothing can be weighed; that is told already
    for index, profile in enumerate(guide.profiles):
        yield from check_answers(guide, profile.answers, ("profiles", index, "answers"))
        yield from _expectation(guide, profile, ("profiles", index, "expect"))


def _rule(guide: Guide, rule: Rule, loc: Loc) -> Iterator[Finding]:
    if not (rule.when or rule.within) or not all(rule.when.values()):
        why = "the rule would hold for everyone or for no one"
        yield Finding((*loc, "when"), "names no answer", why, "name a question and its answers")
    if not rule.points and not rule.excludes:
        yield Finding(loc, "has no effect", "a rule gives points or excludes", "add `points:` or `excludes:`")
    yield from check_conditions(guide, rule, loc)
    concerns = {concern.id for concern in guide.concerns}
    if rule.concern not in concerns:
        yield Finding((*loc, "concern"), f"`{rule.concern}` is no concern", "nobody could weigh it", one_of(concerns))
    for model, points in rule.points.items():
        yield from _model(guide, model, (*loc, "points", model))
        if points < 1:
            what, why = f"gives {points} points", "points speak for a model, never against one"
            yield Finding((*loc, "points", model), what, why, "give points to the other models instead")
    for index, model in enumerate(rule.excludes):
        yield from _model(guide, model, (*loc, "excludes", index))


def check_conditions(guide: Guide, rule: Condition, loc: Loc) -> Iterator[Finding]:
    """Yield conditions that name no question, no option of it, or no bound."""
    questions = {question.id: question for question in guide.questions}
    for name, accepted in rule.when.items():
        if name not in questions or questions[name].kind != "choice":
            what = f"`{name}` is no question with options" if name in questions else f"`{name}` is no question"
            choices = [question.id for question in guide.questions if question.kind == "choice"]
            yield Finding((*loc, "when", name), what, "nothing would read it", one_of(choices))
            continue
        for index, option in enumerate(accepted):
            yield from _answer(guide, questions[name], option, (*loc, "when", name, index))
    for name, bounds in rule.within.items():
        if name not in questions or questions[name].kind == "choice":
            counted = [question.id for question in guide.questions if question.kind != "choice"]
            what = f"`{name}` is no question with a number"
            yield Finding(
                (*loc, "within", name), what, "nothing would read it", one_of(counted) if counted else "use `when`"
            )
        if bounds.at_least is None and bounds.at_most is None:
            why = "the rule would hold for everyone"
            yield Finding((*loc, "within", name), "has no bound", why, "add `at_least:` or `at_most:`")


def _model(guide: Guide, model: str, loc: Loc) -> Iterator[Finding]:
    models = {known.id for known in guide.models}
    if model not in models:
        yield Finding(loc, f"`{model}` is no model", "nothing would show it", one_of(models))


def _expectation(guide: Guide, profile: Profile, loc: Loc) -> Iterator[Finding]:
    for index, model in enumerate(profile.expect.models):
        yield from _model(guide, model, (*loc, "models", index))
    result = recommend(guide, profile.answers)
    promised, found = (
        (profile.expect.outcome, set(profile.expect.models)),
        (result.outcome, set(result.models)),
    )
    if promised != found:
        totals = ", ".join(f"{standing.model} {standing.points}" for standing in result.standings)
        what = f"promises {_spelt(*promised)} and comes out as {_spelt(*found)} ({totals})"
        why = "a worked example must be what the rules say"
        yield Finding((*loc, "outcome"), what, why, "correct the answers, the expectation or the rules")
    fired = {rule.id for standing in result.standings for rule in (*standing.reasons, *standing.excluded_by)}
    for index, rule in enumerate(profile.expect.decided_by):
        if rule not in fired:
            what, why = f"`{rule}` is not among its reasons", "readers are told that it decided"
            yield Finding((*loc, "decided_by", index), what, why, one_of(fired) if fired else "remove it")


def _spelt(outcome: str, models: set[str]) -> str:
    return f"{outcome} ({', '.join(sorted(models)) or 'no model'})"
