"""Fill the templates: Markdown for headings, HTML for what is between them, every value escaped."""

import re
from functools import partial
from html import escape
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from generator.pages.issue_links import report_link
from generator.pages.page import Edition, Page
from generator.reading.page_words import LINK, address

TEMPLATES = Path(__file__).parent / "templates"


class Renderer:
    """Renders the pages of an edition: beside a page's values, templates see `guide`, `assets`, `root` and `at`.

    `at` leads from a kind of page to where it stands, from the site's `root`.
    """

    def __init__(self, edition: Edition, cache: Path) -> None:
        """Prepare the templates; `cache` keeps them compiled from one run to the next."""
        self._edition = edition
        self._jinja = environment(cache)
        at = {kind: address(entry) for kind, entry in edition.kinds.items()}
        self._jinja.globals |= {"guide": edition.guide, "assets": edition.assets, "at": at}

    def render(self, page: Page) -> str:
        """Return the Markdown of a page."""
        repository, site = self._edition.guide.repository, self._edition.assets["site"]
        report = partial(report_link, repository, site, page.address) if repository else None
        return self._jinja.get_template(page.template).render(root=page.root, report=report, **page.values)


def environment(cache: Path) -> Environment:
    """Return the template environment: an unknown name is an error, and no value is ever markup."""
    cache.mkdir(parents=True, exist_ok=True)
    jinja = Environment(
        loader=FileSystemLoader(TEMPLATES),
        bytecode_cache=FileSystemBytecodeCache(str(cache)),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    jinja.filters["linked"] = _linked
    return jinja


@pass_context
def _linked(context: Context, text: str) -> Markup:
    """Return a text of the data as it stands in an element, its links from the page on which it is."""

    def link(found: re.Match[str]) -> str:
        return f'<a href="{context["root"]}{escape(found["address"])}">{found["words"]}</a>'

    return Markup(LINK.sub(link, escape(text, quote=False)))
