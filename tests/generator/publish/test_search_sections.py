"""The search is given what a page says to its readers: whole words, in short pieces, each at its place."""

import pytest

from generator.publish.search_sections import sections


def read(article: str) -> list[tuple[str, str, list[str]]]:
    found = sections(f"<head><title>No</title></head><nav>No</nav><article>{article}</article><footer>No</footer>")
    return [(each.id, each.title, each.blocks) for each in found]


def test_a_page_is_its_opening_and_its_headings() -> None:
    page = '<h1 id="top">Bikes<a class="headerlink">Link</a></h1><p>Go.</p><h2 id="why">Why</h2><p>Dry.</p><p>Fast.</p>'
    assert read(page) == [("", "Bikes", ["Go."]), ("why", "Why", ["Dry.", "Fast."])]


def test_a_section_ends_with_what_holds_it() -> None:
    page = '<h1>A</h1><section><h2 id="b">B</h2><p>One.</p></section><p>Two.</p><h2 id="c">C</h2><h3 id="d">D</h3>'
    assert read(page) == [("", "A", ["Two."]), ("b", "B", ["One."]), ("c", "C", []), ("d", "D", [])]


def test_rows_entries_and_words_of_a_list_are_found_by_themselves() -> None:
    page = (
        "<h1>A</h1><table><thead><tr><th>No</th></tr></thead>"
        '<tr id="row"><th>Cost</th><td>Two</td><td>Three</td></tr></table>'
        '<div id="entry"><h3>Dispute</h3><p>It rains.</p></div>'
        '<dl data-search-each><div id="word"><dt>SUI <span>State tax</span></dt><dd>A <b>tax</b>.</dd></div></dl>'
        '<dl><div id="fact"><dt>Rate</dt><dd>Two.</dd></div></dl>'
    )
    assert read(page) == [
        ("", "A", ["Rate", "Two."]),
        ("row", "Cost", ["Two", "Three"]),
        ("entry", "Dispute", ["It rains."]),
        ("word", "SUI State tax", ["A tax."]),
    ]


def test_words_of_two_blocks_are_two_and_of_one_are_one() -> None:
    page = "<h1>A</h1><div>A</div><div>One<div>Two</div>Three<br>Four</div><p>re<b>turn</b>ing\n here</p>"
    assert read(page) == [("", "A", ["One", "Two", "Three", "Four", "returning here"])]


@pytest.mark.parametrize(
    "unread",
    [
        "<form><p>No</p></form>",
        "<template><h2 id='no'>No</h2><p>No</p></template>",
        "<p hidden>No</p>",
        "<div popover><ul><li>No <img src='no'></li></ul></div>",
        "<span aria-hidden='true'>No</span>",
        "<span data-search-exclude><span data-search-exclude>No</span> no</span>",
        "<h2 id='no' data-search-exclude>No</h2><details><p>No</p></details>",
    ],
)
def test_what_is_no_text_of_the_page_is_left_out(unread: str) -> None:
    assert read(f"<h1>A</h1><div>{unread}</div><p>Yes.</p>") == [("", "A", ["Yes."])]


def test_what_is_never_closed_ends_with_what_holds_it() -> None:
    assert read("<h1>A</h1><ul><li>One<li>Two</ul><p>Three.</p></div>") == [("", "A", ["One", "Two", "Three."])]
