"""The picture of lines as a browser draws it: real parts of an SVG, inside its frame, and told in words."""

import json
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser_fixtures import PATH, running
from generator.pages.render import environment
from recommender.lines import lines
from recommender.model import Guide
from recommender.phrases import abbreviations
from recommender.result_lines import LinesWords
from recommender.spans import Gap, Span
from shared import ROOT

WEB = ROOT / "widgets" / "web"


@pytest.fixture
def told(small: Guide) -> LinesWords:
    """Return a bus at 100 a rider and a bike at 1,000 to 2,000, for 16 riders."""

    def cost_at(x: Fraction) -> Mapping[str, Span]:
        return {"bus": Span(low=100 * x, high=100 * x), "bike": Span(low=Fraction(1000), high=Fraction(2000))}

    def gap_at(x: Fraction) -> Mapping[str, Gap]:
        return {"bike": Gap(low=1000 - 100 * x, high=2000 - 100 * x)}

    names = abbreviations(small)
    return lines(small, cost_at, gap_at, (), Fraction(16), "headcount", names, "bus", None)


@pytest.fixture
def drawn(page: Page, small: Guide, told: LinesWords, tmp_path: Path) -> Iterator[Page]:
    """Yield a page with nothing but the lines, painted twice as the recommender's page paints."""
    template = environment(tmp_path / "compiled").get_template("_lines.html", globals={"guide": small}).render()
    styles = "".join(file.read_text() for file in sorted((WEB / "styles").glob("*.css")))
    (tmp_path / "paint.js").write_text((WEB / "paint.js").read_text())
    (tmp_path / "index.html").write_text(f"""<!DOCTYPE html><html lang="en"><title>Lines</title>
        <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><style>{styles}</style>
        <body class="md-typeset"><div id="place"></div><template>{template}</template><script type="module">
        import {{ paint }} from "./paint.js";
        const template = document.querySelector("template");
        for (const _ of [1, 2]) place.replaceChildren(paint(template, {{ lines: [{json.dumps(told)}] }}));
        </script>""")
    with running(tmp_path, PATH) as server:
        page.goto(server.address)
        yield page


def test_every_part_is_drawn_where_python_put_it(drawn: Page, told: LinesWords) -> None:
    figure = drawn.locator("figure")
    for name, keys in (("bands", ("area", "middle")), ("ends", ("lead",))):
        for key in keys:
            paths = figure.locator(f"svg[role=img] .{name} path.{key}")
            expect(paths).to_have_count(2)
            found = paths.evaluate_all(
                "paths => paths.map(path => [path.getAttribute('d'), path.getTotalLength() > 0])"
            )
            assert found == [[band[key], True] for band in told["bands"]]  # type: ignore[literal-required]
    expect(figure.locator(".ticks text")).to_have_text([each["label"] for each in (*told["up"], *told["across"])])
    expect(figure.locator(".own text")).to_have_text("all 16 of you")
    assert drawn.locator("template template, svg template").count() == 0


def test_it_is_told_in_words(drawn: Page) -> None:
    expect(drawn.get_by_role("img", name="Coins a rider")).to_be_visible()
    expect(drawn.get_by_role("row", name="Bike")).to_contain_text("more to 9 riders; who knows, 10 to 20; less, 21 on")


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_of_it_hangs_over(drawn: Page, width: int) -> None:
    drawn.set_viewport_size({"width": width, "height": 740})
    assert drawn.evaluate("document.documentElement.scrollWidth") <= width
    inside = drawn.locator("svg[role=img]").evaluate(
        """svg => { const frame = svg.getBoundingClientRect();
        return [...svg.querySelectorAll("text")].filter(text => {
          const box = text.getBoundingClientRect();
          return [frame.left - box.left, box.right - frame.right, frame.top - box.top, box.bottom - frame.bottom].some(
            (over) => over > 1);
        }).map(text => text.textContent); }"""
    )
    assert inside == []


def test_no_two_names_stand_on_each_other(drawn: Page) -> None:
    boxes = drawn.locator(".ends text").evaluate_all("texts => texts.map(text => text.getBoundingClientRect().top)")
    assert abs(boxes[0] - boxes[1]) >= 10


def test_lines_are_told_apart_without_colour(drawn: Page) -> None:
    dashes = drawn.locator(".bands .middle").evaluate_all(
        "paths => paths.map(path => getComputedStyle(path).strokeDasharray)"
    )
    assert len(set(dashes)) == len(dashes) == 2
    legend = drawn.locator(".legend .middle").evaluate_all(
        "paths => paths.map(path => getComputedStyle(path).strokeDasharray)"
    )
    assert legend == dashes
