"""Where things are, a server beside a test, and answers drawn with a fixed seed: any, or those of plausible firms."""

import random
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from threading import Thread

from generator.publish.serve import SiteServer
from recommender.advice import Move, Rule
from recommender.entries import Entry
from recommender.given import WEIGHT, entries
from recommender.ledger import alternatives
from recommender.likelihood import Chances
from recommender.model import Guide
from recommender.outcome import Outcome
from recommender.products import Share, Sum
from recommender.questions import NOT_SURE, Answer, Question
from recommender.scoring import recommend

ROOT = Path(__file__).parent.parent
SECOND_GUIDE = ROOT / "tests" / "second_guide"


@contextmanager
def started[S: SiteServer](server: S) -> Iterator[S]:
    """Have a server answer beside what is done with it."""
    with server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def tracked() -> list[Path]:
    """Return the files of the project, whether or not git knows them yet."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    return [ROOT / name for name in listed if (ROOT / name).is_file()]


def draw_answers(guide: Guide, count: int, seed: int) -> list[dict[str, Answer]]:
    """Return answer sets drawn with a fixed seed: some questions left out, some answered "not sure"."""
    drawn = random.Random(seed)
    return [
        {question.id: _draw(guide, question, drawn) for question in guide.questions if drawn.random() < 0.8}
        for _ in range(count)
    ]


def draw_given(guide: Guide, count: int, seed: int) -> list[dict[str, Answer]]:
    """Return answer sets as `draw_answers` does, with weights, amounts and entries beside them."""
    drawn, filled = random.Random(seed), random.Random(seed)  # so that a further amount changes no answers
    most = len(guide.wording.weights) - 1
    weights = [f"{WEIGHT}{concern.id}" for concern in guide.concerns]
    return [
        answers
        | {name: drawn.randint(0, most) for name in weights if drawn.random() < 0.6}
        | {each.id: filled.randint(0, each.most) for each in guide.amounts if filled.random() < 0.3}
        | {name: draw_entry(each, filled) for name, each in entries(guide).items() if filled.random() < 0.2}
        for answers in draw_answers(guide, count, seed)
    ]


def draw_entry(entry: Entry, drawn: random.Random) -> Answer:
    """Return something that can be filled in."""
    if entry.kind == "number":
        return drawn.randint(entry.least, entry.most or 0)
    if entry.kind == "choice":
        return drawn.choice(entry.options).id
    return f"2099-{drawn.randint(1, 12):02}-28" if entry.kind == "date" else f"Drawn & {drawn.randint(1, 99)}"


def draw_plausible(guide: Guide, count: int, seed: int) -> list[dict[str, Answer]]:
    """Return whole answer sets, each answer drawn as likely as it is beside those drawn before it."""
    drawn = random.Random(seed)
    cases: list[dict[str, Answer]] = [{} for _ in range(count)]
    for case in cases:
        for question in guide.questions:
            answers = alternatives(guide, question)
            case[question.id] = drawn.choices(answers, Chances(guide, case).of(question, answers))[0]
    return cases


def draw_guide(small: Guide, drawn: random.Random) -> Guide:
    """Return a guide with as many rivals as models, and rules and moves drawn at random, exclusions among them."""
    models = tuple(replace(model, stands="rival", counts_as=None) for model in small.models)
    names = [model.id for model in models]
    options = {question.id: [o.id for o in question.options] for question in small.questions if question.options}

    def rule(number: int) -> Rule:
        asked = drawn.sample(sorted(options), drawn.choice([1, 1, 1, 2]))
        return Rule(
            id=f"r{number}",
            because="-",
            short="-",
            cites=("almanac#far",) if drawn.random() < 0.7 else (),
            concern=drawn.choice(small.concerns).id,
            when={name: (drawn.choice(options[name]),) for name in asked},
            points={name: drawn.randint(1, 4) for name in drawn.sample(names, drawn.randint(0, 3))},
            excludes=tuple(drawn.sample(names, 1)) if drawn.random() < 0.3 else (),
        )

    move = Move(
        id="m", because="-", short="-", cites=(), leaving=("bike",), to=tuple(names[1:]), points=drawn.randint(1, 4)
    )
    return replace(small, models=models, rules=tuple(rule(n) for n in range(drawn.randint(4, 14))), moves=(move,))


def judged(guide: Guide, answers: Mapping[str, object]) -> Outcome:
    """Return the outcome of these answers, worked out from nothing."""
    result = recommend(guide, answers)
    return Outcome(result.outcome, result.models, tuple(part.model for part in result.parts))


def _draw(guide: Guide, question: Question, drawn: random.Random) -> Answer:
    if drawn.random() < 0.2:
        return NOT_SURE
    if question.kind == "number":
        return int(10 ** drawn.uniform(0, 4))
    if question.kind == "places":
        places = [place.id for place in guide.jurisdictions]
        return tuple(drawn.sample(places, drawn.randint(1, min(5, len(places)))))
    return drawn.choice(question.options).id


def twice(base: Fraction, pay: Fraction, month: Fraction) -> Fraction:
    """Return what counts twice of a year's pay, part by part."""
    before = pay * (month - 1) / 12
    after = pay - before
    return min(base, before) + min(base, after) - min(base, pay)


def value_of(total: Sum, at: Mapping[str, Fraction], spread: Mapping[str, Fraction]) -> Fraction:
    """Return what a sum is where its numbers are these and people are spread like that, product by product."""
    found = Fraction(0)
    for factors, count in total.items():
        for factor in factors:
            if isinstance(factor, str):
                count *= at[factor]
            elif isinstance(factor, Share):
                count *= spread[factor.place]
            elif factor.month is None:
                count *= min(at[factor.base], at[factor.pay])
            else:
                count *= twice(at[factor.base], at[factor.pay], at[factor.month])
        found += count
    return found
