"""What the tour visits: every kind of page, and every state of the recommender."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from playwright.sync_api import Page, expect

from recommender.explain import explain
from recommender.model import Guide
from recommender.questions import NOT_SURE, Answer, Question
from recommender.scoring import recommend
from recommender_page import START, RecommenderPage
from test_pages import KINDS

RESULT = "[data-part=answer]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A page to open, what is done there before its picture is taken, and which part of it the picture is about."""

    name: str
    address: str
    prepare: Callable[[Page], None] = lambda page: None
    about: str = ""
    missing: str = ""


def stops(guide: Guide, home: str, host: str) -> Iterator[Stop]:
    """Yield every stop of the tour; at `host` another site embeds the recommender."""
    for kind in KINDS:
        yield Stop(name=kind.strip("/") or "home", address=home + kind)
    yield from _questions(guide, home)
    yield from _results(guide, home)
    yield Stop(
        name="state: failed engine",
        address=_link(guide, home, _winner(guide)),
        prepare=_failed,
        missing="**/adviser/**",
    )
    yield Stop(name="state: embedded elsewhere", address=host, prepare=_embedded)


def _questions(guide: Guide, home: str) -> Iterator[Stop]:
    begun, winner = _asking(guide), _link(guide, home, _winner(guide))
    few = dict(list(_winner(guide).items())[:1])
    yield Stop(name="state: beginning", address=f"{home}choose/")
    for kind, question in {each.kind: each.id for each in guide.questions}.items():
        yield Stop(name=f"state: a question, {kind}", address=f"{home}choose/#{question}")
    yield Stop(name="state: the most answers", address=f"{home}choose/#{begun}")
    yield Stop(name="state: places found", address=f"{home}choose/#{_of_kind(guide, 'places').id}", prepare=_found)
    yield Stop(name="state: fields at the end", address=winner, prepare=_fields(guide))
    yield Stop(name="state: answers to check", address=winner, prepare=_checked)
    yield Stop(name="state: all at once", address=winner, prepare=_all)
    yield Stop(name="state: not enough", address=_link(guide, home, few), prepare=_few)


def _results(guide: Guide, home: str) -> Iterator[Stop]:
    winner, sized = _winner(guide), _winner(guide) | {guide.headcount or "": 25}
    close = next(profile for profile in guide.profiles if profile.expect.outcome == "close_call")
    weighed = winner | {f"weight_{concern.id}": 3 for concern in guide.concerns[:1]}
    own = sized | {amount.id: amount.most // 50 for amount in guide.amounts[:2]}
    for kind, example in _examples(guide).items():
        yield Stop(name=f"state: {kind}", address=_link(guide, home, example), about=RESULT, prepare=_answered)
    yield Stop(name="state: unsure", address=_link(guide, home, _unsure(guide)), about=RESULT, prepare=_answered)
    yield Stop(name="state: compared", address=_link(guide, home, winner), about=".contrast", prepare=_compared(guide))
    yield Stop(name="state: winner", address=_link(guide, home, winner), about=RESULT, prepare=_answered)
    yield Stop(name="state: close call", address=_link(guide, home, close.answers), about=RESULT, prepare=_answered)
    yield Stop(name="state: all ruled out", address=_link(guide, home, winner), about=RESULT, prepare=_ruled_out(guide))
    yield Stop(
        name="state: weights open",
        address=_link(guide, home, weighed),
        about=".further:has(.weight)",
        prepare=_all,
    )
    yield Stop(
        name="state: own numbers open",
        address=_link(guide, home, own),
        about=".further:has(.amount)",
        prepare=_all,
    )
    yield Stop(
        name="state: costs and assumptions open", address=_link(guide, home, sized), about=".bills", prepare=_costs
    )
    for sheet in ("meeting", "file"):
        yield Stop(
            name=f"state: sheet for the {sheet}",
            address=_link(guide, home, winner),
            about=RESULT,
            prepare=partial(_sheet, sheet),
        )


def _winner(guide: Guide) -> dict[str, Answer]:
    return dict(next(profile for profile in guide.profiles if profile.expect.outcome == "winner").answers)


def _examples(guide: Guide) -> dict[str, dict[str, Answer]]:
    """Return an answer for some of the people beside another, one for all of them, and what is kept."""
    told = [(dict(profile.answers), recommend(guide, profile.answers)) for profile in guide.profiles]
    parts = [(answers, {part.model for part in result.parts}, set(result.models)) for answers, result in told]
    return {
        "a part": next(answers for answers, some, chosen in parts if some and some != chosen),
        "a part that is all": next(answers for answers, some, chosen in parts if some and some == chosen),
        "what is kept": next(answers for answers, result in told if result.outcome == "keep"),
    }


def _unsure(guide: Guide) -> dict[str, Answer]:
    """Return answers of an example, with one "not sure" that leaves the outcome in doubt."""
    return next(
        unsure
        for profile in guide.profiles
        for question in profile.answers
        if explain(guide, recommend(guide, unsure := {**profile.answers, question: NOT_SURE}))["doubts"]
    )


def _link(guide: Guide, home: str, answers: Mapping[str, Answer]) -> str:
    return f"{home}choose/#{explain(guide, recommend(guide, answers))['fragment']}"


def _settled(page: Page, state: str) -> None:
    RecommenderPage(page, "", all_at_once=False).expect_state(state)


def _answered(page: Page) -> None:
    _settled(page, "ready")
    expect(RecommenderPage(page, "", all_at_once=False).headline).to_be_visible()


def _asking(guide: Guide) -> str:
    """Return the question with the most answers."""
    return max(guide.questions, key=lambda question: len(question.options)).id


def _of_kind(guide: Guide, kind: str) -> Question:
    return next(each for each in guide.questions if each.kind == kind)


def _found(page: Page) -> None:
    page.get_by_role("combobox", name="Type a name").press_sequentially("new")
    expect(page.get_by_role("option").first).to_be_visible()


def _checked(page: Page) -> None:
    _answered(page)
    page.get_by_role("button", name="Change your answers").click()


def _fields(guide: Guide) -> Callable[[Page], None]:
    """Return how to come to the fields that are asked for at the end, as a link of the result leads there."""

    def show(page: Page) -> None:
        _answered(page)
        page.evaluate("(id) => (location.hash = id)", guide.entries[0].id)

    return show


def _all(page: Page) -> None:
    _checked(page)
    page.get_by_role("button", name="All questions on one page").click()


def _few(page: Page) -> None:
    page.evaluate("document.querySelector('[data-action=check]').click()")
    page.get_by_role("button", name="See your answer").click()
    _answered(page)


def _compared(guide: Guide) -> Callable[[Page], None]:
    """Return how to set a result beside one with other answers."""
    question = next(each for each in guide.questions if each.kind == "choice" and each.id in _winner(guide))
    other = next(option for option in question.options if option.id != _winner(guide)[question.id])

    def show(page: Page) -> None:
        _answered(page)
        page.get_by_role("button", name="Keep this result").click()
        page.evaluate("(id) => (location.hash = id)", question.id)
        page.locator(f"input[name='{question.id}'][value='{other.id}']").click()
        expect(page.get_by_role("region", name="Comparison").get_by_role("row", name=question.label)).to_be_visible()

    return show


def _failed(page: Page) -> None:
    _settled(page, "failed")


def _costs(page: Page) -> None:
    _answered(page)
    for summary in page.locator(".bills summary").all():
        summary.click()


def _sheet(name: str, page: Page) -> None:
    _answered(page)
    page.evaluate("name => (document.documentElement.dataset.print = name)", name)


def _ruled_out(guide: Guide) -> Callable[[Page], None]:
    """Return how to show what no answers lead to: what Python says once one more rule excludes every model."""
    answers = _winner(guide)
    question = next(each.id for each in guide.questions if each.kind == "choice" and each.id in answers)
    when, models = (
        {question: (str(answers[question]),)},
        tuple(model.id for model in guide.models if model.stands == "rival"),
    )
    rule = next(rule for rule in guide.rules if rule.excludes)
    strict = replace(guide, rules=(*guide.rules, replace(rule, id="all", when=when, within={}, excludes=models)))
    told = json.dumps(explain(strict, recommend(strict, answers)))

    def show(page: Page) -> None:
        _answered(page)
        say = "(element, detail) => element.engine.dispatchEvent(new CustomEvent('answer', {detail}))"
        page.locator("guide-recommender").evaluate(say, told)

    return show


def _embedded(page: Page) -> None:
    frame = page.locator("guide-embed iframe").content_frame
    frame.locator("fieldset label").first.click(timeout=START)
    expect(frame.get_by_role("button", name="Back", exact=True)).to_be_visible()
