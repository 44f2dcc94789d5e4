"""What the schema cannot say about advice: rules ask real questions, and worked examples hold."""

from collections.abc import Iterator, Mapping

from generator.problems import Finding, one_of, quote
from generator.reading.checks.answers import check_answer, check_answers
from generator.reading.yaml_lines import Loc
from recommender.advice import Rule
from recommender.conditions import Condition
from recommender.model import Guide
from recommender.profiles import Profile
from recommender.questions import NOT_SURE
from recommender.scoring import recommend


def check_questions(guide: Guide) -> Iterator[Finding]:
    """Yield questions that no rule asks, choices without options, and options that take a name of ours."""
    asked = {question for rule in guide.rules for question in (*rule.when, *rule.within)}
    for index, question in enumerate(guide.questions):
        if question.id not in asked and question.id != guide.today:
            what, why = f"no rule asks {quote(question.id)}", "people would answer it for nothing"
            yield Finding(("questions", index), what, why, "add a rule or remove the question")
        if (question.kind == "choice") != bool(question.options):
            what, why = "has options and is no choice, or the reverse", "people could not answer it"
            yield Finding(("questions", index), what, why, "list `options:` for a choice and for nothing else")
        if question.kind == "places" and not guide.jurisdictions:
            what, why = "asks for places", "the guide has none, so nobody could name one"
            yield Finding(("questions", index, "kind"), what, why, "fill jurisdictions.yaml or remove the question")
        for n, option in enumerate(question.options):
            if option.label.lower() == guide.wording.not_sure.lower():
                what, why = f"says “{option.label}”", "it is offered below every choice, and counts for nothing there"
                yield Finding(("questions", index, "options", n, "label"), what, why, "say what it means here")
            if option.id == NOT_SURE:
                what, why = f"`{NOT_SURE}` is taken", "every question has that answer already"
                yield Finding(("questions", index, "options", n, "id"), what, why, "remove the option")


def check_headcount(guide: Guide) -> Iterator[Finding]:
    """Yield a headcount that is no question with a number."""
    numbers = {question.id for question in guide.questions if question.kind == "number"}
    if guide.headcount not in numbers:
        what, why = f"{quote(guide.headcount)} is no question with a number", "no threshold could be held against it"
        yield Finding(("headcount",), what, why, one_of(numbers))


def check_rules(guide: Guide) -> Iterator[Finding]:
    """Yield rules that never hold, have no effect, or name what the guide does not have."""
    for index, rule in enumerate(guide.rules):
        yield from _rule(guide, rule, ("rules", index))


def check_examples(guide: Guide) -> Iterator[Finding]:
    """Yield worked examples whose answers are unknown or that come out otherwise than they promise."""
    for index, profile in enumerate(guide.profiles):
        for name in ("answers", "beside"):
            yield from check_answers(guide, getattr(profile, name), ("profiles", index, name))
        yield from _expectation(guide, profile, ("profiles", index, "expect"))


def _rule(guide: Guide, rule: Rule, loc: Loc) -> Iterator[Finding]:
    if not (rule.when or rule.within) or not all(rule.when.values()):
        why = "the rule would hold for everyone or for no one"
        yield Finding((*loc, "when"), "names no answer", why, "name a question and its answers")
    if not (rule.points or rule.argued or rule.excludes or rule.parts):
        yield Finding(loc, "has no effect", "a rule gives points or excludes", "add `points:` or `excludes:`")
    yield from check_conditions(guide, rule, loc)
    concerns = {concern.id for concern in guide.concerns}
    if rule.concern not in concerns:
        yield Finding(
            (*loc, "concern"), f"{quote(rule.concern)} is no concern", "nobody could weigh it", one_of(concerns)
        )


def check_conditions(guide: Guide, rule: Condition, loc: Loc) -> Iterator[Finding]:
    """Yield conditions that name no question, no option of it, or no bound."""
    questions = {question.id: question for question in guide.questions}
    yield from check_options(guide, rule.when, (*loc, "when"))
    for name, bounds in rule.within.items():
        if name not in questions or questions[name].kind == "choice":
            counted = [question.id for question in guide.questions if question.kind != "choice"]
            what = f"{quote(name)} is no question with a number"
            yield Finding(
                (*loc, "within", name), what, "nothing would read it", one_of(counted) if counted else "use `when`"
            )
        if bounds.at_least is None and bounds.at_most is None:
            why = "the rule would hold for everyone"
            yield Finding((*loc, "within", name), "has no bound", why, "add `at_least:` or `at_most:`")


def check_options(guide: Guide, options: Mapping[str, tuple[str, ...]], loc: Loc) -> Iterator[Finding]:
    """Yield questions that have no options or do not exist, and options that a question does not have."""
    questions = {question.id: question for question in guide.questions}
    for name, accepted in options.items():
        if name not in questions or questions[name].kind != "choice":
            what = (
                f"{quote(name)} is no question with options" if name in questions else f"{quote(name)} is no question"
            )
            choices = [question.id for question in guide.questions if question.kind == "choice"]
            yield Finding((*loc, name), what, "nothing would read it", one_of(choices))
            continue
        for index, option in enumerate(accepted):
            yield from check_answer(guide, questions[name], option, (*loc, name, index))


def _expectation(guide: Guide, profile: Profile, loc: Loc) -> Iterator[Finding]:
    result = recommend(guide, profile.answers)
    promised = (profile.expect.outcome, {*profile.expect.models, *profile.expect.parts})
    found = (result.outcome, {*result.models, *(part.model for part in result.parts)})
    if promised != found:
        totals = ", ".join(f"{standing.model} {standing.points}" for standing in result.standings)
        what = f"promises {_spelt(*promised)} and comes out as {_spelt(*found)} ({totals})"
        why = "a worked example must be what the rules say"
        yield Finding((*loc, "outcome"), what, why, "correct the answers, the expectation or the rules")
    fired = {rule.id for each in result.standings for rule in (*each.reasons, *each.excluded_by)}
    fired |= {rule.id for part in result.parts for rule in part.reasons}
    fired |= {rule.id for quality in result.qualities for rule in quality.reasons}
    fired |= {move.id for move in (result.current.moves if result.current else ())}
    for index, rule in enumerate(profile.expect.decided_by):
        if rule not in fired:
            what, why = f"{quote(rule)} is not among its reasons", "readers are told that it decided"
            yield Finding((*loc, "decided_by", index), what, why, one_of(fired) if fired else "remove it")


def _spelt(outcome: str, models: set[str]) -> str:
    return f"{outcome} ({', '.join(sorted(models)) or 'no model'})"
