"""Citations gather by publication, and all that an explanation cites stands in its list of sources."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from recommender.citing import Citations
from recommender.explain import explain
from recommender.model import Guide
from recommender.scoring import recommend
from shared import draw_given


def two_publications(small: Guide) -> Guide:
    """Return the guide with a second publication, whose label comes first in the alphabet."""
    other = replace(small.sources[0], id="zeitung", label="Aa", statements=small.sources[0].statements[:1])
    return replace(small, sources=(*small.sources, other))


def test_what_is_cited_of_a_publication_stands_together(small: Guide) -> None:
    sources = Citations(two_publications(small))
    almanac, other = sources.describe(("almanac#far", "zeitung#cheaper", "almanac#cheaper"))
    assert almanac == {
        "source": "almanac",
        "label": "Almanac",
        "bias": "none",
        "first": "almanac--far",
        "statements": [{"id": "almanac--far", "where": "Page 3"}, {"id": "almanac--cheaper", "where": "Page 1"}],
    }
    assert (other["source"], other["first"]) == ("zeitung", "zeitung--cheaper")


def test_nothing_is_listed_before_it_is_cited(small: Guide) -> None:
    sources = Citations(two_publications(small))
    assert sources.described() == []
    sources.describe(("almanac#far",))
    sources.describe(("almanac#cheaper",))
    assert [each["source"] for each in sources.described()] == ["almanac"]
    sources.describe(("zeitung#cheaper",))
    assert [each["label"] for each in sources.described()] == ["Aa", "Almanac"]


def test_a_publication_is_described_as_the_guide_has_it(small: Guide) -> None:
    sources = Citations(small)
    sources.describe(("almanac#far",))
    assert sources.described() == [
        {
            "source": "almanac",
            "label": "Almanac",
            "bias": "none",
            "title": "Almanac of ways to work",
            "publisher": "Nobody",
            "confidence": "low",
            "url": "https://example.org/almanac",
        }
    ]


def test_publications_of_one_label_are_listed_by_id(small: Guide) -> None:
    guide = two_publications(small)
    guide = replace(guide, sources=tuple(replace(source, label="Same") for source in guide.sources[::-1]))
    sources = Citations(guide)
    sources.describe(("zeitung#cheaper", "almanac#far"))
    assert [each["source"] for each in sources.described()] == ["almanac", "zeitung"]


def test_a_citation_that_is_none_is_no_silence(small: Guide) -> None:
    with pytest.raises(KeyError):
        Citations(small).describe(("almanac#no-such-statement",))


def cited(value: object) -> Iterator[str]:
    """Yield the publications behind every citation, wherever in a result it stands."""
    if isinstance(value, dict):
        if "statements" in value:
            yield value["source"]
        for each in value.values():
            yield from cited(each)
    elif isinstance(value, list):
        for each in value:
            yield from cited(each)


def test_the_sources_of_an_explanation_are_those_that_it_cites(any_guide: Guide) -> None:
    for answers in draw_given(any_guide, 60, seed=61):
        told = explain(any_guide, recommend(any_guide, answers))
        listed = [source["source"] for source in told["sources"]]
        assert set(listed) == set(cited(told)), answers
        assert len(listed) == len(set(listed))


def test_what_only_a_cost_cites_is_listed_too(small: Guide) -> None:
    guide = two_publications(small)
    fare = next(each for each in guide.amounts if each.low is not None)
    claims = (replace(fare.claims[0], cites=("zeitung#cheaper",)),)
    amounts = tuple(replace(each, claims=claims) if each is fare else each for each in guide.amounts)
    guide = replace(guide, amounts=amounts)

    def listed(answers: dict[str, object]) -> list[str]:
        return [each["source"] for each in explain(guide, recommend(guide, answers))["sources"]]

    assert listed({"rain": "no", "riders": 2}) == ["zeitung", "almanac"]
    assert listed({"rain": "no", "riders": 2, fare.id: 1}) == ["almanac"]  # a number of one's own needs no source
    assert listed({"rain": "no"}) == ["almanac"]
