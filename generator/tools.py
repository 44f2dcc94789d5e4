"""Run the tools that a build needs, and keep what is slow to make by the hash of what it is made from."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path

# With this set, Python's compiler writes no time stamps into bytecode.
_TIMELESS = {"SOURCE_DATE_EPOCH": "1"}
_WIDTH = 500


def kept(cache: Path, kind: str, inputs: Iterable[bytes], make: Callable[[], bytes]) -> bytes:
    """Return what was made from these inputs before, or make it; another build may be at it too."""
    digest = sha256(b"".join(sha256(each).digest() for each in inputs)).hexdigest()[:16]
    file = cache / f"{kind}-{digest}"
    if not file.exists():
        cache.mkdir(parents=True, exist_ok=True)
        draft = file.with_name(f"{file.name}.{os.getpid()}")
        draft.write_bytes(make())
        draft.replace(file)
    return file.read_bytes()


def run(command: list[str], cwd: Path | None = None, environment: dict[str, str] | None = None) -> bytes:
    """Run a command and return what it printed.

    Raises:
        subprocess.CalledProcessError: if it fails, after what it said has been shown.
    """
    variables = os.environ | _TIMELESS | (environment or {})
    done = subprocess.run(command, cwd=cwd, env=variables, capture_output=True, check=False)
    if done.returncode:
        # Node shows the line that fails, which in a minified script is as long as the script.
        lines = (done.stdout + done.stderr).decode(errors="replace").splitlines()
        sys.stderr.write("".join(f"{line[:_WIDTH]}\n" for line in lines))
        raise subprocess.CalledProcessError(done.returncode, command)
    return done.stdout


def node(script: Path, *arguments: str | Path) -> bytes:
    """Run a script in Node, the one beside this Python or else the system's, and return what it printed."""
    places = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    return run([shutil.which("node", path=places) or "node", str(script), *map(str, arguments)])
