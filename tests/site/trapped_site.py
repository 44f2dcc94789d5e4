"""A copy of the site whose recommender comes to use what its WebAssembly lacks: real traps, where a test wants them."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import escape

from browser_fixtures import PATH, running
from generator.browser import shortcuts
from generator.browser.bundle import Bundle, build_bundle
from generator.browser.pyodide import Engine
from generator.browser.trim import trimmed
from recommender.model import Guide
from shared import ROOT

AT_ONCE, IN_REPORT, IN_CONTRAST, THE_SECOND_TIME = 71, 72, 73, 74
"""Numbers of people that the recommender is trapped at: whatever it is asked, or where it does more than recommend."""

_TRAPS = f'''

def _trapped() -> complex:
    """Call what no workload reaches."""
    return complex(1, 2) ** 3


def _has(text: str, number: int) -> bool:
    return f'"employees":{{number}}' in text.replace(" ", "")


_seen: list[str] = []
_recommend, _report, _contrast = Adviser.recommend, Adviser.report, Adviser.contrast


def _recommending(self: Adviser, answers: str) -> str:
    _seen.extend([answers] if _has(answers, {THE_SECOND_TIME}) else [])
    if _has(answers, {AT_ONCE}) or len(_seen) > 1:
        _trapped()
    return _recommend(self, answers)


def _reporting(self: Adviser, request: str) -> str:
    if _has(request, {IN_REPORT}):
        _trapped()
    return _report(self, request)


def _contrasting(self: Adviser, request: str) -> str:
    if _has(request, {IN_CONTRAST}):
        _trapped()
    return _contrast(self, request)


Adviser.recommend, Adviser.report, Adviser.contrast = _recommending, _reporting, _contrasting
'''


@contextmanager
def trapped_site(site: Path, guide: Guide, small: Guide, folder: Path) -> Iterator[str]:
    """Serve a copy of a site, made in an empty folder, and yield its address."""
    copy = shutil.copytree(site, folder / "site")
    bundle = _bundle(guide, small, folder)
    for path, content in bundle.files.items():
        (copy / path).parent.mkdir(parents=True, exist_ok=True)
        (copy / path).write_bytes(content)
    page = copy / "choose" / "index.html"
    new = f'data-bundle="{escape(bundle.description)}"'
    page.write_text(re.sub(r'data-bundle="[^"]*"', lambda _: new, page.read_text()))
    with running(copy, PATH) as server:
        yield server.address


def _bundle(guide: Guide, small: Guide, folder: Path) -> Bundle:
    """Return a bundle with another recommender than the one whose calls its WebAssembly was trimmed to."""
    widgets = folder / "widgets"
    shutil.copytree(ROOT / "widgets" / "recommender", widgets / "recommender")
    for name in ("web", "engine"):
        (widgets / name).symlink_to(ROOT / "widgets" / name)
    with (widgets / "recommender" / "api.py").open("a") as api:
        api.write(_TRAPS)
    known: list[Engine] = []

    def remember(engine: Engine, tiny: bytes, cache: Path) -> Engine:
        known.append(trimmed(engine, tiny, cache))
        return known[-1]

    def as_before(engine: Engine, tiny: bytes, cache: Path) -> Engine:
        return replace(engine, runtime=known[0].runtime)

    warnings: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shortcuts, "trimmed", remember)
        build_bundle(guide, small, ROOT / "widgets", ROOT / "build", warnings.append)
        patch.setattr(shortcuts, "trimmed", as_before)
        bundle = build_bundle(guide, small, widgets, ROOT / "build", warnings.append)
    assert warnings == []
    return bundle
