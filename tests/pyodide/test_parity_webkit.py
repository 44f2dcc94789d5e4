"""The engine of Safari starts from the memory too, and answers with the very bytes of CPython."""

from pathlib import Path
from typing import Any

from selenium.webdriver import WebKitGTK

import faults
from breaking import BreakingServer
from browser_fixtures import PATH
from parity import DIGESTS, Call, calls, compare
from recommender.model import Guide
from shared import started

FEW = 500

_ASK = f"""
const [asked, done] = arguments;
({DIGESTS})(asked).then(done, (error) => done({{ digests: [], mode: String(error) }}));
"""


def test_webkit_gives_equal_bytes(webkit: WebKitGTK, site: Path, guide: Guide) -> None:
    def ask(asked: list[Call]) -> dict[str, Any]:
        return webkit.execute_async_script(_ASK, asked)

    with started(BreakingServer(site, PATH)) as server:
        server.route("**/choose/", faults.without("compiled"))
        webkit.get(f"{server.address}choose/")
        found = compare(guide, calls(guide, FEW), ask)
    assert found.mode == "snapshot", "that start lacks something: another one had to answer"
    assert found.there == found.here
