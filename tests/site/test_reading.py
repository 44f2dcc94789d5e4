"""The pages to read: what opens at a mark, what can be chosen and sorted, and what machines are told."""

import json

import pytest
from playwright.sync_api import Page, Route, expect

from generator.publish.mkdocs import NOWHERE
from recommender.model import Guide


def test_a_mark_says_whose_word_it_is_and_opens_what_stands_behind_it(page: Page, home: str, guide: Guide) -> None:
    page.goto(f"{home}models/{guide.models[0].id}/")
    marker = page.locator(".opening .cite").first
    kinds = [strength.label for strength in guide.strengths]
    assert marker.locator(".kind").inner_text() in kinds
    marker.focus()
    page.keyboard.press("Enter")
    card = page.locator(".card-source:popover-open")
    expect(card).to_be_visible()
    for words in ("Interest:", "Confidence:", "Checked"):
        expect(card).to_contain_text(words)
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    expect(marker).to_be_focused()


def test_paper_has_footnotes_in_place_of_marks(page: Page, home: str, guide: Guide) -> None:
    page.goto(f"{home}models/{guide.models[0].id}/")
    mark, number = page.locator(".opening .cite").first, page.locator(".opening .cites .footnote").first
    expect(number).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(mark).to_be_hidden()
    expect(number).to_be_visible()
    note = page.locator(f"[id='{(number.get_attribute('href') or '').partition('#')[2]}']")
    expect(note).to_be_visible()
    expect(note.locator(".kind").first).to_be_visible()
    expect(page.locator("details.sources")).to_be_hidden()
    expect(page.locator("details:not(.sources) dd").first).to_be_visible()


def test_the_comparison_shows_the_chosen_models(page: Page, home: str, guide: Guide) -> None:
    page.goto(f"{home}compare/")
    compared = [model for model in guide.models if model.compared]
    headings = page.locator("table.compare").first.locator("thead th[data-model]:visible")
    expect(headings).to_have_text([m.abbreviation for m in compared if m.id in guide.compare_first])
    for model in compared:
        page.get_by_role("checkbox", name=model.abbreviation, exact=True).check()
    expect(headings).to_have_text([model.abbreviation for model in compared])


def test_the_comparison_looks_the_same_before_its_script_comes(page: Page, home: str, guide: Guide) -> None:
    held: list[Route] = []
    page.route("**/compare.js", lambda route: held.append(route))
    page.goto(f"{home}compare/", wait_until="commit")
    table = page.locator("table.compare").first
    headings = table.locator("thead th[data-model]:visible")
    chosen = [m.abbreviation for m in guide.models if m.id in guide.compare_first]
    expect(headings).to_have_text(chosen)
    expect(table.locator(".nuance").first).to_be_visible()
    before = table.bounding_box()
    page.wait_for_function("() => document.querySelectorAll('table.compare').length > 1")
    held[0].continue_()
    expect(page.locator("guide-comparison form")).to_be_visible()
    expect(headings).to_have_text(chosen)
    assert table.bounding_box() == before


def test_a_place_leads_to_its_neighbours(page: Page, home: str, guide: Guide) -> None:
    first, second, *_ = guide.jurisdictions
    page.goto(f"{home}states/{first.id}/")
    around = page.get_by_role("navigation", name="Places")
    expect(around.locator("[rel=prev]")).to_have_count(0)
    around.get_by_role("link", name=second.name).click()
    expect(page.get_by_role("heading", level=1, name=second.name)).to_be_visible()
    expect(around.locator("[rel=prev]")).to_have_text(first.name)


def test_only_rows_that_differ_or_are_alike_can_be_shown(page: Page, home: str, guide: Guide) -> None:
    page.goto(f"{home}compare/")
    first, second = guide.compare_first
    differing = [row for row in guide.criteria if row.cells[first].value != row.cells[second].value]
    assert 0 < len(differing) < len(guide.criteria)
    counts = {"only what differs": len(differing), "only what is the same": len(guide.criteria) - len(differing)}
    for choice, count in {**counts, "all": len(guide.criteria)}.items():
        page.get_by_label("Rows").select_option(choice)
        expect(page.locator("guide-comparison tbody:visible")).to_have_count(count)
        told = f"{count} of {len(guide.criteria)} rows shown; {len(differing)} differ between these columns."
        expect(page.get_by_role("status").filter(visible=True)).to_have_text(told)


def test_what_the_reader_has_now_stands_first(page: Page, home: str, guide: Guide) -> None:
    page.goto(f"{home}compare/")
    now = next(model for model in guide.models if model.compared and model.id not in guide.compare_first)
    page.get_by_label("I have now").select_option(now.abbreviation)
    headings = page.locator("table.compare").first.locator("thead th[data-model]:visible")
    expect(headings.first).to_have_text(f"{now.abbreviation} you have this now")
    expect(headings).to_have_count(1 + len(guide.compare_first))
    page.get_by_label("I have now").select_option("nothing chosen")
    expect(headings).to_have_text([m.abbreviation for m in guide.models if m.id in guide.compare_first])


def test_with_nothing_chosen_everything_is_shown(page: Page, home: str, guide: Guide) -> None:
    page.goto(f"{home}compare/")
    for model in guide.compare_first:
        page.locator(f"input[name=model][value={model}]").uncheck()
    headings = page.locator("table.compare").first.locator("thead th[data-model]:visible")
    expect(headings).to_have_count(len([model for model in guide.models if model.compared]))


def test_the_table_of_places_can_be_sorted(page: Page, home: str, guide: Guide) -> None:
    page.goto(f"{home}states/")
    page.get_by_text("Show the table").click()
    names = page.locator("table.places tbody th")
    expect(names).to_have_count(len(guide.jurisdictions))
    button = page.locator("table.places thead button").first
    button.click()
    button.click()
    expect(names.first).to_have_text(max(place.name for place in guide.jurisdictions))
    expect(page.locator("table.places thead th").first).to_have_attribute("aria-sort", "descending")


def test_a_tile_leads_to_its_place_and_says_its_value(page: Page, home: str, guide: Guide) -> None:
    page.goto(f"{home}states/")
    place = guide.jurisdictions[0]
    tile = page.locator("ul.tiles").first.get_by_role("link", name=place.code)
    aspect = guide.aspects[0]
    label = next(value.label for value in aspect.values if value.id == place.facts[aspect.id].value)
    expect(tile).to_contain_text(label)
    tile.click()
    expect(page.get_by_role("heading", level=1, name=place.name, exact=True)).to_be_visible()


def test_an_unknown_value_is_shown_as_unknown(page: Page, home: str, guide: Guide) -> None:
    place = next(p for p in guide.jurisdictions if any(f.value == "unknown" for f in p.facts.values()))
    page.goto(f"{home}states/{place.id}/")
    expect(page.locator("p.unknown")).to_contain_text("Unknown: ")


def test_a_disputed_claim_leads_to_the_dispute(page: Page, home: str) -> None:
    page.goto(f"{home}compare/")
    link = page.locator("a.disputed:visible").first
    address = link.get_attribute("href") or ""
    link.click()
    expect(page.locator(f"[id='{address.partition('#')[2]}']")).to_be_visible()


@pytest.mark.parametrize("path", ["", "compare/", "states/texas/", "faq/"])
def test_link_previews_have_words(page: Page, home: str, path: str, built_for: str) -> None:
    page.goto(home + path)
    for name in ("og:title", "og:description"):
        assert page.locator(f"meta[property='{name}']").get_attribute("content"), name
    assert page.locator("meta[name=description]").get_attribute("content")
    named = [] if built_for == NOWHERE else [built_for]
    canonical = page.locator("link[rel=canonical]")
    assert [link.get_attribute("href") for link in canonical.all()] == [f"{each}{path}" for each in named]
    pictures = page.locator("meta[property='og:image']")
    assert [each.get_attribute("content") for each in pictures.all()] == [f"{each}assets/mark.png" for each in named]
    assert page.request.get(f"{home}assets/mark.png").headers["content-type"] == "image/png"


def test_search_engines_are_told_the_questions(page: Page, home: str, guide: Guide) -> None:
    page.goto(f"{home}faq/")
    told = json.loads(page.locator("script[type='application/ld+json']").text_content() or "")
    assert told["@type"] == "FAQPage"
    assert [entry["name"] for entry in told["mainEntity"]] == [entry.question for entry in guide.faq]


def test_the_data_can_be_downloaded(page: Page, home: str, guide: Guide) -> None:
    page.goto(f"{home}data/")
    for name in ("guide.json", "guide.schema.json", "comparison.csv"):
        address = page.evaluate("(link) => link.href", page.get_by_role("link", name=name).element_handle())
        assert page.request.get(address).ok
    assert page.request.get(f"{home}data/guide.json").json()["schema_version"] == guide.schema_version


def test_following_a_link_to_the_questions_runs_nothing(page: Page, home: str, guide: Guide) -> None:
    """The browser would complain of what the policy does not let run, and no test tolerates that."""
    page.goto(f"{home}glossary/")
    page.get_by_role("link", name="Common questions").first.click()
    expect(page.get_by_role("heading", level=2).first).to_contain_text(guide.faq[0].question)


NAMED = {
    "": ".card, .others dt",
    "compare/": "thead [data-model]",
    "liability/": "thead [data-model], details.who summary",
    "models/": ".card h2",
    "cost/": "table.totals tbody th",
    "examples/": "details.who summary",
}
"""Where each page names models; the same shape in the same colour stands beside each name."""


def test_a_model_has_its_icon_wherever_it_is_named(page: Page, home: str, guide: Guide) -> None:
    looks: dict[str, set[tuple[str, str]]] = {}
    for path, places in NAMED.items():
        page.goto(home + path)
        page.locator(places).first.wait_for()
        found = page.locator(places).evaluate_all("""all => all.map((one) => {
          const { maskImage, backgroundColor } = getComputedStyle(one.querySelector(".icon"));
          const named = one.closest("[data-model]") ?? one.querySelector(".icon");
          return [named.dataset.model, one.textContent, maskImage, backgroundColor];
        })""")
        names = {model.id: (model.abbreviation, model.name) for model in guide.models}
        for model, text, shape, colour in found:
            assert any(name in text for name in names[model]), (path, model, text)
            looks.setdefault(model, set()).add((shape, colour))
    assert looks.keys() == {model.id for model in guide.models}
    assert {model: len(each) for model, each in looks.items()} == dict.fromkeys(looks, 1)
    assert len({look for each in looks.values() for look in each}) == len(guide.models)
