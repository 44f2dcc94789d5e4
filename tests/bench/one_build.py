"""Build a project once, whole or by MkDocs alone, in a process that can be measured, and print who took how long."""

import json
import os
import sys
from pathlib import Path

from generator.publish.mirror import mirror
from generator.publish.mkdocs import configure, run_mkdocs
from generator.publish.policy import apply_policy
from generator.reading.validate import read_guide
from generator.site import generate


def main(what: str, data: Path, project: Path) -> None:
    """Build as `python -m generator build` does, in another folder; `mkdocs` leaves out all but MkDocs."""
    begun = _processor()
    guide = read_guide(data)
    if what == "whole":
        generate(guide, project / "docs", data)
    before = _processor()
    built = run_mkdocs(configure(guide, project))
    after = _processor()
    if what == "whole":
        apply_policy(built)
        mirror(built, project / "site")
    print(json.dumps({"mkdocs": after - before, "generator": before - begun + _processor() - after}))


def _processor() -> float:
    """Return the processor's seconds so far, those of finished children included."""
    return sum(os.times()[:4])


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
