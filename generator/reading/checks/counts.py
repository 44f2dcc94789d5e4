"""Hold the counts of heads in somebody's answers against each other: parts that are more than the whole, or less."""

from collections.abc import Iterator, Mapping

from generator.problems import Finding, quote
from generator.reading.checks.units import LEFT_OUT
from recommender.given import PEOPLE, sort_given
from recommender.model import Guide


def check_parts(guide: Guide, answers: Mapping[str, object]) -> Iterator[Finding]:
    """Yield amounts that are part of the headcount, as what follows it is, and yet are more."""
    given = sort_given(guide, answers)
    whole = given.answered.get(guide.headcount)
    for each in guide.amounts:
        own = given.amounts.get(each.id)
        if each.same_as == guide.headcount and own is not None and isinstance(whole, int) and own > whole:
            what = f"{quote(answers[each.id])} is more than the {whole:,} of {quote(guide.headcount)}"
            yield Finding((each.id,), what, f"it is a part of them, {LEFT_OUT}", "correct one of the two")


def check_people(guide: Guide, answers: Mapping[str, object]) -> Iterator[Finding]:
    """Yield numbers of people that count otherwise than they were written, for they do not add up or belong nowhere."""
    given = sort_given(guide, answers)
    asked = next((question.id for question in guide.questions if question.kind == "places"), "")
    named, whole = given.answered.get(asked, ()), given.answered.get(guide.headcount)
    assert isinstance(named, tuple)
    told = {name: given.people[place] for name in answers if (place := name.removeprefix(PEOPLE)) in given.people}
    for name in [name for name, number in told.items() if number and name.removeprefix(PEOPLE) not in named]:
        what = f"its place is not among {quote(asked)}"
        yield Finding((name,), what, "so nobody is counted there", f"add it to {quote(asked)}, or remove this")
    counted = {name: number for name, number in told.items() if name.removeprefix(PEOPLE) in named}
    if counted and isinstance(whole, int):
        yield from _sum(guide, counted, whole, all_told=len(counted) == len(named))


def _sum(guide: Guide, counted: Mapping[str, int], whole: int, *, all_told: bool) -> Iterator[Finding]:
    """Yield, at the last of them, that people are more than the whole, or fewer where no other place is left."""
    total = sum(counted.values())
    if total > whole or (total < whole and all_told):
        more, rest = total > whole, f", or name the place of the other {whole - total:,}"
        what = (
            f"{total:,} in all places are {'more' if more else 'fewer'} than the {whole:,} of {quote(guide.headcount)}"
        )
        why = f"so each place counts by its part of the {total:,}"
        yield Finding(([*counted][-1],), what, why, f"correct a number{'' if more else rest}")
