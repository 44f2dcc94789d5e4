"""Three engines that visit a page, each with a profile that it keeps: Chromium, Firefox, and WebKit, Safari's."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import Empty
from typing import Protocol

from playwright.sync_api import Error, Playwright

from bench.start import Say
from bench.telling import TellingServer
from bench.visits import PATIENCE, Driven, chromium, firefox, first_answer, rest, settle
from webkit import WebKit, _screen, find_webkit

_SILENT_PATIENCE = 20
"""Seconds after which a page without a line is taken to have no answer."""


class Visitor(Protocol):
    """A browser that is started anew for every visit."""

    @property
    def name(self) -> str: ...
    def version(self) -> str:
        """Return what the browser says of itself: a name, a space and a version."""

    def visit(self, server: TellingServer, page: str, profile: Path, *, rests: bool) -> float | None:
        """Return the milliseconds until the first answer; None if a silent server is the reason that there is none.

        Raises:
            RuntimeError: if there is none although the server speaks.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """A browser that Playwright drives."""

    driven: Driven

    @property
    def name(self) -> str:
        return self.driven.name

    def version(self) -> str:
        return _said([self.driven.path or self.driven.kind.executable_path])

    def visit(self, server: TellingServer, page: str, profile: Path, *, rests: bool) -> float | None:
        with self.driven.with_profile(profile) as context:
            try:
                visited, ms = first_answer(context, server.address + page)
            except Error as error:
                return _missing(server, str(error))
            if rests:
                settle(visited, server)
            return ms


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """WebKit's own small browser, undriven: driven ones keep no profile. Its pages tell the server of the answer."""

    found: WebKit
    name: str = "webkit"

    def version(self) -> str:
        with _screen(self.found.screen) as display:
            return _said([self.found.browser], {"DISPLAY": display})

    def visit(self, server: TellingServer, page: str, profile: Path, *, rests: bool) -> float | None:
        with self._showing(server.address + page, profile):
            try:
                told = server.told.get(timeout=_SILENT_PATIENCE if server.silent else PATIENCE)
            except Empty:
                return _missing(server, "it told nothing")
            if "ms" not in told:
                return _missing(server, told["error"])
            if rests:
                rest(server, lambda: None)
            return float(told["ms"])

    @contextmanager
    def _showing(self, address: str, profile: Path) -> Iterator[None]:
        homes = {f"XDG_{kind}_HOME": str(profile / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE")}
        with _screen(self.found.screen) as display:
            env = os.environ | homes | {"DISPLAY": display}
            command = [self.found.browser, address]
            with subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
                try:
                    yield
                finally:
                    running.terminate()


def visitors(playwright: Playwright, say: Say) -> Iterator[Visitor]:
    """Yield the engines of this machine, Chromium first, and say which are missing."""
    yield Played(driven=chromium(playwright))
    try:
        yield Played(driven=firefox(playwright))
    except LookupError as missing:
        say(f"Firefox is left out: {missing}")
    if found := find_webkit():
        yield Told(found=found)
    else:
        say("WebKit is left out: it is not on this machine (Debian: webkit2gtk-driver, xvfb)")


def _said(command: list[str], more: Mapping[str, str] | None = None) -> str:
    env = os.environ | dict(more or {})
    return subprocess.run([*command, "--version"], env=env, capture_output=True, text=True, check=True).stdout.strip()


def _missing(server: TellingServer, why: str) -> float | None:
    if not server.silent:
        raise RuntimeError(f"no answer: {why}")
    return None
