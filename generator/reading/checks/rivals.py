"""What the schema cannot say about who competes: points go to rivals, moves lead there, sources have a strength."""

from collections.abc import Iterable, Iterator

from generator.problems import Finding, one_of, quote
from generator.reading.yaml_lines import Loc
from recommender.advice import Rule
from recommender.model import Guide
from recommender.questions import Question
from recommender.scoring import standing


def check_rivals(guide: Guide) -> Iterator[Finding]:
    """Yield rules, moves and settings that name a model which does not stand where they want it."""
    rivals, qualities, parts = (set(standing(guide, each)) for each in ("rival", "quality", "part"))
    for index, rule in enumerate(guide.rules):
        loc: Loc = ("rules", index)
        yield from _points(rule, rivals, qualities, loc)
        for n, cite in enumerate(rule.against):
            if cite not in rule.cites:
                why = "a reader looks for it among the citations"
                yield Finding(
                    (*loc, "against", n), f"{quote(cite)} is not cited", why, "name it under `cites:` as well"
                )
        yield from _named(rule.excludes, rivals, (*loc, "excludes"), "rival")
        yield from _named(rule.parts, parts, (*loc, "parts"), "part")
    for index, move in enumerate(guide.moves):
        yield from _named(move.leaving, rivals, ("moves", index, "leaving"), "rival")
        yield from _named(move.to, rivals, ("moves", index, "to"), "rival")
    if guide.sharing not in rivals:
        what, why = f"{quote(guide.sharing)} is no rival", "the first decision would be about nothing"
        yield Finding(("sharing",), what, why, one_of(rivals))
    for index, model in enumerate(guide.models):
        if model.stands == "quality" and model.counts_as not in rivals:
            what, why = f"is a quality of {quote(model.counts_as)}", "it would never be told of"
            yield Finding(("models", index, "counts_as"), what, why, one_of(rivals))


def check_today(guide: Guide) -> Iterator[Finding]:
    """Yield a question about today that is no choice, options of no model, and conditions that nothing can meet."""
    questions = {question.id: question for question in guide.questions}
    if guide.today is not None and guide.today not in {q.id for q in guide.questions if q.kind == "choice"}:
        what = f"{quote(guide.today)} is no question with options"
        yield Finding(("today",), what, "nobody could say what there is", one_of(questions))
    models = {model.id for model in guide.models}
    for index, question in enumerate(guide.questions):
        for n, option in enumerate(question.options):
            loc: Loc = ("questions", index, "options", n)
            if option.model is not None:
                yield from _named((option.model,), models, (*loc, "model"), "model")
                if option.phrase is None:
                    why = "it is said by name that it stays"
                    yield Finding(loc, "has a model and no phrase", why, "add `phrase:`, as it reads in a sentence")
        yield from _unless(question, questions, ("questions", index, "unless"))


def check_strengths(guide: Guide) -> Iterator[Finding]:
    """Yield sources whose kind has no strength or two, and publishers' interests in models that do not exist."""
    kinds = [kind for strength in guide.strengths for kind in strength.kinds]
    for index, source in enumerate(guide.sources):
        if kinds.count(source.kind) != 1:
            what = f"{quote(source.kind)} stands under {kinds.count(source.kind)} strengths"
            why = "readers see whose word carries a reason"
            yield Finding(("sources", index, "kind"), what, why, "name it under one of strengths.yaml")
    models = {model.id for model in guide.models}
    for index, interest in enumerate(guide.interests):
        yield from _named([interest.sells] if interest.sells else [], models, ("interests", index, "sells"), "model")


def check_study(guide: Guide) -> Iterator[Finding]:
    """Yield likelihoods of answers that no question has, or of no weight."""
    questions = {question.id: question for question in guide.questions}
    known = {each.id for each in guide.likelihoods}
    for index, each in enumerate(guide.likelihoods):
        loc: Loc = ("likelihoods", index)
        question = questions.get(each.question)
        options = {option.id for option in question.options} if question else set()
        if question is None or (options and each.answer not in options) or not (options or each.answer.isdigit()):
            what, why = f"{quote(each.answer)} answers no question {quote(each.question)}", "nobody could give it"
            yield Finding(loc, what, why, "run the study again, which writes this file")
        for name in sorted(each.beside.keys() - known):
            what, why = f"{quote(name)} is no likelihood", "no share could be worked out with it"
            yield Finding((*loc, "beside", name), what, why, "run the study again, which writes this file")


def _points(rule: Rule, rivals: set[str], qualities: set[str], loc: Loc) -> Iterator[Finding]:
    for name, worths in (("points", rule.points), ("argued", rule.argued)):
        yield from _named(worths, rivals | qualities, (*loc, name), "rival or quality", by_name=True)
    for model in rule.points:
        if model in rivals and rule.argued and model not in rule.argued:
            why = "points rest on an argument"
            yield Finding((*loc, "points", model), "has points and is not argued for", why, "add it to `argued:`")


def _named(models: Iterable[str], known: set[str], loc: Loc, kind: str, *, by_name: bool = False) -> Iterator[Finding]:
    for index, model in enumerate(models):
        if model not in known:
            place = (*loc, model if by_name else index)
            yield Finding(place, f"{quote(model)} is no {kind}", "nothing would come of it", one_of(known))


def _unless(question: Question, questions: dict[str, Question], loc: Loc) -> Iterator[Finding]:
    for name, accepted in question.unless.items():
        options = {option.id for option in questions[name].options} if name in questions else set()
        if not options or not options.issuperset(accepted) or name == question.id:
            why = "nothing would ever leave it needless"
            yield Finding((*loc, name), f"{quote(name)} has no such answers", why, one_of(options or set(questions)))
