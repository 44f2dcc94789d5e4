"""The engine of Safari starts from the memory too, and answers with the very bytes of CPython."""

from typing import Any

from selenium.webdriver import WebKitGTK

from parity import DIGESTS, SCRIPTS, Call, calls, compare
from recommender.model import Guide

FEW = 500

_ASK = f"""
const [asked, done] = arguments;
({DIGESTS})([{SCRIPTS}, asked]).then(done, (error) => done({{ digests: [], mode: String(error) }}));
"""


def test_webkit_gives_equal_bytes(webkit: WebKitGTK, home: str, guide: Guide) -> None:
    def ask(asked: list[Call]) -> dict[str, Any]:
        return webkit.execute_async_script(_ASK, asked)

    webkit.get(f"{home}choose/")
    found = compare(guide, calls(guide, FEW), ask)
    assert found.mode == "snapshot", "that start lacks something: another one had to answer"
    assert found.there == found.here
