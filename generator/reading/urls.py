"""Tell an address on the web, and the site that it belongs to."""

import re
from urllib.parse import urlsplit


def is_url(text: str) -> bool:
    """Say whether a reader could follow a text."""
    return bool(re.fullmatch(r"https?://\S+", text) and site_of(text))


def site_of(url: str) -> str:
    """Return the site of an address, or "" if it has none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
