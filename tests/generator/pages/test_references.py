"""Numbers, cards and disputes behind the sentences of a page."""

from dataclasses import replace

from generator.pages.references import References, index
from recommender.model import Guide
from recommender.sources import Claim


def claim(*statements: str) -> Claim:
    return Claim(text="Something.", cites=tuple(f"almanac#{statement}" for statement in statements))


def test_a_publication_keeps_its_number_on_a_page(small: Guide) -> None:
    references = References(index(small))
    first, second = references.sentence(claim("cheaper")), references.sentence(claim("far"))
    assert [marker.number for marker in (*first.markers, *second.markers)] == [1, 1]
    assert [statement.id for statement in references.listed()[0].statements] == ["cheaper", "far"]


def test_statements_of_one_publication_share_a_marker_and_its_card(small: Guide) -> None:
    references = References(index(small))
    sentence = references.sentence(claim("cheaper", "far"))
    assert [marker.label for marker in sentence.markers] == ["Almanac: Page 1; Page 3"]
    (card,) = references.cards()
    assert [statement.id for statement in card.statements] == ["cheaper", "far"]
    assert sentence.markers[0].card == card.id


def test_a_place_is_named_once_for_all_that_was_taken_from_it(small: Guide) -> None:
    almanac = next(source for source in small.sources if source.id == "almanac")
    same = replace(almanac, statements=tuple(replace(each, where="Page 1") for each in almanac.statements))
    references = References(index(replace(small, sources=(same,))))
    references.sentence(claim("cheaper", "far"))
    (listed,) = references.listed()
    assert [(where, [each.id for each in found]) for where, found in listed.places.items()] == [
        ("Page 1", ["cheaper", "far"])
    ]


def test_the_same_statements_share_one_card(small: Guide) -> None:
    references = References(index(small))
    for statements in (("cheaper", "far"), ("far", "cheaper"), ("far",)):
        references.sentence(claim(*statements))
    assert len(references.cards()) == 2


def test_a_sentence_knows_the_disputes_that_it_touches(small: Guide) -> None:
    references = References(index(small))
    assert [dispute.id for dispute in references.sentence(claim("drier", "far")).disputes] == ["drier-or-not"]
    assert references.sentence(claim("far")).disputes == ()
