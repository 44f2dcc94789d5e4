"""Build the whole site: data to Markdown and bundle, Markdown to HTML, HTML with its policy."""

import filecmp
import logging
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from generator.bundle import build_bundle
from generator.evaluate import score
from generator.exports import exports
from generator.load import VERDICTS_FILE
from generator.pages import in_order, pages
from generator.policy import apply_policy
from generator.render import environment, render
from generator.verdicts import read_verdicts
from generator.write import Written, write
from recommender.model import Guide

ROOT = Path(__file__).parent.parent


class BuildError(Exception):
    """MkDocs refused; its own words have been shown already."""


def generate(guide: Guide, docs: Path, verdicts: Path | None = None, address: str = "") -> Written:
    """Write every generated page and everything the browser downloads below `docs`.

    `verdicts` is a file of published verdicts, if there is one; how far the recommender agrees goes onto its page.
    `address` is where the site will stand, for code that other sites copy.
    """
    ordered = in_order(guide)
    scored = score(ordered, read_verdicts(ordered, verdicts)) if verdicts and verdicts.is_file() else []
    bundle = build_bundle(ordered, ROOT / "widgets", ROOT / "build")
    jinja = environment(ROOT / "build" / "templates")
    assets = {"site": address, "bundle": bundle.description, **bundle.scripts}
    files = {page.path: render(ordered, page, jinja).encode() for page in pages(ordered, assets, scored)}
    return write(docs, files | exports(ordered) | dict(bundle.files))


def build_site(guide: Guide, data: Path, say: Callable[[str], None]) -> Path:
    """Build everything into `site/` and return that folder; `say` hears of every step."""
    say("2/4 writing pages and the browser's bundle into docs/")
    written = generate(guide, ROOT / "docs", data / VERDICTS_FILE, _address(ROOT))
    say(f"    {len(written.changed)} written, {len(written.removed)} removed, {written.kept} unchanged")
    say("3/4 building the site with MkDocs")
    built = run_mkdocs(ROOT)
    say("4/4 writing the Content-Security-Policy into every page")
    count = apply_policy(built)
    say(f"    {count} pages, {mirror(built, ROOT / 'site')} files of site/ changed")
    return ROOT / "site"


def _address(root: Path) -> str:
    """Return where the site will stand, as mkdocs.yml has it."""
    from mkdocs.config import load_config

    return str(load_config(str(root / "mkdocs.yml")).site_url)


def mirror(built: Path, site: Path) -> int:
    """Make `site` hold the files of `built`, touching only what differs; return how many files that was.

    MkDocs empties its folder before it fills it; this way the published folder is whole at every moment.
    """
    wanted = {file.relative_to(built): file for file in built.rglob("*") if file.is_file()}
    stale = [file for file in site.rglob("*") if file.is_file() and file.relative_to(site) not in wanted]
    for file in stale:
        file.unlink()
    differing = [path for path, file in wanted.items() if not _same(file, site / path)]
    for path in differing:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(wanted[path], site / path)
    return len(stale) + len(differing)


def _same(one: Path, other: Path) -> bool:
    return other.is_file() and filecmp.cmp(one, other, shallow=False)


def run_mkdocs(root: Path) -> Path:
    """Run MkDocs strictly in `root` and return the folder that it filled.

    Raises:
        BuildError: if it finds anything to warn about.
    """
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    # Imported here because no other command needs it, and in this process because a second Python costs half a second.
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    logging.getLogger("mkdocs").addHandler(logging.StreamHandler())
    built = root / "build" / "mkdocs"
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(built), strict=True)
        build(config)
    except MkDocsException as error:
        raise BuildError(f"MkDocs found problems; they are listed above ({error})") from None
    return built
