"""Write a number as signs that are read off paper without a mistake: Crockford's base 32, in groups, with a check."""

from typing import Literal

from recommender.errors import RecommenderError

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without the letters that are taken for digits, and without U."""

GROUP = 4
"""Signs stand in groups of so many, all of them full, so that a lost sign shows."""

_LOOKALIKES = str.maketrans("OIL", "011")
_BETWEEN = " \t\n\u00a0-\u2010\u2011\u2012\u2013\u2014\u2212"
_FIELD = 0b100101
"""By this polynomial the signs are a field of 32 elements, in which doubling comes round after 31 steps only."""

type Trouble = Literal["signs", "length", "mistyped", "edition"]


class UnreadableError(RecommenderError):
    """A code that stands for nothing; `trouble` says why."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(f"code: cannot be read ({trouble}); type it again as it stands on the paper")
        self.trouble: Trouble = trouble


def written(number: int) -> str:
    """Return a number of no less than 0 as groups of signs, of which the last sign is the check."""
    text = ""
    while number or len(text) % GROUP != GROUP - 1:
        number, sign = divmod(number, len(SIGNS))
        text = SIGNS[sign] + text
    text += SIGNS[_doubled(_checked(text))]
    return "-".join(text[start : start + GROUP] for start in range(0, len(text), GROUP))


def number_of(code: str) -> int:
    """Return the number that was written; case, spaces and hyphens do not matter, nor O for 0, nor I and L for 1.

    Raises:
        UnreadableError: if one sign is not as it was written, or two neighbors have changed places, or some are lost.
    """
    signs = "".join(sign for sign in code if sign not in _BETWEEN).upper().translate(_LOOKALIKES)
    if not all(sign in SIGNS for sign in signs):
        raise UnreadableError("signs")
    if not signs or len(signs) % GROUP:
        raise UnreadableError("length")
    number = 0
    for sign in signs[:-1]:
        number = number * len(SIGNS) + SIGNS.index(sign)
    # It begins with no more zeros than its groups need, so that each number has one code alone.
    if _checked(signs) or len(written(number).replace("-", "")) < len(signs):
        raise UnreadableError("mistyped")
    return number


def _checked(signs: str) -> int:
    """Return 0 for signs that end with their check: one sign changed, or two neighbors, and it is another number."""
    total = 0
    for sign in signs:
        total = _doubled(total) ^ SIGNS.index(sign)
    return total


def _doubled(element: int) -> int:
    return element << 1 ^ (_FIELD if element & 16 else 0)
