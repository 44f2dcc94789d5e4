"""Write a copy of the guide's data with many times its criteria and jurisdictions."""

import re
import shutil
from pathlib import Path

_ID = re.compile(r"^id: (\S+)$", re.MULTILINE)
_NAME = re.compile(r"^name: (.+)$", re.MULTILINE)
_FOLDERS = ("criteria", "jurisdictions")


def multiply(data: Path, target: Path, times: int) -> Path:
    """Fill `target` with the data and `times - 1` copies of each criterion and jurisdiction; return it."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(data, target)
    originals = [file for folder in _FOLDERS for file in sorted((target / folder).glob("*.yaml"))]
    for file in originals:
        text = file.read_text()
        for number in range(2, times + 1):
            copy = file.with_stem(f"{file.stem}-{number}")
            copy.write_text(_renamed(text, number))
    return target


def _renamed(text: str, number: int) -> str:
    return _NAME.sub(rf"name: \1 {number}", _ID.sub(rf"id: \1-{number}", text))
