"""Read a file as text that an editor shows as it is: UTF-8, of a readable size, without unseen characters."""

import re
from pathlib import Path

from generator.problems import DataError, Problem

LARGEST = 4_000_000
"""More bytes than this no data file has; the largest so far has a twentieth of it."""

UNSEEN = re.compile(
    r"[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|\r(?!\n)"
)
"""Characters that YAML forbids, and those that only some programs take for the end of a line."""


def read_text(file: Path) -> str:
    """Return what the file says.

    Raises:
        DataError: if it cannot be read, is too large, is not UTF-8, or has a character that nobody sees.
    """
    data = _bytes(file)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        what, why, fix = "is not UTF-8", "other encodings garble names", "save the file as UTF-8"
        raise DataError([whole(file, what, why, fix, line)]) from None
    if found := UNSEEN.search(text):
        line = text[: found.start()].count("\n") + 1
        raise DataError([whole(file, *unseen(found[0]), line)])
    return text


def unseen(character: str) -> tuple[str, str, str]:
    """Return what is wrong with a character that nobody sees, why, and what to do."""
    return f"has the character U+{ord(character):04X}", "nobody sees it, and programs differ on it", "remove it"


def whole(file: Path, what: str, why: str, fix: str, line: int = 1) -> Problem:
    """Return a problem of a whole file."""
    return Problem(file=file, line=line, path="", what=what, why=why, fix=fix)


def _bytes(file: Path) -> bytes:
    why = "what it says is missing from the guide"
    try:
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except OSError as error:
        raise DataError([whole(file, f"cannot be read ({error.strerror})", why, "make it readable")]) from None
    if len(data) > LARGEST:
        what = f"has more than {LARGEST:,} bytes"
        raise DataError([whole(file, what, "nobody could check it", "split it, or remove what is no data")])
    return data
