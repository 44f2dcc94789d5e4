"""The index has the texts of the pages that are searched, and the words of synonyms beside what they lead to."""

import json
from pathlib import Path
from typing import Any

import pytest

from generator.problems import BuildError
from generator.publish.search_index import INDEX, fill_index
from recommender.pages import Synonyms


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a built site of three pages, of which one is not searched."""
    for address, text in {
        "": "<h1>Home</h1>",
        "a": '<h1>A &lt; B</h1><p>x<p>y</p><h2 id="c">C</h2>',
        "no": "<h1>No</h1>",
    }.items():
        (tmp_path / address).mkdir(exist_ok=True)
        (tmp_path / address / "index.html").write_text(f"<article>{text}</article>")
    docs = [
        {"location": "", "title": "t", "text": "xy"},
        {"location": "a/", "boost": 0.3},
        {"location": "a/#c", "boost": 0.3},
    ]
    (tmp_path / INDEX).parent.mkdir()
    (tmp_path / INDEX).write_text(json.dumps({"config": {"lang": ["en"]}, "docs": docs}))
    return tmp_path


def filled(site: Path, *synonyms: Synonyms) -> dict[str, Any]:
    count = fill_index(site, synonyms)
    index = json.loads((site / INDEX).read_text())
    assert index["config"] == {"lang": ["en"]}
    assert len(index["docs"]) == count
    return {each.pop("location"): each for each in index["docs"]}


def test_pages_that_are_searched_are_read_again(site: Path) -> None:
    assert filled(site) == {
        "": {"title": "Home", "text": ""},
        "a/": {"title": "A &lt; B", "text": "<p>x</p><p>y</p>", "also": "a_ b_", "boost": 0.3},
        "a/#c": {"title": "C", "text": "", "boost": 0.3},
    }


def test_each_word_of_synonyms_stands_once_beside_what_they_lead_to_and_once_more_marked(site: Path) -> None:
    page = Synonyms(id="p", page="a/", words=("worker's B",))
    found = filled(site, page, Synonyms(id="s", page="a/#c", words=("Work comp", "co-comp")))
    assert found["a/"]["also"] == "worker b a_ b_ worker_"
    assert found["a/#c"]["also"] == "work comp co work_ comp_ co_"


@pytest.mark.parametrize("page", ["a/#d", "no/"])
def test_synonyms_cannot_lead_to_what_is_not_searched(site: Path, page: str) -> None:
    with pytest.raises(BuildError, match=page):
        fill_index(site, [Synonyms(id="s", page=page, words=("x",))])
