"""Run the tools that a build needs: commands, and scripts in Node that look at a Python as it starts and works."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from generator.problems import BuildError

_NODE = Path(__file__).parent / "node"
_OUT = "out"
_WIDTH, _LAST = 200, 3
_ERROR = re.compile(r"[\w.]*Error\b")
# A build gives the same bytes everywhere: no time stamps in bytecode, no time zone or language of the machine.
_ALIKE = {"SOURCE_DATE_EPOCH": "1", "TZ": "UTC", "LANG": "C", "LC_ALL": "C"}


class ToolError(BuildError):
    """A tool has failed, told by its last words."""


def run(command: list[str], cwd: Path | None = None, environment: dict[str, str] | None = None) -> bytes:
    """Run a command and return what it printed.

    Raises:
        ToolError: if it fails or is not there.
    """
    variables = os.environ | _ALIKE | (environment or {})
    try:
        done = subprocess.run(command, cwd=cwd, env=variables, capture_output=True, check=False)
    except OSError as error:
        raise ToolError(f"{command[0]} cannot be run: {error.strerror}") from None
    if done.returncode:
        raise ToolError(f"{Path(command[0]).name} failed: {_last_words(done.stdout + done.stderr)}")
    return done.stdout


def node(script: str, *arguments: str | Path) -> bytes:
    """Run a script of ours, or of a package of ours, in Node: the one beside this Python or else the system's."""
    places = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    return run([shutil.which("node", path=places) or "node", str(_NODE / script), *map(str, arguments)])


def observe(script: str, files: Mapping[str, bytes], home: Path, *arguments: str) -> bytes:
    """Return what a script writes of the Python that starts from these files, in an empty folder."""
    for name, content in files.items():
        (home / name).write_bytes(content)
    node(script, home, home / _OUT, *arguments)
    return (home / _OUT).read_bytes()


def _last_words(said: bytes) -> str:
    """Return the last lines of those that say something; Node also shows code, and a line of it may be a script."""
    lines = [line.strip() for line in said.decode(errors="replace").splitlines()]
    spoken = [line for line in lines if line[:1].isalnum() and len(line) <= _WIDTH and not line.startswith("at ")]
    errors = [line for line in spoken if _ERROR.match(line)]
    return " / ".join((errors or spoken)[-_LAST:]) or "without a word"
