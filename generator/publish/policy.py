"""Give every built page the same Content-Security-Policy, since GitHub Pages cannot send it as a header."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

# The pages are written by one generator, which never puts ">" into an attribute of a script.
_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL | re.IGNORECASE)
_NOT_INLINE = re.compile(r"""\bsrc=|\btype=["']?application/(?:ld\+)?json""")
_MARK = '<meta charset="utf-8">'
_POLICY = (
    "default-src 'self'; object-src 'none'; frame-src 'self'; media-src 'none'; font-src 'none'; "
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
            raise ValueError(f"{file.name}: has no {_MARK}, so the policy has no place; see generator/publish/theme")
        file.write_text(text.replace(_MARK, _MARK + policy, 1), encoding="utf-8")
    return len(pages)


def _inline_scripts(text: str) -> set[str]:
    scripts = (found["text"] for found in _SCRIPT.finditer(text) if not _NOT_INLINE.search(found["attributes"]))
    return {f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts}
