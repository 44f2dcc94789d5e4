"""Tell from the server's notes what a visit asked for and when, and how many round trips it had to wait for."""

from collections.abc import Iterable, Iterator, Sequence

from bench.network import PATH, Exchange


def depth(exchanges: Iterable[Exchange], until: float) -> int:
    """Return the length of the longest chain of requests that were answered before a moment.

    Each of a chain was asked when the answer to the one before had begun to arrive, so that it may have been asked
    because of it, or when a connection was free again: on any line that is a round trip more.
    """
    longest: list[tuple[float, int]] = []
    for each in sorted(_answered(exchanges, until), key=lambda each: each.asked):
        before = max((length for began, length in longest if began <= each.asked), default=0)
        longest.append((each.began, before + 1))
    return max((length for _, length in longest), default=0)


def round_trips(exchanges: Sequence[Exchange], until: float) -> dict[str, int]:
    """Return the longest chain, and how many requests were answered and connections waited for, before a moment."""
    answered = _answered(exchanges, until)
    return {
        "depth": depth(answered, until),
        "requests": len(answered),
        "connections": sum(each.connected for each in answered),
    }


def waterfall(exchanges: Iterable[Exchange], begun: float, answer: float) -> Iterator[str]:
    """Yield a line for each request in the order of asking, and one for the first answer between them.

    Moments are seconds since the epoch; the lines tell milliseconds since navigation began.
    """
    yield f"{'asked':>7}{'began':>7}{'ended':>7}{'bytes':>10}  path (+: with a new connection)"
    told = False
    for each in sorted(exchanges, key=lambda each: each.asked):
        if each.asked > answer and not told:
            yield _moment(begun, answer)
            told = True
        times = "".join(f"{1000 * (at - begun):>7.0f}" for at in (each.asked, each.began, each.ended))
        yield f"{times}{each.size():>10,} {'+' if each.connected else ' '}{each.path.removeprefix(PATH) or './'}"
    if not told:
        yield _moment(begun, answer)


def _moment(begun: float, answer: float) -> str:
    return f"{1000 * (answer - begun):>7.0f}  {'-' * 22} first answer"


def _answered(exchanges: Iterable[Exchange], until: float) -> list[Exchange]:
    return [each for each in exchanges if each.ended <= until]
