"""A site of which a new version goes up while somebody reads."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from browser_fixtures import PATH, running
from generator.publish.serve import SiteServer

PYTHON, SCRIPTS = ("python", "plain", "adviser"), ("web",)
LATER = "0123456789ab"
"""What a new version names by its content has this name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment:
    """A served copy of the site, and a folder for its next version."""

    server: SiteServer
    later: Path

    @property
    def home(self) -> str:
        return self.server.address

    def renew(self, *parts: str) -> None:
        """Put up a version in which these parts of what is named by content have other names; the old ones are gone."""
        shutil.copytree(self.server.site, self.later)
        for part in parts:
            (old,) = (self.later / "assets" / part).iterdir()
            old.rename(old.with_name(LATER))
            for page in self.later.rglob("*.html"):
                named = f"assets/{part}/{old.name}/"
                page.write_text(page.read_text().replace(named, f"assets/{part}/{LATER}/"))
        self.server.site = self.later.resolve()


@contextmanager
def deployed(site: Path, folder: Path) -> Iterator[Deployment]:
    """Serve the site until the next version takes its place, which is made in `folder`."""
    with running(site, PATH) as server:
        yield Deployment(server=server, later=folder / "later")
