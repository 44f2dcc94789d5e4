"""Run the tools that a build needs, and say which failed with its last words."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NODE = Path(__file__).parent / "node"
"""The folder of the scripts that Node runs for a build."""

# With this set, Python's compiler writes no time stamps into bytecode.
_TIMELESS = {"SOURCE_DATE_EPOCH": "1"}
_WIDTH = 500


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
