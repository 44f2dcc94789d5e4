"""Run MkDocs over the pages that were written, with the guide's own name, navigation and line at the foot."""

import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING

from generator.problems import BuildError
from generator.publish.navigation import navigation, present
from generator.reading.order import in_order
from recommender.model import Guide

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

NOWHERE = "https://your-address.example/"
"""What stands for the address of a site that does not know its own; no such host can ever be."""

_ROOT = Path(__file__).parent.parent.parent


def configure(guide: Guide, home: Path) -> "MkDocsConfig":
    """Return mkdocs.yml with what the guide says of itself, for the folders of `home` that MkDocs reads and fills."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    # Imported here because no other command needs it, and in this process because a second Python costs half a second.
    from mkdocs.config import load_config

    logging.getLogger("mkdocs").addHandler(logging.StreamHandler())
    docs = home / "docs"
    docs.mkdir(parents=True, exist_ok=True)
    config = load_config(
        str(_ROOT / "mkdocs.yml"),
        strict=True,
        site_name=guide.title,
        site_description=guide.question,
        copyright=guide.copyright,
        nav=navigation(in_order(guide)),
        docs_dir=str(docs),
        site_dir=str(home / "build" / "mkdocs"),
    )
    config.extra["address"] = config.site_url or NOWHERE
    return config


def run_mkdocs(config: "MkDocsConfig") -> Path:
    """Run MkDocs strictly over the pages that are there and return the folder that it filled.

    Raises:
        BuildError: if it finds anything to warn about.
    """
    from mkdocs.commands.build import build
    from mkdocs.exceptions import MkDocsException

    docs = Path(config.docs_dir)
    config.nav = present(config.nav or [], {file.relative_to(docs).as_posix() for file in docs.rglob("*.md")})
    try:
        build(config)
    except MkDocsException as error:
        raise BuildError(f"MkDocs found problems; they are listed above ({error})") from None
    return Path(config.site_dir)
