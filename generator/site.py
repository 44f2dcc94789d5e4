"""Build the whole site: data to Markdown and bundle, Markdown to HTML, HTML with its policy."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from generator.bundle import build_bundle
from generator.exports import exports
from generator.pages import in_order, pages
from generator.policy import apply_policy
from generator.render import environment, render
from generator.write import Written, write
from recommender.model import Guide

ROOT = Path(__file__).parent.parent


class BuildError(Exception):
    """MkDocs refused; its own words have been shown already."""


def generate(guide: Guide, docs: Path) -> Written:
    """Write every generated page and everything the browser downloads below `docs`."""
    ordered = in_order(guide)
    bundle = build_bundle(ordered, ROOT / "widgets", ROOT / "build")
    jinja = environment()
    assets = {"bundle": bundle.description, **bundle.scripts}
    files = {page.path: render(ordered, page, jinja).encode() for page in pages(ordered, assets)}
    return write(docs, files | exports(ordered) | dict(bundle.files))


def build_site(guide: Guide, say: Callable[[str], None]) -> Path:
    """Build everything into `site/` and return that folder; `say` hears of every step."""
    say("2/4 writing pages and the browser's bundle into docs/")
    written = generate(guide, ROOT / "docs")
    say(f"    {len(written.changed)} written, {len(written.removed)} removed, {written.kept} unchanged")
    say("3/4 building the site with MkDocs")
    run_mkdocs(ROOT)
    say("4/4 writing the Content-Security-Policy into every page")
    say(f"    {apply_policy(ROOT / 'site')} pages")
    return ROOT / "site"


def run_mkdocs(root: Path) -> None:
    """Run MkDocs strictly in `root`.

    Raises:
        BuildError: if it finds anything to warn about.
    """
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    if subprocess.run(command, cwd=root, env=quiet, check=False).returncode:
        raise BuildError("MkDocs found problems; they are listed above")
