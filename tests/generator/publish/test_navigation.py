"""The navigation follows the pages of the guide, and says of this guide what mkdocs.yml says."""

import json

from mkdocs.config import load_config

from generator.publish.mkdocs import configure
from generator.publish.navigation import Entry, fit
from recommender.model import Guide
from shared import ROOT

NAVIGATION: list[Entry] = [
    {"Home": "index.md"},
    {"Things": [{"All": "things/index.md"}, {"One": "things/one.md"}, {"Two": "things/two.md"}]},
    {"Places": [{"All": "places/index.md"}]},
]
PAGES = ["index.md", "places/index.md", "places/here.md", "places/there.md", "things/index.md"]


def test_pages_of_a_listed_folder_come_and_go() -> None:
    _, things, _ = fit(NAVIGATION, [*PAGES, "things/four.md", "things/three.md", "things/two.md"])
    assert things == {
        "Things": [{"All": "things/index.md"}, {"Two": "things/two.md"}, "things/four.md", "things/three.md"]
    }


def test_a_folder_of_which_only_the_overview_is_listed_stays_so() -> None:
    assert fit(NAVIGATION, PAGES)[2] == {"Places": [{"All": "places/index.md"}]}


def test_a_section_without_pages_is_left_out() -> None:
    assert fit(NAVIGATION, ["index.md"]) == [{"Home": "index.md"}]


def test_mkdocs_yml_says_what_the_data_say(guide: Guide) -> None:
    """Other builders read mkdocs.yml alone."""
    written = load_config(str(ROOT / "mkdocs.yml"))
    ours = configure(guide, ROOT)
    pages = [path for path in json.loads((ROOT / "docs" / ".generated.json").read_text()) if path.endswith(".md")]
    assert written.nav is not None
    assert fit(written.nav, pages) == written.nav
    assert (written.site_name, written.site_description) == (ours.site_name, ours.site_description)
