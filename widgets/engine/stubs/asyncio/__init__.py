"""Stands in for `asyncio`: nothing here waits."""


def get_event_loop() -> object:
    """Refuse.

    Raises:
        RuntimeError: always.
    """
    raise RuntimeError("there is no event loop")
