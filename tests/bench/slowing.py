"""Stop groups of processes and let them run again, fifty times a second, until standard input ends.

A process of its own, so that the server's work does not disturb the beat. Unlike the throttle of Chromium's own tools,
which holds the page's main thread alone, this slows workers and the threads that compile as well.
"""

import os
import select
import signal
import sys

_BEAT = 0.020
"""Seconds; a moment is told late by that much at most."""


def main(times: int, groups: list[int]) -> None:
    """Let the groups run for one part in `times` of every beat, and say when that begins."""
    try:
        print("slowed", flush=True)
        while not _ended(_BEAT / times):
            _send(groups, signal.SIGSTOP)
            if _ended(_BEAT - _BEAT / times):
                return
            _send(groups, signal.SIGCONT)
    finally:
        _send(groups, signal.SIGCONT)


def _ended(seconds: float) -> bool:
    return bool(select.select([sys.stdin], [], [], seconds)[0])


def _send(groups: list[int], what: signal.Signals) -> None:
    for group in groups:
        os.killpg(group, what)


if __name__ == "__main__":
    main(int(sys.argv[1]), [int(each) for each in sys.argv[2:]])
