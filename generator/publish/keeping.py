"""Build the site anew whenever somebody changes what it is made of, and keep the last good one where that fails."""

import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from time import monotonic

from generator.publish.live import News

type Built = tuple[bool, list[str]]
"""Whether a build went well, and what it had to say against it, line by line."""

_NAMED = 3
"""So many changed files are named; of more, the number is."""


def keep_building(
    changes: Iterable[frozenset[Path]], build: Callable[[], Built], news: News, say: Callable[[str], None]
) -> None:
    """Build after each of the changes, and tell the pages and whoever looks at the terminal."""
    for changed in changes:
        doing = f"{_named(changed)} changed: building the site anew"
        say(f"\n{doing}")
        news.tell(doing=f"{doing} …")
        start = monotonic()
        good, lines = build()
        news.tell(wrong=[] if good else lines)
        took = f"{monotonic() - start:.1f} s"
        say(
            f"Built in {took}; open pages load themselves anew."
            if good
            else "Pages stay as they were; mend this first."
        )


def build_apart(arguments: Iterable[str], home: Path) -> Callable[[], Built]:
    """Return what builds in a Python of its own, which reads changed code too; its errors go to the terminal."""
    command = [sys.executable, "-m", "generator", "build", *arguments]

    def build() -> Built:
        done = subprocess.run(command, cwd=home, stderr=subprocess.PIPE, text=True, check=False)
        sys.stderr.write(done.stderr)
        return done.returncode == 0, [line for line in done.stderr.splitlines() if line.strip()]

    return build


def watched(data: Path, home: Path) -> tuple[list[Path], list[Path]]:
    """Return the folders of which a site is made, and those of which only the files in themselves count."""
    rooms = ["cases", "evaluation", "pages", "publish", "reading"]
    inside = [
        *(home / "generator" / room for room in rooms),
        *(home / "widgets" / name for name in ("recommender", "web")),
    ]
    # Beside what others have installed there.
    flat = [home, home / "generator", home / "generator" / "browser", home / "generator" / "browser" / "node"]
    return [data, *inside, home / "widgets" / "engine" / "stubs"], flat


def worth_it(changes: Iterable[frozenset[Path]], home: Path) -> Iterator[frozenset[Path]]:
    """Yield the changes without files that no page is made of, such as the README beside mkdocs.yml."""
    for changed in changes:
        if counted := frozenset(each for each in changed if each.parent != home or each.name == "mkdocs.yml"):
            yield counted


def _named(files: frozenset[Path]) -> str:
    names = sorted(file.name for file in files)
    return ", ".join(names) if len(names) <= _NAMED else f"{len(names)} files"
