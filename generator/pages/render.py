"""Fill the templates: Markdown for headings, HTML for what is between them, every value escaped."""

from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

from generator.pages import Page
from generator.pages.issue_links import report_link
from recommender.model import Guide

TEMPLATES = Path(__file__).parent / "templates"


def environment(cache: Path) -> Environment:
    """Return the template environment: an unknown name is an error, and no value is ever markup.

    `cache` keeps compiled templates from one run to the next.
    """
    cache.mkdir(parents=True, exist_ok=True)
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        bytecode_cache=FileSystemBytecodeCache(str(cache)),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def render(guide: Guide, page: Page, jinja: Environment, site: str = "") -> str:
    """Return the Markdown of one page of the site at the address `site`."""
    report = partial(report_link, guide.repository, site, page.address) if guide.repository else None
    return jinja.get_template(page.template).render(guide=guide, root=page.root, report=report, **page.values)
