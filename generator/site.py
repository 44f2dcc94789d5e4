"""Build the whole site: data to Markdown and bundle, Markdown to HTML, HTML with its policy."""

import filecmp
import json
import logging
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.bundle import build_bundle
from generator.exports import exports
from generator.load import BENCHMARK_FILE, STUDY_FILE, VERDICTS_FILE
from generator.navigation import fit
from generator.pages import Agreement, in_order, pages
from generator.policy import apply_policy
from generator.render import environment, render
from generator.verdicts import read_verdicts
from generator.write import Written, write
from recommender.model import Guide

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

ROOT = Path(__file__).parent.parent


class BuildError(Exception):
    """MkDocs refused; its own words have been shown already."""


def generate(guide: Guide, docs: Path, data: Path | None = None, address: str = "") -> Written:
    """Write every generated page and everything the browser downloads below `docs`.

    `data` is the folder beside whose guide published verdicts and measurements may stand; they have pages too then.
    `address` is where the site will stand, for reports of mistakes and for code that other sites copy.
    """
    ordered = in_order(guide)
    study, measured = (_measured(data, name) for name in (STUDY_FILE, BENCHMARK_FILE))
    verdicts = read_verdicts(ordered, data / VERDICTS_FILE) if data and study else []
    bundle = build_bundle(ordered, ROOT / "widgets", ROOT / "build")
    jinja = environment(ROOT / "build" / "templates")
    assets = {"site": address, "bundle": bundle.description, **bundle.scripts}
    made = pages(ordered, assets, Agreement(study=study, verdicts=verdicts), measured)
    files = {page.path: render(ordered, page, jinja, address).encode() for page in made}
    marks = {f"assets/{name}": (ROOT / "widgets" / "web" / name).read_bytes() for name in ("mark.svg", "mark.png")}
    return write(docs, files | exports(ordered) | dict(bundle.files) | marks)


def _measured(data: Path | None, name: str) -> dict[str, Any] | None:
    """Return what was measured and stands beside the guide, if it was."""
    file = data / name if data else None
    return json.loads(file.read_text()) if file and file.is_file() else None


def build_site(guide: Guide, data: Path, say: Callable[[str], None], home: Path = ROOT) -> Path:
    """Build everything into `site/` of the folder `home` and return that folder; `say` hears of every step."""
    say("2/4 writing pages and the browser's bundle into docs/")
    config = configure(guide, home)
    written = generate(guide, home / "docs", data, config.site_url or "")
    say(f"    {len(written.changed)} written, {len(written.removed)} removed, {written.kept} unchanged")
    say("3/4 building the site with MkDocs")
    built = run_mkdocs(config)
    say("4/4 writing the Content-Security-Policy into every page")
    count = apply_policy(built)
    say(f"    {count} pages, {mirror(built, home / 'site')} files of site/ changed")
    return home / "site"


def mirror(built: Path, site: Path) -> int:
    """Make `site` hold the files of `built`, touching only what differs; return how many files that was.

    MkDocs empties its folder before it fills it; this way the published folder is whole at every moment.
    """
    wanted = {file.relative_to(built): file for file in built.rglob("*") if file.is_file()}
    stale = [file for file in site.rglob("*") if file.is_file() and file.relative_to(site) not in wanted]
    for file in stale:
        file.unlink()
        for folder in file.relative_to(site).parents[:-1]:
            if not any((site / folder).iterdir()):
                (site / folder).rmdir()
    differing = [path for path, file in wanted.items() if not _same(file, site / path)]
    for path in differing:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(wanted[path], site / path)
    return len(stale) + len(differing)


def _same(one: Path, other: Path) -> bool:
    return other.is_file() and filecmp.cmp(one, other, shallow=False)


def configure(guide: Guide, home: Path) -> "MkDocsConfig":
    """Return mkdocs.yml for this guide in the folder `home`: its name, and the folders that MkDocs reads and fills."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    # Imported here because no other command needs it, and in this process because a second Python costs half a second.
    from mkdocs.config import load_config

    logging.getLogger("mkdocs").addHandler(logging.StreamHandler())
    docs = home / "docs"
    docs.mkdir(parents=True, exist_ok=True)
    return load_config(
        str(ROOT / "mkdocs.yml"),
        strict=True,
        site_name=guide.title,
        site_description=guide.question,
        docs_dir=str(docs),
        site_dir=str(home / "build" / "mkdocs"),
    )


def run_mkdocs(config: "MkDocsConfig") -> Path:
    """Run MkDocs strictly over the pages that are there and return the folder that it filled.

    Raises:
        BuildError: if it finds anything to warn about.
    """
    from mkdocs.commands.build import build
    from mkdocs.exceptions import MkDocsException

    docs = Path(config.docs_dir)
    config.nav = fit(config.nav or [], sorted(file.relative_to(docs).as_posix() for file in docs.rglob("*.md")))
    try:
        build(config)
    except MkDocsException as error:
        raise BuildError(f"MkDocs found problems; they are listed above ({error})") from None
    return Path(config.site_dir)
