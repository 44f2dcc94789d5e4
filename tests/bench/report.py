"""Say in words and tables what was measured, and keep it as JSON."""

import json
import os
import platform
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench.contestants import CONTESTANTS, HERE
from bench.visits import Driven
from shared import ROOT

PARTS = (
    "first_answer_ms",
    "bytes",
    "round_trips",
    "engines",
    "offline_ms",
    "slow",
    "processor_s",
    "repaint_ms",
    "lighthouse",
    "build",
)


def circumstances(browser: Driven, rounds: int, parts: Iterable[str]) -> dict[str, Any]:
    """Return where, when and with which versions these parts were measured."""
    with browser.with_profile() as context:
        chrome = context.browser.version if context.browser else context.new_page().evaluate("navigator.userAgent")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "measured_on": dict.fromkeys(parts, datetime.now(UTC).date().isoformat()),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GB",
        "rounds": rounds,
        "versions": {"Chromium": chrome, "Python": platform.python_version()} | _packages(),
    }


def _packages() -> dict[str, str]:
    wanted = json.loads((HERE / "package.json").read_text())["dependencies"]
    engine = json.loads((ROOT / "widgets" / "engine" / "package.json").read_text())["dependencies"]
    names = {
        "Pyodide": engine["pyodide"],
        "PyScript": wanted["@pyscript/core"],
        "MicroPython": wanted["@micropython/micropython-webassembly-pyscript"],
        "Lighthouse": wanted["lighthouse"],
    }
    return names | {"MkDocs": version("mkdocs"), "Material for MkDocs": version("mkdocs-material")}


def keep(told: dict[str, Any], found: dict[str, Any], file: Path) -> dict[str, Any]:
    """Put what was found, and where, beside what the file holds of other parts, and return all of it."""
    before = json.loads(file.read_text()) if file.is_file() else {}
    all_of_it = merged(before, told, found)
    figures = {part: all_of_it.get(part, {}) for part in PARTS}
    file.write_text(json.dumps(figures, indent=1) + "\n")
    return figures


def merged(before: Any, *further: Any) -> Any:  # noqa: ANN401 - any part of a JSON file
    """Return mappings put into each other; of two other values the later one."""
    for new in further:
        if isinstance(before, dict) and isinstance(new, dict):
            before = before | {key: merged(before.get(key), value) for key, value in new.items()}
        else:
            before = new
    return before


def table(figures: dict[str, Any]) -> Iterator[str]:
    """Yield the figures line by line, each with the ratio of ours to it."""
    slow = figures["slow"]
    for words, by_network in (("", figures["first_answer_ms"]), (", slowed", slow.get("first_answer_ms", {}))):
        for network, profiles in by_network.items():
            for profile, times in profiles.items():
                yield f"\nFirst painted answer{words}, {network}, {profile} profile (ms; ours / it)"
                yield from _rows(times)
    for part, words, places in (("bytes", "Bytes on a first visit", 0), ("processor_s", "The processor's seconds", 2)):
        for name, moments in figures[part].items():
            for moment, values in moments.items():
                yield f"\n{words}, {name}, until {moment} (ours / it)"
                yield from _rows(values, places)
    for part in ("round_trips", "engines", "offline_ms", "repaint_ms", "lighthouse", "build"):
        yield f"\n{part}"
        yield from (f"  {name:<22}{_spelled(value)}" for name, value in _flat(figures[part]))


def _rows(values: dict[str, float], places: int = 0) -> Iterator[str]:
    for contestant in CONTESTANTS:
        value = values[contestant.name]
        ratio = f"{values['ours'] / value:>8.2f}" if value else ""
        yield f"  {contestant.name:<22}{value:>12,.{places}f}{ratio}"


def _flat(figures: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield every innermost mapping with its name, and what stands outside of them."""
    for name, value in figures.items():
        if isinstance(value, dict) and any(isinstance(each, dict) for each in value.values()):
            yield from _flat(value)
        else:
            yield name, value


def _spelled(value: Any) -> str:  # noqa: ANN401 - any figure
    if isinstance(value, dict):
        return ", ".join(f"{key} {_spelled(each)}" for key, each in value.items())
    return " ".join(value) if isinstance(value, list) else str(value)
