"""What the tour visits: every kind of page, what opens over a page, and every state of the conversation."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial

from playwright.sync_api import FrameLocator, Page, Route, expect

from faults import Stall
from recommender.explain import explain
from recommender.model import Guide
from recommender.questions import NOT_SURE, Answer
from recommender.scoring import recommend
from recommender_page import RecommenderPage
from test_pages import KINDS

Answers = Mapping[str, Answer]
RESULT = "[data-part=answer]"
CHAPTERS = ("money", "places", "contract", "changes")
PAPERS = ("meeting", "file", "money", "deadline")
SAME = ("part: ", "paper: ")  # names of one and the same screen, of which only the picture is another
SITUATION = "[data-kind=situation] label"
ALL = "[data-action=steps]:visible"
MOST_QUESTIONS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A page to open, what is done there before its picture is taken, and which part of it the picture is about."""

    name: str
    address: str
    prepare: Callable[[Page], None] = lambda page: None
    about: str = ""
    broken: str = ""
    """Requests that fail, as `fault` has it."""
    fault: Callable[[Route], None] = lambda route: route.fulfill(status=404, body="")
    window: bool = False
    """Whether to take what the window shows, not the whole page."""
    dark: bool = False
    """Whether the reader has it dark from the start."""


def stops(guide: Guide, home: str, host: str) -> Iterator[Stop]:
    """Yield every stop of the tour; at `host` another site embeds the recommender."""
    for kind in KINDS:
        yield Stop(name=kind.strip("/") or "home", address=home + kind)
    yield Stop(name="shell: nothing is here", address=f"{home}nothing/is/here/")
    yield Stop(name="shell: search", address=home, prepare=_search, window=True)
    yield Stop(
        name="shell: drawer",
        address=home,
        prepare=lambda page: page.locator("#__drawer").evaluate("box => box.click()"),
        window=True,
    )
    for state in (*_asking(guide), *_answers(guide), *_parts(guide), *_troubles(guide)):
        name = state.name if state.name.startswith(SAME) else f"state: {state.name}"
        yield replace(state, name=name, address=f"{home}choose/{state.address}")
    yield Stop(name="state: embedded", address=host, prepare=_embedded)
    yield Stop(name="state: embedded in the dark", address=host, prepare=_embedded, dark=True)


def _asking(guide: Guide) -> Iterator[Stop]:
    """Yield the screens before an answer: the first, each kind of question, what is asked at the end, and the check."""
    few, winner = f"#{guide.questions[0].id}={guide.questions[0].options[0].id}", _fragment(guide, _winner(guide))
    yield Stop(name="start", address="")
    yield _state("question of a choice", "", SITUATION)
    yield _state("question with its reason", "", SITUATION, ".why:visible summary")
    most = max(guide.questions, key=lambda question: len(question.options))
    yield _state("question of most answers", f"#{most.id}")
    for kind in ("number", "places"):
        question = next(each for each in guide.questions if each.kind == kind)
        yield _state(f"question of {kind}", f"#{question.id}")
    yield replace(_state("places by typing", f"#{question.id}"), prepare=_type)
    yield _state("question that is the last needed", "", SITUATION, walk=".can button")
    for situation in guide.situations:
        if situation.asks:
            chosen = f"{SITUATION}:has([value={situation.id}])"
            yield _state(f"asked of {situation.id}", "", chosen, walk=".asked h2")
    yield _state("question from the check", winner, ".change", ".checked a")
    yield _state("check", winner, ".change")
    yield _state("check of few", few, ".back", ".so")
    yield _state("all at once", "", ALL)
    yield _state("all at once, answered", winner, ".change", ALL)
    for field in ("weight", "amount", "entry"):
        fold = f".step:not(.quote):has(.{field})"
        yield _state(f"all at once, {field} opened", winner, ".change", ALL, f"{fold} > summary", about=fold)


def _answers(guide: Guide) -> Iterator[Stop]:
    """Yield what may come out."""
    told = [(profile.answers, recommend(guide, profile.answers)) for profile in guide.profiles]
    parts = [(answers, {part.model for part in result.parts}, set(result.models)) for answers, result in told]
    kinds: dict[str, Answers] = {
        "winner": _winner(guide),
        "close call": next(answers for answers, result in told if result.outcome == "close_call"),
        "what is kept": next(answers for answers, result in told if result.outcome == "keep"),
        "a part": next(answers for answers, some, chosen in parts if some and some != chosen),
        "a part that is all": next(answers for answers, some, chosen in parts if some and some == chosen),
        "unsure": _unsure(guide),
    }
    for kind, answers in kinds.items():
        yield _state(f"answer: {kind}", _fragment(guide, answers))
    few = _fragment(guide, dict(list(_winner(guide).items())[:2]))
    yield _state("answer: not enough", few, ".back", ".so", "[data-action=answer]")
    yield replace(_state("answer: all ruled out", _fragment(guide, _winner(guide))), prepare=_ruled_out(guide))


def _parts(guide: Guide) -> Iterator[Stop]:
    """Yield the parts below an answer, each opened, and the papers."""
    full = next({**each.answers, **each.beside} for each in guide.profiles if "quote1_name" in each.beside)
    soon = (datetime.now(UTC) + timedelta(days=150)).date()
    link = _fragment(guide, {**full, "renewal_date": str(soon), "notice_days": "60"})
    for chapter in CHAPTERS:
        about = f"[data-chapter={chapter}]"
        yield _state(f"part: {chapter}", link, f"guide-chapters [value={chapter}]", about=about)
    yield _state("working opened", link, "guide-chapters [value=working]", about="[data-chapter=working]")
    yield _state("bills opened", link, *[f".choices details:nth-child({at}) summary" for at in (1, 2)], about=".bills")
    yield _state("lines drawn", link, ".drawn summary", about=".drawn")
    yield _state("numbers opened", link, ".assumptions summary", about=".assumptions")
    yield _state("quotes opened", link, ".to-send summary", about=".quotes")
    yield _state("dates opened", link, ".dates summary", about=".deadline")
    yield _state("question from the answer", link, ".given a")
    yield _state("number from the answer", link, ".assumptions summary", ".assumptions li > a")
    yield replace(_state("compared", link, about=".contrast"), prepare=_compared)
    for sheet in PAPERS:
        yield replace(_state(f"paper: {sheet}", link), prepare=partial(_sheet, sheet), about=RESULT)


def _troubles(guide: Guide) -> Iterator[Stop]:
    """Yield what goes wrong, or has yet to come."""
    winner, engine = _fragment(guide, _winner(guide)), "**/assets/{adviser,plain,python}/**"
    yield replace(_state("code that cannot be read", "", ".coded summary", ".coded button"), about=".coded")
    yield _state("started over", winner, ".actions [type=reset]")
    yield _state("number out of bounds", "#quote1_comp_rate=240&quote1_percent=3")
    yield Stop(name="loading", address=winner, prepare=partial(_settled, "downloading"), broken=engine, fault=Stall())
    yield Stop(name="failed", address=winner, prepare=partial(_settled, "failed"), broken=engine)


def _state(name: str, address: str, *pressed: str, about: str = "", walk: str = "") -> Stop:
    """Return a state that comes of pressing one thing after the other, then of answering until `walk` is seen."""

    def prepare(page: Page) -> None:
        if "=" in address:
            _settled("ready", page)
            expect(page.locator(".headline, .checked, fieldset:visible").first).to_be_visible()
        _press(*pressed, page=page)
        if walk:
            _walk(page, walk)

    return Stop(name=name, address=address, prepare=prepare, about=about)


def _winner(guide: Guide) -> dict[str, Answer]:
    return dict(next(profile for profile in guide.profiles if profile.expect.outcome == "winner").answers)


def _unsure(guide: Guide) -> dict[str, Answer]:
    """Return answers of an example, with one "not sure" that leaves the outcome in doubt."""
    return next(
        unsure
        for profile in guide.profiles
        for question in profile.answers
        if explain(guide, recommend(guide, unsure := {**profile.answers, question: NOT_SURE}))["doubts"]
    )


def _fragment(guide: Guide, answers: Answers) -> str:
    return f"#{explain(guide, recommend(guide, answers))['fragment']}"


def _settled(state: str, page: Page) -> None:
    RecommenderPage(page, "", all_at_once=False).expect_state(state)


def _press(*selectors: str, page: Page) -> None:
    for selector in selectors:
        page.locator(selector).first.click()


def _walk(page: Page | FrameLocator, seen: str) -> None:
    """Take the first answer of each question, pass over those without any, until something is seen."""
    for _ in range(MOST_QUESTIONS):
        question = page.locator("fieldset:visible:is([data-kind=choice], [data-kind=number], [data-kind=places])")
        expect(question.or_(page.locator(f"{seen}:visible")).first).to_be_visible()
        if page.locator(seen).is_visible():
            return
        answered = page.locator(f"fieldset[id={question.get_attribute('id')}]")
        choice = answered.get_attribute("data-kind") == "choice"
        (answered.locator("label").first if choice else page.locator(".skip")).click()
        expect(answered).to_be_hidden()


def _search(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("workers comp")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def _type(page: Page) -> None:
    """Choose two places by typing, and type what several fit."""
    field = page.get_by_role("combobox")
    for letters in ("tex", "ok"):
        field.fill(letters)
        page.keyboard.press("Enter")
    field.fill("new")
    expect(page.get_by_role("option").first).to_be_visible()


def _compared(page: Page) -> None:
    """Set a result beside that of what would change it."""
    _settled("ready", page)
    _press("[data-action=keep]", ".flips a", page=page)
    expect(page.locator(".contrast table")).to_be_visible()


def _sheet(name: str, page: Page) -> None:
    _settled("ready", page)
    expect(RecommenderPage(page, "", all_at_once=False).headline).to_be_visible()
    page.evaluate("name => (document.documentElement.dataset.print = name)", name)


def _ruled_out(guide: Guide) -> Callable[[Page], None]:
    """Return how to show what no answers lead to: what Python says once one more rule excludes every model."""
    answers = _winner(guide)
    question = next(each.id for each in guide.questions if each.kind == "choice" and each.id in answers)
    models = tuple(model.id for model in guide.models if model.stands == "rival")
    rule = next(rule for rule in guide.rules if rule.excludes)
    strict = replace(rule, id="all", when={question: (str(answers[question]),)}, within={}, excludes=models)
    stricter = replace(guide, rules=(*guide.rules, strict))
    told = json.dumps(explain(stricter, recommend(stricter, answers)))

    def show(page: Page) -> None:
        _settled("ready", page)
        say = "(element, detail) => element.engine.dispatchEvent(new CustomEvent('answer', {detail}))"
        page.locator("guide-recommender").evaluate(say, told)

    return show


def _embedded(page: Page) -> None:
    """Answer on the other site until there is a result, and see it."""
    frame = page.locator("guide-embed iframe").content_frame
    frame.locator(SITUATION).first.click()
    _walk(frame, ".can button")
    for button in (".can button", ".check [data-action=answer]"):
        frame.locator(button).click()
    expect(frame.locator(".answer .headline")).to_be_visible()
