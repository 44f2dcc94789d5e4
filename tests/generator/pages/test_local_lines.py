"""What a reader should know of a place at each stage follows from what was found there."""

from dataclasses import replace

from generator.pages.local_lines import lines, shown
from recommender.model import Guide


def test_the_first_line_that_holds_is_chosen_and_filled_in(small: Guide) -> None:
    told = {place.name: lines(small, place) for place in small.jurisdictions}
    assert [(stage, claim.text) for stage, claim in told["Northland"]] == [
        ("On the way", "Northland has hills (Many, 1,200 bridges), so take the bus.")
    ]
    assert [claim.text for _, claim in told["Southland"]] == ["Nobody told us of hills in Southland, so look."]


def test_known_stands_for_any_value_but_unknown(small: Guide) -> None:
    first, second = small.local_lines
    guide = replace(small, local_lines=(replace(first, when={"hills": ("known",)}), second))
    assert [lines(guide, place)[0][1].cites for place in guide.jurisdictions] == [first.cites, second.cites]
    assert lines(guide, guide.jurisdictions[0])[0][1].text.startswith("Northland has hills")


def test_a_number_reads_as_its_aspect_says(small: Guide) -> None:
    bridges = next(aspect for aspect in small.aspects if aspect.shown)
    north, south = (shown(bridges, place.facts[bridges.id]) for place in small.jurisdictions)
    assert (north, south) == ("1,200 bridges", "2 to 3.5 bridges")
