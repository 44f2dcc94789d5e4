"""Values that do not fit the schema are told in words, one line for one mistake."""

import pytest

from generator.reading.shape import fit
from recommender.profiles import Profile


def told(answer: object) -> list[tuple[object, ...]]:
    expect = {"outcome": "winner", "models": [], "decided_by": []}
    value = {"id": "a", "order": 1, "title": "A", "story": "A.", "answers": {"regions": answer}, "expect": expect}
    shaped, found = fit(Profile, value, ("profiles", 3))
    assert (shaped is None) == bool(found)
    return [tuple(at) for at in found]


def test_an_empty_entry_of_a_list_is_told_where_it_stands() -> None:
    why, fix = "it is shown to people", "write words, in quotes if need be"
    assert told(["northland", None]) == [
        (("profiles", 3, "answers", "regions", 1), "must be text, not nothing", why, fix)
    ]


@pytest.mark.parametrize(("answer", "name"), [(None, "nothing"), ({}, "a mapping"), (True, "true or false")])
def test_what_is_of_no_type_that_could_be_is_told_once(answer: object, name: str) -> None:
    what = f"must be text or a whole number or a list, not {name}"
    why, fix = "nothing else can be read here", "write one of these"
    assert told(answer) == [(("profiles", 3, "answers", "regions"), what, why, fix)]


@pytest.mark.parametrize("answer", ["northland", 3, ["northland"], []])
def test_what_fits_is_not_told(answer: object) -> None:
    assert told(answer) == []
