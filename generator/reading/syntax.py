"""Say in plain words why a text is not YAML, at the line where somebody has to mend it."""

from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

import yaml

from generator.problems import quote


class Slip(NamedTuple):
    """What is wrong with a text, at a line that counts from 1, why that matters, and what to do."""

    line: int
    what: str
    why: str
    fix: str


def slip(text: str, error: yaml.MarkedYAMLError) -> Slip:
    """Return what was meant by an error of the YAML reader in this text."""
    rows = text.splitlines()
    mark = error.problem_mark or error.context_mark
    # What is wrong at the end of a file is marked behind its last line.
    line = min(mark.line + 1 if mark else 1, len(rows))
    column = mark.column if mark else 0
    if "\t" in rows[line - 1]:
        return Slip(line, "has a tab", "YAML indents with spaces only", "replace the tab by two spaces")
    events = list(_before(text))
    return (
        _quoted(error, events, line)
        or _empty(error, rows, line, column)
        or _bracket(events, rows)
        or _colon(error, rows, line, column)
        or _sign(error, rows, line, column)
        or _unaligned(error, line)
        or Slip(
            line,
            f"is not YAML ({error.problem})",
            "nothing in the file can be read",
            "check the indentation, colons and quotes here and on the line above",
        )
    )


def _before(text: str) -> Iterator[yaml.Event]:
    """Yield what can be read before the error."""
    with suppress(yaml.MarkedYAMLError):
        yield from yaml.parse(text, Loader=yaml.CSafeLoader)


def _quoted(error: yaml.MarkedYAMLError, events: list[yaml.Event], line: int) -> Slip | None:
    """Tell of a quote that is not closed, be it that the next one further down closes it, or of one too many."""
    why, fix = "everything after it is taken for the same text", "close it at the end of its text"
    if error.problem == "found unexpected end of stream" and error.context_mark:
        return Slip(error.context_mark.line + 1, "has a quote that is not closed", why, fix)
    last = events[-1] if events else None
    if isinstance(last, yaml.ScalarEvent) and last.style in ("'", '"') and last.start_mark and last.end_mark:
        start, end = last.start_mark.line + 1, last.end_mark.line + 1
        if start < end:
            return Slip(start, "has a quote that is not closed", why, f"{fix}; as it is, line {end} closes it")
        if end == line:
            fix = "put the whole text in quotes, and leave out those inside it or use the other kind"
            return Slip(line, "has words after a closing quote", "a text in quotes ends there", fix)
    if error.problem == "found unknown escape character":
        return Slip(
            line, "has a backslash in quotes", "YAML takes it for the start of a special sign", "write it twice"
        )
    return None


def _empty(error: yaml.MarkedYAMLError, rows: list[str], line: int, column: int) -> Slip | None:
    """Tell of a sign that stands where a value should."""
    sign = rows[line - 1][column : column + 1]
    if error.problem != "did not find expected node content" or not sign.strip():
        return None
    why = "between commas and brackets there is a value each"
    return Slip(line, f"has {quote(sign)} where a value should stand", why, "write the value, or remove the sign")


def _bracket(events: list[yaml.Event], rows: list[str]) -> Slip | None:
    """Tell of the bracket that stands open where the text stops making sense."""
    opened: list[yaml.Event] = []
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            opened.append(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            opened.pop()
    last = opened[-1] if opened else None
    if not isinstance(last, yaml.CollectionStartEvent) or not last.flow_style or not last.start_mark:
        return None
    line, column = last.start_mark.line + 1, last.start_mark.column
    sign = rows[line - 1][column : column + 1]
    fix = f"close it with `{']' if sign == '[' else '}'}`, or put the text in quotes if it is part of one"
    return Slip(line, f"has {quote(sign)} that is not closed", "what comes after it is taken for a part of it", fix)


def _colon(error: yaml.MarkedYAMLError, rows: list[str], line: int, column: int) -> Slip | None:
    """Tell of a colon too many, of one that is missing, and of one without its space."""
    if error.problem == "could not find expected ':'" and error.context_mark:
        line = error.context_mark.line + 1
        fix = "write `name: value`, or indent it to go on with the text above"
        return Slip(line, "has no colon", "a value has its name before it", fix)
    if error.problem != "mapping values are not allowed in this context":
        return None
    if ": " in rows[line - 1][:column]:
        fix = "put the whole text behind the first colon in quotes"
        return Slip(line, "has a colon inside a text", "YAML takes what stands before it for a name", fix)
    above = next((n for n in range(line - 1, 0, -1) if rows[n - 1].strip()), line)
    if _indent(rows[above - 1]) < _indent(rows[line - 1]):
        return _indented(line)
    fix = "write `name: value`, with a space behind the colon"
    return Slip(above, "has no colon with a space behind it", "a value has its name before it", fix)


def _sign(error: yaml.MarkedYAMLError, rows: list[str], line: int, column: int) -> Slip | None:
    """Tell of a text that begins with a sign of YAML's own."""
    if error.problem == "did not find expected comment or line break":
        why, fix = "a text of several lines begins on the next", "move the words there, two spaces further in"
        return Slip(line, "has words behind `|` or `>`", why, fix)
    alone = error.problem == "found character that cannot start any token"
    if not alone and error.context not in ("while scanning an alias", "while scanning an anchor"):
        return None
    mark = error.problem_mark if alone else error.context_mark
    start = mark.column if mark else column
    what = f"has a text that begins with {quote(rows[line - 1][start : start + 1])}"
    return Slip(line, what, "YAML keeps this sign for itself", "put the whole text in quotes")


def _unaligned(error: yaml.MarkedYAMLError, line: int) -> Slip | None:
    expected = ("did not find expected key", "did not find expected '-' indicator")
    return _indented(line) if error.problem in expected else None


def _indented(line: int) -> Slip:
    why = "the spaces at the start of a line say what belongs to what"
    return Slip(line, "does not line up with the lines above", why, "give it as many spaces as what it stands beside")


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip(" -"))
