"""Give every built page the same Content-Security-Policy, since GitHub Pages cannot send it as a header."""

from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

_MARK = '<meta charset="utf-8">'
_POLICY = (
    "default-src 'self'; object-src 'none'; frame-src 'none'; media-src 'none'; font-src 'none'; "
    "manifest-src 'none'; script-src 'self' {hashes}; worker-src 'self'; style-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'"
)


def apply_policy(site: Path) -> int:
    """Write the policy into every HTML page below `site` and return how many pages there are.

    One list of hashes serves all pages: instant navigation keeps the first page's policy for the later ones.

    Raises:
        ValueError: if a page has no place for the policy.
    """
    pages = {file: file.read_text(encoding="utf-8") for file in sorted(site.rglob("*.html"))}
    hashes = sorted({digest for text in pages.values() for digest in _inline_scripts(text)})
    policy = f'<meta http-equiv="Content-Security-Policy" content="{_POLICY.format(hashes=" ".join(hashes))}">'
    for file, text in pages.items():
        if _MARK not in text:
            raise ValueError(f"{file.name}: has no {_MARK}, so the policy has no place; see generator/theme")
        file.write_text(text.replace(_MARK, _MARK + policy, 1), encoding="utf-8")
    return len(pages)


def _inline_scripts(text: str) -> set[str]:
    parser = _Scripts()
    parser.feed(text)
    return {f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in parser.found}


class _Scripts(HTMLParser):
    """Collects the text of scripts that run in place; data blocks and scripts with an address are none."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._inside = tag == "script" and "src" not in given and given.get("type") != "application/json"
        if self._inside:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data
