"""The navigation is what the data list, of the pages that are there; and mkdocs.yml says the same of this guide."""

import json
from dataclasses import replace

from mkdocs.config import load_config

from generator.publish.mkdocs import configure
from generator.publish.navigation import Entry, navigation, present
from recommender.model import Guide
from recommender.pages import Listed
from shared import ROOT

NAVIGATION: list[Entry] = [
    {"Home": "index.md"},
    {"Things": [{"All": "things/index.md"}, "things/one.md", {"Two": "things/two.md"}]},
    {"Places": [{"All": "places/index.md"}]},
]


def test_headings_and_names_are_those_of_the_data(small: Guide) -> None:
    start, which, rides, ways, *_ = navigation(small)
    assert (start, which) == ({"Start": "index.md"}, {"Which way": "choose/index.md"})
    assert isinstance(rides, dict)
    assert {"How many ride": "riders/index.md"} in rides["Rides"]
    assert ways == {"Ways": [{"All ways": "models/index.md"}, *(f"models/{model.id}.md" for model in small.models)]}


def test_a_walkthrough_is_listed_where_and_as_it_says(small: Guide) -> None:
    doing = next(entry for entry in navigation(small) if isinstance(entry, dict) and "Doing it" in entry)
    assert doing["Doing it"][0] == {"Go": "how-to/go.md"}
    (go,) = small.walkthroughs
    later = replace(go, listed=Listed(order=105, section="Doing it"))
    doing = next(each for each in navigation(replace(small, walkthroughs=(later,))) if "Doing it" in each)
    assert isinstance(doing, dict)
    assert doing["Doing it"][4] == "how-to/go.md"


def test_a_topic_is_listed_where_and_as_it_says(small: Guide) -> None:
    doing = next(entry for entry in navigation(small) if isinstance(entry, dict) and "Doing it" in entry)
    assert doing["Doing it"][1] == {"Rain": "topics/rain.md"}


def test_what_is_not_listed_is_not_there(small: Guide) -> None:
    text = json.dumps(navigation(small))
    assert "embed/" not in text
    assert "northland" not in text


def test_pages_that_are_not_there_are_left_out() -> None:
    left = present(NAVIGATION, {"index.md", "things/one.md", "things/two.md"})
    assert left == [{"Home": "index.md"}, {"Things": ["things/one.md", {"Two": "things/two.md"}]}]


def test_mkdocs_yml_says_what_the_data_say(guide: Guide) -> None:
    """Other builders read mkdocs.yml alone."""
    written = load_config(str(ROOT / "mkdocs.yml"))
    ours = configure(guide, ROOT)
    assert written.nav == ours.nav
    names = ("site_name", "site_description", "copyright")
    assert [getattr(written, name) for name in names] == [getattr(ours, name) for name in names]
