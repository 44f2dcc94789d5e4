"""Links that open a prefilled report of a mistake, where the address of the repository is known."""

from urllib.parse import quote, urlencode

from generator.pages.references import Card


def report_link(repository: str, site: str, path: str, card: Card) -> str:
    """Return the address of a new issue on what stands behind a number of the page at `path` of `site`."""
    cites = [f"{card.source.id}#{statement.id}" for statement in card.statements]
    said = [f"- `{cite}`: {statement.claim}" for cite, statement in zip(cites, card.statements, strict=True)]
    more = f" and {len(cites) - 1} more" if len(cites) > 1 else ""
    title = f"Mistake on {path or 'the home page'}: {cites[0]}{more}"
    body = [
        f"Page: {site}{path}",
        "",
        "What the guide takes from this source:",
        *said,
        "",
        "What is wrong, and why?",
        "",
    ]
    form = urlencode({"title": title, "body": "\n".join(body)}, quote_via=quote)
    return f"{repository.rstrip('/')}/issues/new?{form}"
