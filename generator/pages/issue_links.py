"""Links that open a prefilled report of a mistake, where the address of the repository is known."""

from urllib.parse import quote, urlencode

from generator.pages.references import Card


def report_link(repository: str, site: str, path: str, card: Card) -> str:
    """Return the address of a new issue on what stands behind a mark of the page at `path` of `site`."""
    behind = [(f"{each.source.id}#{said.id}", said.claim) for each in card.references for said in each.statements]
    cites = [cite for cite, _ in behind]
    said = [f"- `{cite}`: {claim}" for cite, claim in behind]
    more = f" and {len(cites) - 1} more" if len(cites) > 1 else ""
    title = f"Mistake on {path or 'the home page'}: {cites[0]}{more}"
    body = [
        f"Page: {site}{path}",
        "",
        "What the guide rests this on:",
        *said,
        "",
        "What is wrong, and why?",
        "",
    ]
    form = urlencode({"title": title, "body": "\n".join(body)}, quote_via=quote)
    return f"{repository.rstrip('/')}/issues/new?{form}"
