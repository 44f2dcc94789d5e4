"""What the schema cannot say about advice: rules ask real questions, wording can be filled in, examples hold."""

import string
from collections.abc import Iterator, Mapping
from dataclasses import fields

from generator.problems import Finding, one_of
from generator.yaml_lines import Loc
from recommender.engine import recommend
from recommender.model import NOT_SURE, Guide, Profile, Rule, Wording

_PLACEHOLDERS = {"models", "points", "answered", "needed", "lead"}


def check_answers(guide: Guide, answers: Mapping[str, object], loc: Loc = ()) -> Iterator[Finding]:
    """Yield what is wrong with a set of answers: questions or options that the guide does not have."""
    for question, answer in answers.items():
        yield from _answer(guide, question, answer, (*loc, question), also=frozenset({NOT_SURE}))


def _answer(
    guide: Guide, question: str, answer: object, loc: Loc, also: frozenset[str] = frozenset()
) -> Iterator[Finding]:
    options = {known.id: {option.id for option in known.options} | also for known in guide.questions}
    if question not in options:
        yield Finding(loc, f"`{question}` is no question", "nothing would read it", one_of(options))
    elif not isinstance(answer, str) or answer not in options[question]:
        what = f"`{answer}` is no answer to `{question}`"
        yield Finding(loc, what, "no rule could use it", one_of(options[question]))


def check_wording(guide: Guide) -> Iterator[Finding]:
    """Yield placeholders in the wording that nothing fills in."""
    for name in (field.name for field in fields(Wording)):
        try:
            parts = {part[1] for part in string.Formatter().parse(getattr(guide.wording, name))} - {None}
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
    """Yield questions that no rule asks, and options that take a name of ours."""
    asked = {question for rule in guide.rules for question in rule.when}
    for index, question in enumerate(guide.questions):
        if question.id not in asked:
            what, why = f"no rule asks `{question.id}`", "people would answer it for nothing"
            yield Finding(("questions", index), what, why, "add a rule or remove the question")
        for n, option in enumerate(question.options):
            if option.id == NOT_SURE:
                what, why = f"`{NOT_SURE}` is taken", "every question has that answer already"
                yield Finding(("questions", index, "options", n, "id"), what, why, "remove the option")


def check_rules(guide: Guide) -> Iterator[Finding]:
    """Yield rules that never hold, have no effect, or name what the guide does not have."""
    for index, rule in enumerate(guide.rules):
        yield from _rule(guide, rule, ("rules", index))


def check_examples(guide: Guide) -> Iterator[Finding]:
    """Yield worked examples whose answers are unknown or that come out otherwise than they promise."""
    for index, profile in enumerate(guide.profiles):
        yield from check_answers(guide, profile.answers, ("profiles", index, "answers"))
        yield from _expectation(guide, profile, ("profiles", index, "expect"))


def _rule(guide: Guide, rule: Rule, loc: Loc) -> Iterator[Finding]:
    if not rule.when or not all(rule.when.values()):
        why = "the rule would hold for everyone or for no one"
        yield Finding((*loc, "when"), "names no answer", why, "name a question and its answers")
    if not rule.points and not rule.excludes:
        yield Finding(loc, "has no effect", "a rule gives points or excludes", "add `points:` or `excludes:`")
    for question, accepted in rule.when.items():
        for index, option in enumerate(accepted):
            yield from _answer(guide, question, option, (*loc, "when", question, index))
    for model, points in rule.points.items():
        yield from _model(guide, model, (*loc, "points", model))
        if points < 1:
            what, why = f"gives {points} points", "points speak for a model, never against one"
            yield Finding((*loc, "points", model), what, why, "give points to the other models instead")
    for index, model in enumerate(rule.excludes):
        yield from _model(guide, model, (*loc, "excludes", index))


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
