"""The marks behind sentences: whose word is named, what a card holds, which disputes and words are told."""

from dataclasses import replace

from generator.pages.references import References, index
from recommender.model import Guide
from recommender.sources import Claim


def claim(*cites: str, text: str = "Something.") -> Claim:
    return Claim(text=text, cites=tuple(cite if "#" in cite else f"almanac#{cite}" for cite in cites))


def with_hearsay(guide: Guide) -> Guide:
    """Return the guide with a second publication, of somebody who sells."""
    (almanac,) = guide.sources
    seller = replace(almanac, id="poster", label="Poster on the bus", short="Poster", kind="seller")
    return replace(guide, sources=(almanac, seller))


def test_a_mark_names_the_strongest_publication_wherever_it_is_cited(small: Guide) -> None:
    references = References(index(with_hearsay(small)))
    card = references.sentence(claim("poster#far", "cheaper", "poster#drier")).card
    assert (card.first.name, card.first.strength.id) == ("Almanac", "print")
    assert [(each.name, [said.id for said in each.statements]) for each in card.references] == [
        ("Almanac", ["cheaper"]),
        ("Poster", ["far", "drier"]),
    ]


def test_publications_are_listed_once_with_all_that_is_cited_of_them(small: Guide) -> None:
    references = References(index(with_hearsay(small)), [claim("poster#far")])
    references.section([claim("cheaper"), claim("cheaper", "far")])
    assert [(each.source.id, [said.id for said in each.statements]) for each in references.listed()] == [
        ("almanac", ["cheaper", "far"]),
        ("poster", ["far"]),
    ]


def test_a_page_opens_with_its_answer(small: Guide) -> None:
    references = References(index(small), [claim("far")])
    assert [sentence.card.number for sentence in references.opening] == [1]
    assert references.sentence(claim("cheaper")).card.number == 2


def test_a_place_is_named_once_for_all_that_was_taken_from_it(small: Guide) -> None:
    (almanac,) = small.sources
    same = replace(almanac, statements=tuple(replace(each, where="Page 1") for each in almanac.statements))
    references = References(index(replace(small, sources=(same,))))
    (listed,) = references.sentence(claim("cheaper", "far")).card.references
    assert [(where, [each.id for each in found]) for where, found in listed.places.items()] == [
        ("Page 1", ["cheaper", "far"])
    ]


def test_the_same_statements_share_one_card(small: Guide) -> None:
    references = References(index(small))
    for statements in (("cheaper", "far"), ("far", "cheaper"), ("far",)):
        references.sentence(claim(*statements))
    assert [card.id for card in references.cards()] == ["card-1", "card-2"]


def test_a_dispute_is_told_once_a_section(small: Guide) -> None:
    references = References(index(small))
    told = [references.sentence(claim("drier")).dispute, references.sentence(claim("drier", "far")).dispute]
    again = references.section([claim("far"), claim("drier")])
    assert [each and each.id for each in (*told, *(sentence.dispute for sentence in again))] == [
        "drier-or-not",
        None,
        None,
        "drier-or-not",
    ]


def test_a_word_of_the_field_is_marked_where_it_first_stands(small: Guide) -> None:
    references = References(index(small), explain=True)
    first, second = (references.sentence(claim("far", text="Buses, or a Bus; no Busman.")) for _ in range(2))
    assert [(part.text, part.term and part.term.id) for part in first.parts] == [
        ("Buses", "bus"),
        (", or a Bus; no Busman.", None),
    ]
    assert [part.text for part in second.parts] == ["Buses, or a Bus; no Busman."]


def test_a_glossary_explains_no_word_by_itself(small: Guide) -> None:
    sentence = References(index(small), explain=False).sentence(claim("far", text="Buses."))
    assert [part.term for part in sentence.parts] == [None]
