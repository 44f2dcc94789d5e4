"""Name by its content what pages show and run, and mark pages with the scripts and styles that they were made for."""

import re
from functools import reduce
from hashlib import sha256
from pathlib import Path

from generator.publish.change_pages import change_pages

_STYLES = "assets/*.css"
_PICTURES = ("assets/mark.svg", "assets/mark.png")
"""Other sites may name these, so they stay where they are as well."""
_RUN = ("assets/web/*/*.js", "assets/javascripts/*.js", "assets/stylesheets/*.css", _STYLES)
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="[^"]*">')


def name_by_content(site: Path) -> None:
    """Give the guide's own styles and pictures below `site` the names of their content, in all pages as well.

    A page that was made for others can never be shown with them.
    """
    files = sorted(site.glob(_STYLES)) + [site / path for path in _PICTURES]
    names = {file.relative_to(site).as_posix(): _named(file).relative_to(site).as_posix() for file in files}
    for path, name in names.items():
        (site / name).write_bytes((site / path).read_bytes())
        if path not in _PICTURES:
            (site / path).unlink()
    change_pages(site, lambda text: reduce(lambda page, named: page.replace(*named), names.items(), text))


def mark_edition(site: Path) -> None:
    """Write into every page what is the same as long as all scripts and styles are: one can read on with these."""
    home = (site / "index.html").read_text(encoding="utf-8")
    policy = _POLICY.findall(home)
    run = sorted(file.relative_to(site).as_posix() for pattern in _RUN for file in site.glob(pattern))
    mark = f'<meta name="edition" content="{sha256(repr([policy, run]).encode()).hexdigest()[:12]}">'
    change_pages(site, lambda text: _POLICY.sub(lambda found: found[0] + mark, text, count=1))


def _named(file: Path) -> Path:
    return file.with_name(f"{file.stem}.{sha256(file.read_bytes()).hexdigest()[:12]}{file.suffix}")
