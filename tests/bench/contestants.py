"""Who is measured, and the folder from which all of them are served: the built site with a page for each peer in it."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from generator.browser.browser_guide import for_browser
from generator.reading.order import in_order
from generator.reading.validate import read_guide
from recommender.api import guide_json
from shared import ROOT

HERE = Path(__file__).parent
ANSWERS = {
    "hr_staff": "none",
    "share_liability_priority": "high",
    "benefits_priority": "high",
    "budget_priority": "best_total_value",
}
FRAGMENT = f"#{urlencode(ANSWERS)}"
"""The answers that every contestant is asked; the pages of the peers read them from the fragment too."""

_PYODIDE = ROOT / "widgets" / "engine" / "node_modules" / "pyodide"
_PYODIDE_FILES = (
    "pyodide.js",
    "pyodide.mjs",
    "pyodide.asm.js",
    "pyodide.asm.wasm",
    "python_stdlib.zip",
    "pyodide-lock.json",
)
_MICROPYTHON = HERE / "node_modules" / "@micropython" / "micropython-webassembly-pyscript"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contestant:
    """One way to a first answer: its page below the site's root."""

    name: str
    page: str

    @property
    def address(self) -> str:
        """The page with the answers, below the site's root."""
        return f"{self.page}{FRAGMENT}"


CONTESTANTS = (
    Contestant(name="ours", page="choose/"),
    Contestant(name="pyodide", page="bench/pyodide.html"),
    Contestant(name="pyscript_pyodide", page="bench/pyscript_pyodide.html"),
    Contestant(name="pyscript_micropython", page="bench/pyscript_micropython.html"),
    Contestant(name="floor", page="bench/floor.html"),
)


def stage(folder: Path) -> Path:
    """Fill `folder` with the built site and everything that the peers load, and return it."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "site", folder)
    peers = folder / "bench"
    shutil.copytree(HERE / "pages", peers)
    shutil.copytree(HERE / "node_modules" / "@pyscript" / "core" / "dist", peers / "pyscript")
    _copy(_MICROPYTHON, ("micropython.mjs", "micropython.wasm"), peers / "micropython")
    _copy(_PYODIDE, _PYODIDE_FILES, peers / "pyodide")
    shutil.copyfile(_wheel(folder.parent / "bench-wheel"), peers / "recommender.whl")
    guide = for_browser(in_order(read_guide(ROOT / "generator" / "data")))
    (peers / "guide.json").write_text(guide_json(guide))
    return folder


def _copy(source: Path, names: tuple[str, ...], target: Path) -> None:
    target.mkdir()
    for name in names:
        shutil.copyfile(source / name, target / name)


def _wheel(work: Path) -> Path:
    """Return the recommender as compiled code, which spares the peers the compiling that we spare ourselves."""
    shutil.rmtree(work, ignore_errors=True)
    timeless = os.environ | {"SOURCE_DATE_EPOCH": "1"}
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(work.resolve())]
    subprocess.run(build, cwd=ROOT / "widgets" / "recommender", env=timeless, capture_output=True, check=True)
    compiler = Path(sys.executable).with_name("pyodide")
    subprocess.run([compiler, "py-compile", "--silent", next(work.iterdir())], env=timeless, check=True)
    return next(work.iterdir())
