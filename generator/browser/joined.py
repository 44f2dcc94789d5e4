"""Join modules into one script for each page or worker that begins with it: one request instead of thirty."""

import json
from collections.abc import Mapping
from pathlib import Path

from generator.browser.cache import cached
from generator.browser.tools import node


def joined(web: Path, first: str, packages: Mapping[str, Path], cache: Path) -> bytes:
    """Return the module that stands in the folder `web` by this name, with all that it imports and without comments.

    `packages` tells where a package is that a module imports by its name.

    Raises:
        ToolError: if a module is not understood, or imports what is not there.
    """
    modules = [each for file in sorted(web.glob("*.js")) for each in (file.name.encode(), file.read_bytes())]
    inputs = [first.encode(), *modules, *(file.read_bytes() for file in packages.values())]
    known = json.dumps({name: str(file.resolve()) for name, file in packages.items()})
    return cached(cache, "joined", inputs, lambda _: node("joined.mjs", web.resolve() / first, known))
