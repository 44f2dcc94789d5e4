"""Give every built page the same Content-Security-Policy, since GitHub Pages cannot send it as a header."""

from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import override

from generator.problems import BuildError

_DATA = {"application/json", "application/ld+json"}
"""Types of scripts that no browser runs."""

_MARK = '<meta charset="utf-8">'
_POLICY = (
    "default-src 'self'; object-src 'none'; frame-src 'self'; media-src 'none'; font-src 'self'; "
    "manifest-src 'none'; script-src 'self' {hashes}; worker-src 'self'; style-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'"
)


def apply_policy(site: Path) -> int:
    """Write the policy into every HTML page below `site` and return how many pages there are.

    One list of hashes serves all pages: instant navigation keeps the first page's policy for the later ones.

    Raises:
        BuildError: if a page has no place for the policy.
    """
    pages = {file: file.read_text(encoding="utf-8") for file in sorted(site.rglob("*.html"))}
    hashes = sorted({digest for text in pages.values() for digest in _inline_scripts(text)})
    policy = f'<meta http-equiv="Content-Security-Policy" content="{_POLICY.format(hashes=" ".join(hashes))}">'
    for file, text in pages.items():
        if _MARK not in text:
            where = file.relative_to(site)
            raise BuildError(f"{where}: has no {_MARK}, the policy has no place there; see generator/publish/theme")
        file.write_text(text.replace(_MARK, _MARK + policy, 1), encoding="utf-8")
    return len(pages)


def _inline_scripts(text: str) -> set[str]:
    """Return the hashes of the scripts that stand in a page and are run."""
    page = _Scripts()
    page.feed(text)
    page.close()
    return {f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in page.inline}


class _Scripts(HTMLParser):
    """Gathers the text of every script that stands in a page."""

    def __init__(self) -> None:
        super().__init__()
        self.inline: list[str] = []
        self._reading = False

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._reading = tag == "script" and "src" not in given and given.get("type") not in _DATA
        if self._reading:
            self.inline.append("")

    @override
    def handle_data(self, data: str) -> None:
        if self._reading:
            self.inline[-1] += data

    @override
    def handle_endtag(self, tag: str) -> None:
        self._reading = False
