"""Read a CSV record by record, each with the line it starts on; one that cannot be read hides none after it."""

import csv
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple, TextIO


class Record(NamedTuple):
    """The cells of one record that starts on `line`, or why it has none."""

    line: int
    cells: list[str]
    fault: str = ""


def read_records(text: TextIO) -> Iterator[Record]:
    """Yield every record that is not blank."""
    lines = _Lines(text)
    while True:
        lines.begin()
        try:
            # A new reader for each record: after a fault, nothing of it is left over. It takes no line too many.
            cells = next(csv.reader(lines, strict=True), None)
        except csv.Error as error:
            yield Record(lines.first, [], str(error))
            lines.give_back()
            continue
        if cells is None:
            return
        if any(map(str.strip, cells)):
            yield Record(lines.first, [cell.strip() for cell in cells])


class _Lines(Iterator[str]):
    """The lines of a text, of which those that one record took can be had again."""

    def __init__(self, text: TextIO) -> None:
        self.first = 1
        self._text = text
        self._taken: list[str] = []
        self._again: deque[str] = deque()

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._text)
        self._taken.append(line)
        return line

    def begin(self) -> None:
        """Start a record with the next line."""
        self.first += len(self._taken)
        self._taken.clear()

    def give_back(self) -> None:
        """Give back all lines of the record but its first, which a quote without an end has swallowed."""
        self._again.extendleft(reversed(self._taken[1:]))
        del self._taken[1:]
