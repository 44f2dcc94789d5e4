"""Judge four pages by Lighthouse as a phone would see them, and weigh every page that only wants to be read."""

import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from bench.contestants import HERE
from bench.network import NETWORKS, LineServer, serving
from bench.visits import Driven, settle
from browser import flags

PAGES = {"home": "", "compare": "compare/", "state": "states/texas/", "recommender": "choose/"}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_RUNS = 3
_WITHOUT_PYTHON = 300_000
_ENGINE = re.compile(r"\.wasm|\.whl|\.gz$|\.zip$|/assets/(python|adviser|engine)/|/(engine|worker)\.js$")
"""What only the recommender needs."""


def judge(browser: Driven, www: Path, say: Callable[[str], None]) -> dict[str, Any]:
    """Return the medians of Lighthouse's scores out of 100, by page, and what cost points."""
    found = {}
    with serving(www, NETWORKS[0]) as server:
        for name, page in PAGES.items():
            found[name] = _judged(browser, server.address + page)
            say(f"Lighthouse, {name}: {found[name]}")
    return found


def _judged(browser: Driven, address: str) -> dict[str, Any]:
    reports = [_report(browser, address) for _ in range(_RUNS)]
    scores = {
        category: median(round(100 * report["categories"][category]["score"]) for report in reports)
        for category in CATEGORIES
    }
    return scores | {"lost": sorted({lost for report in reports for lost in _lost(report)})}


def _report(browser: Driven, address: str) -> dict[str, Any]:
    path = browser.path or browser.kind.executable_path
    command = [
        "node",
        str(HERE / "node_modules" / "lighthouse" / "cli" / "index.js"),
        address,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(CATEGORIES)}",
        # It splits this at spaces, whatever the quotes.
        f"--chrome-flags={' '.join(['--headless', *(flag for flag in flags() if ' ' not in flag)])}",
    ]
    done = subprocess.run(command, env=os.environ | {"CHROME_PATH": path}, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"Lighthouse could not judge {address}: {done.stderr[-1000:]}")
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _lost(report: dict[str, Any]) -> list[str]:
    """Return the audits that took a noticeable part of a score."""
    weighed = [each for category in report["categories"].values() for each in category["auditRefs"] if each["weight"]]
    return [each["id"] for each in weighed if (report["audits"][each["id"]]["score"] or 0) < 0.9]


def weigh(browser: Driven, www: Path) -> dict[str, Any]:
    """Return the heaviest page without the recommender on a first visit.

    Raises:
        RuntimeError: if one is too heavy, or loads what only the recommender needs.
    """
    with serving(www, NETWORKS[0]) as server:
        weights = {page: _weight(browser, server, page) for page in _reading_pages(www)}
    heaviest = max(weights, key=lambda page: weights[page])
    if weights[heaviest] > _WITHOUT_PYTHON:
        raise RuntimeError(f"{heaviest or 'home'} weighs {weights[heaviest]} bytes, and {_WITHOUT_PYTHON} are allowed")
    return {"pages": len(weights), "heaviest": heaviest, "bytes": weights[heaviest], "allowed": _WITHOUT_PYTHON}


def _reading_pages(www: Path) -> list[str]:
    """Return every page without a recommender, framed or not; of a folder of equal pages the longest speaks for all."""
    holds = re.compile("<guide-(recommender|embed)")
    pages = [file for file in www.rglob("index.html") if not holds.search(file.read_text())]
    kinds: dict[Path, Path] = {}
    for page in sorted(pages, key=lambda page: page.stat().st_size):
        depth = len(page.relative_to(www).parts)
        kinds[page.parent.parent if depth > 2 else page] = page
    return sorted("" if page.parent == www else f"{page.parent.relative_to(www)}/" for page in kinds.values())


def _weight(browser: Driven, server: LineServer, page: str) -> int:
    server.sent.clear()
    with browser.with_profile() as context:
        visited = context.new_page()
        visited.goto(server.address + page)
        settle(visited, server, least=2)
    if engine := [each.path for each in server.sent if _ENGINE.search(each.path)]:
        raise RuntimeError(f"{page or 'home'} loads {engine}")
    return sum(each.size() for each in server.sent)
