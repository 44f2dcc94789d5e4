"""Notice which files change, by what the machine's own file system tells."""

from collections.abc import Iterable
from pathlib import Path
from queue import Empty, Queue
from types import TracebackType
from typing import Self, override

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

_LOOKED_AT = {"opened", "closed_no_write"}
_QUIET = 0.2
"""So many seconds without a change end a change of several files, such as a switch of branches."""


class Watch(FileSystemEventHandler):
    """Hears of changes below `folders`, and of those in `flat` ones themselves, while it is entered."""

    def __init__(self, folders: Iterable[Path], flat: Iterable[Path] = ()) -> None:
        """Ask to be told; nothing is before it is entered."""
        self._changed = Queue[Path]()
        self._observer = Observer()
        for recursive, places in ((True, folders), (False, flat)):
            for folder in places:
                self._observer.schedule(self, str(folder), recursive=recursive)

    def __enter__(self) -> Self:
        """Begin to hear."""
        self._observer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Hear nothing more."""
        self._observer.stop()
        self._observer.join()

    @override
    def on_any_event(self, event: FileSystemEvent) -> None:
        """Keep what is a change of a file that people write."""
        file = Path(str(event.dest_path or event.src_path))
        if not event.is_directory and event.event_type not in _LOOKED_AT and not _passing(file):
            self._changed.put(file)

    def wait(self, most: float | None = None) -> frozenset[Path]:
        """Return the files that have changed once all is quiet again; none if none does for `most` seconds."""
        found = set[Path]()
        try:
            found.add(self._changed.get(timeout=most))
            while True:
                found.add(self._changed.get(timeout=_QUIET))
        except Empty:
            return frozenset(found)


def _passing(file: Path) -> bool:
    """Say whether a file is one of those that editors and Python leave beside what people write."""
    kept = "__pycache__" in file.parts or file.name.startswith((".", "#"))
    return kept or file.name.endswith(("~", ".swp", ".tmp")) or file.name.isdecimal()
