"""Make what a page looks like: the style sheet from its parts, and the type that it names."""

import re
from pathlib import Path

_COMMENT = re.compile(rb"/\*.*?\*/\s*", re.DOTALL)


def styles(web: Path) -> bytes:
    """Return the parts of the style sheet as one, in the order of their names: later ones overrule earlier ones.

    They lose the comments that only their readers need.
    """
    parts = sorted((web / "styles").glob("*.css"))
    return b"\n".join(_COMMENT.sub(b"", part.read_bytes()) for part in parts)


def type_files(web: Path) -> dict[str, bytes]:
    """Return the type, each file named by its content, and its licenses, by their places in the site."""
    return {f"assets/fonts/{file.name}": file.read_bytes() for file in sorted((web / "fonts").iterdir())}
