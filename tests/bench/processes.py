"""Know a browser's processes by the profile they were started with: what they have worked, and how to slow them all."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROC = Path("/proc")
_TICKS = os.sysconf("SC_CLK_TCK")
_PARENT, _OWN = 1, slice(11, 15)
"""Where /proc/…/stat tells the parent, and the ticks of a process and of its finished children, after the name."""


def known() -> bool:
    """Return whether this system tells of its processes in /proc."""
    return (PROC / "self" / "stat").is_file()


def worked(profile: Path) -> float:
    """Return the processor's seconds that the browser with this profile has used so far, in all of its processes."""
    told = _told()
    return sum(sum(map(int, told[each][_OWN])) for each in _family(profile, told)) / _TICKS


@contextmanager
def slowed(profile: Path, times: int) -> Iterator[None]:
    """Let the browser with this profile run only a part of the time while the block runs, with all of its threads.

    Raises:
        RuntimeError: if its processes are in a group with this one.
    """
    groups = {os.getpgid(each) for each in _family(profile, _told())}
    if os.getpgrp() in groups:
        raise RuntimeError("the browser is in the group of processes of what measures it, which would be slowed too")
    command = [sys.executable, "-m", "bench.slowing", str(times), *map(str, groups)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as slowing:
        assert slowing.stdin
        assert slowing.stdout
        slowing.stdout.readline()
        try:
            yield
        finally:
            slowing.stdin.close()


def _family(profile: Path, told: dict[int, list[str]]) -> set[int]:
    """Return the processes that name the profile, and all that descend from them."""
    found = {each for each in told if str(profile).encode() in _command(each)} - {os.getpid()}
    while more := {each for each, stat in told.items() if int(stat[_PARENT]) in found} - found:
        found |= more
    return found


def _told() -> dict[int, list[str]]:
    return {int(folder.name): stat for folder in PROC.glob("[0-9]*") if (stat := _stat(folder))}


def _stat(folder: Path) -> list[str]:
    try:
        return (folder / "stat").read_text().rpartition(")")[2].split()
    except OSError:  # it has ended
        return []


def _command(process: int) -> bytes:
    try:
        return (PROC / str(process) / "cmdline").read_bytes()
    except OSError:
        return b""
